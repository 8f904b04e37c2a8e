import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildWithVite } from 'vite';
import { checkout } from '../build.mjs';

/** Bundles `bench/<name>.ts` as the program is, and has `measure` called with what it exports. */
export async function inNode(name, measure) {
  const outDir = join(checkout, 'out/bench', `${name}-${process.pid}`);
  await buildWithVite({
    configFile: false,
    root: checkout,
    logLevel: 'warn',
    build: {
      ssr: `bench/${name}.ts`,
      outDir,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  try {
    return measure(await import(pathToFileURL(join(outDir, `${name}.mjs`)).href));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
