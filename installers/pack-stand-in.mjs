/**
 * Where Electron's binary cannot be had: all of the packaging up to it. electron-builder checks the
 * configuration against its schema and packs Rounds around a stand-in that has Electron's fuses and
 * nothing to run; then the result is looked into as a real one is. Linux alone: Windows and macOS
 * want a real program to write into.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as buildRounds, checkout } from '../scripts/build.mjs';
import { builtRenderer } from '../scripts/serve.mjs';
import { checkPackage } from './check-package.mjs';
import { configuration } from './electron-builder.config.mjs';
import { licencesAsText } from './licences.mjs';

/** How Electron's own tools find the fuses in the binary; a version, how many, and each as it is shipped. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10110011'),
]);

const { build, Platform } = await import('electron-builder');
const scratch = mkdtempSync(join(tmpdir(), 'rounds-packing-'));
try {
  const electron = join(scratch, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  writeFileSync(join(electron, 'electron'), FUSES, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    writeFileSync(join(electron, name), 'A stand-in.');
  }
  buildRounds();
  const about = JSON.parse(readFileSync(join(builtRenderer, 'about.json'), 'utf8'));
  writeFileSync(join(checkout, 'out/licences.txt'), licencesAsText(about));
  const output = join(scratch, 'made');
  const config = configuration({ ROUNDS_UNSIGNED: 'yes' }, 'linux');
  await build({
    projectDir: checkout,
    config: { ...config, electronDist: electron, directories: { ...config.directories, output } },
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
  });
  await checkPackage(join(output, 'linux-unpacked'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
