/**
 * Finds a Chromium for the tests, the bench and the web shell's window, and gets one where it can.
 * A real Chromium is part of every test run: its IndexedDB is the one that people's cards live in.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Quiet, offline and without a GPU: what every automated run of Chromium here is given. */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLAYWRIGHT_LIMIT_MILLIS = 180_000;
const APT_LIMIT_MILLIS = 600_000;

/**
 * The Chromium to use and how it was found, or undefined where this machine has none. Quick.
 * With `onlyInstalled`, never Playwright's: a person's cards do not belong in a test tool's browser.
 */
export function findChromium({ onlyInstalled = false } = {}) {
  return fromEnvironment() ?? (onlyInstalled ? undefined : fromPlaywright()) ?? fromMachine();
}

/**
 * As findChromium, but installs one where none is found: Playwright's own download first, then
 * Debian's package when root. Throws an Error that names what to install when neither works.
 * @param {(line: string) => void} say
 */
export async function obtainChromium(say = console.log) {
  const found = findChromium();
  if (found) return found;

  say('No Chromium here yet: asking Playwright to download one (3 minutes at most).');
  const playwright = playwrightCommandLine();
  if (playwright) {
    run(process.execPath, [playwright, 'install', 'chromium'], PLAYWRIGHT_LIMIT_MILLIS);
    const downloaded = fromPlaywright();
    if (downloaded) return { ...downloaded, how: 'downloaded by Playwright just now' };
  }

  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    say("Playwright's download did not work: installing Debian's package (10 minutes at most).");
    run('apt-get', ['update'], APT_LIMIT_MILLIS);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], APT_LIMIT_MILLIS);
    const installed = fromMachine();
    if (installed) return { ...installed, how: "Debian's package, installed just now" };
  }

  throw new Error(
    [
      'No Chromium was found, and none could be downloaded. Nothing was changed.',
      'Do one of these, then run the command again:',
      '  npx playwright install chromium',
      '  apt-get install chromium           (Debian and Ubuntu, as root)',
      '  install Chromium, Google Chrome or Microsoft Edge in its usual place',
      '  set ROUNDS_CHROMIUM to the path of a Chromium that you have',
    ].join('\n'),
  );
}

/** What the environment names is taken at its word: a wrong path is an error, not a fallback. */
function fromEnvironment() {
  for (const name of ['ROUNDS_CHROMIUM', 'CHROMIUM_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (!existsSync(path)) throw new Error(`${name} names ${path}, and no such file exists.`);
    return { path, how: `named by ${name}` };
  }
  return undefined;
}

function fromPlaywright() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    const path = chromium.executablePath();
    return existsSync(path) ? { path, how: 'downloaded by Playwright' } : undefined;
  } catch {
    return undefined;
  }
}

function fromMachine() {
  const path = usualPlaces().find((place) => existsSync(place));
  return path === undefined ? undefined : { path, how: 'installed on this machine' };
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return apps.flatMap((app) => folders.map((f) => `${f}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) =>
      roots.flatMap((root) => {
        const folder = process.env[root];
        return folder ? [join(folder, program)] : [];
      }),
    );
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  return names
    .flatMap((name) => [onPath(name), `/usr/bin/${name}`, `/snap/bin/${name}`])
    .filter((place) => place !== undefined);
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function playwrightCommandLine() {
  try {
    const manifest = createRequire(import.meta.url).resolve('playwright/package.json');
    return join(dirname(manifest), 'cli.js');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout in milliseconds
 */
function run(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: 'inherit', timeout, env, killSignal: 'SIGKILL' });
}
