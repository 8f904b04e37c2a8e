import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { cardDocument, withoutOldFonts } from './card-document.config.ts';
import { helpPages } from './help.config.ts';
import { licences } from './licences.config.ts';
import { onlySqlite } from './sqlite.config.ts';
import { startChunks } from './start-chunk.config.ts';
import { type BuiltLanguage, languageOfBuild, spoken } from './texts.config.ts';
import { webShell } from './web-shell.config.ts';

/** Dexie as it is for the browsers of today, without what those of 2015 needed. */
export const dexieOfToday = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' };

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The one renderer build, in a language: Electron loads it over app://, the web shell over 127.0.0.1. */
export const rendererIn = (language: BuiltLanguage, to = 'out/renderer'): UserConfig => ({
  root: 'src/renderer',
  base: './',
  plugins: [
    react(),
    spoken(language),
    cardDocument(),
    helpPages(),
    licences({ writes: true }),
    webShell(),
  ],
  // Of several files where a worker loads a part of itself later: SQLite comes with the first file.
  worker: {
    format: 'es',
    plugins: () => [spoken(language), onlySqlite(), licences()],
    // What a worker has from its beginning anyway, and the page loads later, is no mistake.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  define: { 'import.meta.env.ROUNDS_VERSION': JSON.stringify(version) },
  resolve: { alias: [dexieOfToday] },
  css: { postcss: { plugins: [withoutOldFonts] } },
  build: {
    minify: true,
    outDir: resolve(to),
    emptyOutDir: true,
    // An inlined font or script would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The start's own budget is gzipped, and a test's: tests/main/first-bytes.test.ts.
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: {
        index: resolve('src/renderer/index.html'),
        card: resolve('src/renderer/card.html'),
      },
      output: {
        codeSplitting: { groups: startChunks },
        // Each of 120 names stands in the first script, and no sign of a hash can be packed.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
});

export const rendererConfig = rendererIn(languageOfBuild());

export default rendererConfig;
