#!/usr/bin/env node
// The headless door: Node 20 runs no TypeScript, so Vite bundles src/cli for it, in half a second.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = { root, configFile: false, envDir: false, logLevel: 'silent' };

// `rounds … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const folder = ownFolder();
if (folder === undefined) await runnerImport(`${root}src/cli/run-now.ts`, quiet);
else await runBundled(folder);

/**
 * For this process alone, where the packages that a bundle names are found. Undefined in a checkout that
 * cannot be written: there Vite loads module by module, which takes four times as long.
 */
function ownFolder() {
  try {
    const home = join(root, 'node_modules/.cache');
    mkdirSync(home, { recursive: true });
    const own = mkdtempSync(join(home, 'rounds-'));
    process.on('exit', () => rmSync(own, { recursive: true, force: true }));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
    return own;
  } catch {
    return undefined;
  }
}

async function runBundled(own) {
  const { output } = await build({
    ...quiet,
    build: { ssr: 'src/cli/run-now.ts', write: false, minify: false, target: 'node20' },
  });
  for (const { fileName, code } of output) writeFileSync(join(own, fileName), code);
  await import(pathToFileURL(join(own, 'run-now.js')).href);
}
