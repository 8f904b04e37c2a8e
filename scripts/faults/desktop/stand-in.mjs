/** Electron's stand-in of the shells' tests, built for plain Node: main runs against it in a process of its own. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from '../../build.mjs';

const SOURCES = join(checkout, 'tests/main');
const FOLDER = join(checkout, 'out/faults');
const NAMES = ['electron-stand-in', 'stand-in-page'];

export const STAND_IN = join(FOLDER, 'electron-stand-in.js');
export const STAND_IN_PAGE = join(FOLDER, 'stand-in-page.js');

/** Builds it where it is missing or older than its sources. */
export async function buildStandIn() {
  const isFresh = NAMES.every((name) => {
    const made = join(FOLDER, `${name}.js`);
    return (
      existsSync(made) && statSync(made).mtimeMs > statSync(join(SOURCES, `${name}.ts`)).mtimeMs
    );
  });
  if (isFresh) return;
  await build({
    configFile: false,
    root: checkout,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: FOLDER,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(NAMES.map((name) => [name, join(SOURCES, `${name}.ts`)])),
        external: [/^node:/, 'playwright'],
      },
    },
  });
}
