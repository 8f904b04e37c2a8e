/**
 * Starts a packaged Rounds on a folder of its own and waits for its first screen, by Chromium's own
 * debugging port: the fuses leave Node's shut. `node installers/start-packaged.mjs [PROGRAM ARGUMENTS]`;
 * without a program, each that is in out/installers and can run here.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { checkout } from '../scripts/build.mjs';

const SCREEN_MILLIS = 120_000;
const PLACES = [
  ['linux-unpacked', 'rounds'],
  ['win-unpacked', 'Rounds.exe'],
  [process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Rounds.app/Contents/MacOS/Rounds'],
];

const [program, ...more] = process.argv.slice(2);
const programs = program === undefined ? packaged() : [program];
if (programs.length === 0) throw new Error('There is no packaged Rounds in out/installers.');
for (const each of programs) await start(each);

function packaged() {
  return PLACES.map((parts) => join(checkout, 'out/installers', ...parts)).filter((path) =>
    existsSync(path),
  );
}

async function start(path) {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-packaged-'));
  const child = spawn(path, [`--user-data-dir=${folder}`, '--remote-debugging-port=0', ...more]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const begin = page.getByRole('main').getByRole('button', { name: 'Begin' });
    await begin.waitFor({ timeout: SCREEN_MILLIS });
    console.log(`${path} shows Today at ${page.url()}.`);
    await browser.close();
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

/** Chromium says where it listens, on its standard error. */
function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} and said: ${said}`)));
  });
}
