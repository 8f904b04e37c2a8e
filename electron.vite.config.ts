import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { licences } from './licences.config.ts';
import { rendererConfig } from './renderer.config.ts';
import { spoken } from './texts.config.ts';

export default defineConfig({
  main: {
    plugins: [spoken(), licences()],
    build: {
      // Main and preload carry what they use, so that they run without node_modules.
      externalizeDeps: false,
      rollupOptions: { input: { index: resolve('src/main/index.ts') } },
    },
  },
  preload: {
    plugins: [spoken(), licences()],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
});
