/** `npm run build:web`: the web shell as a folder for any https server (docs/hosting.md). */
import { cpSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, checkout } from './build.mjs';
import { builtRenderer } from './serve.mjs';

/** Makes of the built renderer a folder at `to`, in place of what is there. */
export function makeWebFolder(to = join(checkout, 'out/web')) {
  rmSync(to, { recursive: true, force: true });
  cpSync(builtRenderer, to, { recursive: true });
  // GitHub Pages would leave out names that begin with an underscore.
  writeFileSync(join(to, '.nojekyll'), '');
  return to;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    build();
    console.log(`${makeWebFolder()} can be put on any https server: docs/hosting.md.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
