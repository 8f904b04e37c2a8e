import { resolve } from 'node:path';
import type { UserConfig } from 'vite';
import { dexieOfToday } from '../renderer.config.ts';

/**
 * The bench page, put beside a copy of the built renderer in out/bench: one origin, hence one
 * database for both.
 */
const config: UserConfig = {
  root: resolve('bench'),
  base: './',
  logLevel: 'warn',
  // As in the program that is measured.
  resolve: { alias: [dexieOfToday] },
  build: {
    minify: true,
    outDir: resolve('out/bench'),
    emptyOutDir: false,
    assetsDir: 'bench',
    modulePreload: { polyfill: false },
    rollupOptions: { input: { bench: resolve('bench/bench.html') } },
  },
};

export default config;
