import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** The one renderer build: Electron loads it over app://, the web shell over 127.0.0.1. */
export const rendererConfig: UserConfig = {
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  build: {
    minify: true,
    outDir: resolve('out/renderer'),
    emptyOutDir: true,
    rollupOptions: { input: { index: resolve('src/renderer/index.html') } },
  },
};
