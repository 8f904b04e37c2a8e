/**
 * `npm run installers`: builds Rounds and makes the installers of this system in out/installers. A
 * release, unless ROUNDS_UNSIGNED=yes (signing.mjs). First `npm ci --ignore-scripts` in this folder.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildRounds, checkout } from '../scripts/build.mjs';
import { builtRenderer } from '../scripts/serve.mjs';
import { checkPackage } from './check-package.mjs';
import { configuration } from './electron-builder.config.mjs';
import { licencesAsText } from './licences.mjs';

const folder = join(checkout, 'out/installers');

try {
  // First of all: a release that cannot be signed ends here.
  const config = configuration(process.env, process.platform);
  buildRounds({ always: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const about = JSON.parse(readFileSync(join(builtRenderer, 'about.json'), 'utf8'));
  writeFileSync(join(checkout, 'out/licences.txt'), licencesAsText(about));
  await makeInstallers(config);
  const unpacked = readdirSync(folder).filter((name) => /unpacked$|^mac/.test(name));
  if (unpacked.length === 0) throw new Error('electron-builder left no unpacked program to check.');
  for (const name of unpacked) await checkPackage(join(folder, name));
  writeSums();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function makeInstallers(config) {
  const { build, Platform } = await import('electron-builder');
  const targets = Platform.current().createTarget();
  await build({ projectDir: checkout, config, targets, publish: 'never' });
}

/** For whoever wants to know that what was downloaded is what was built. */
function writeSums() {
  const files = readdirSync(folder).filter((name) => /\.(exe|dmg|AppImage|deb)$/.test(name));
  const lines = files.sort().map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(folder, `SHA256SUMS-${process.platform}.txt`), lines.join(''));
  console.log(lines.join(''));
}
