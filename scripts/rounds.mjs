#!/usr/bin/env node
// The headless door: Node 20 runs no TypeScript, so Vite's runner loads src/cli for it.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = { root, configFile: false, envDir: false, logLevel: 'silent' };

// `rounds … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

await runnerImport(`${root}src/cli/run-now.ts`, quiet);
