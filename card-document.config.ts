import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { CARD_DOCUMENT, ownHeadersOf } from './src/platform/content-security-policy.ts';

/**
 * Serves the card document in development and in tests as the built program does: with its own
 * policy, and without the scripts for hot reload, which no card may have.
 */
export function cardDocument(): Plugin {
  return {
    name: 'rounds-card-document',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (!path.endsWith(`/${CARD_DOCUMENT}`)) return next();
        const type = { 'content-type': 'text/html; charset=utf-8' };
        response.writeHead(200, { ...type, ...ownHeadersOf(CARD_DOCUMENT) });
        response.end(readFileSync('src/renderer/card.html'));
      });
    },
  };
}

/** Leaves out the WOFF and TTF twins of fonts that come as WOFF2, which every Chromium reads. */
export const withoutOldFonts = {
  postcssPlugin: 'rounds-without-old-fonts',
  Declaration: {
    src(declaration: { value: string }) {
      const modern = declaration.value.split(',').filter((part) => /\.woff2\b/.test(part));
      if (modern.length > 0) declaration.value = modern.join(',');
    },
  },
};
