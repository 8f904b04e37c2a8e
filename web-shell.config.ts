import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import {
  CARD_DOCUMENT,
  metaCardPolicy,
  metaContentSecurityPolicy,
  ownHeadersOf,
  securityHeaders,
} from './src/platform/content-security-policy.ts';
import { contentTypes } from './src/platform/content-types.ts';

/**
 * What the build adds to the plain renderer: each document's policy as a meta tag (never in
 * development, where hot reload needs inline scripts), the service worker with the list of files that it keeps, and
 * out/headers.json, from which scripts/serve.mjs takes the same headers and types that Electron sends.
 */
export function webShell(): Plugin {
  return {
    name: 'rounds-web-shell',
    apply: 'build',
    transformIndexHtml: (_html, { path }) => {
      const isCard = path === `/${CARD_DOCUMENT}`;
      const content = isCard ? metaCardPolicy : metaContentSecurityPolicy;
      const attrs = { 'http-equiv': 'Content-Security-Policy', content };
      return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
    },
    writeBundle({ dir }) {
      const folder = resolve(dir ?? 'out/renderer');
      writeFileSync(join(folder, 'service-worker.js'), serviceWorker(folder));
      const own = Object.fromEntries(
        filesIn(folder).flatMap((file) => {
          const headers = ownHeadersOf(file);
          return headers ? [[file, headers]] : [];
        }),
      );
      const answers = { headers: securityHeaders, own, types: contentTypes };
      writeFileSync(join(folder, '../headers.json'), JSON.stringify(answers, null, 2));
    },
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The hand-written worker, told which files there are and a version that follows their content. */
function serviceWorker(folder: string): string {
  const files = filesIn(folder);
  const source = readFileSync('src/renderer/service-worker.js', 'utf8');
  const hash = createHash('sha256').update(source);
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return source
    .replace("'__VERSION__'", () => JSON.stringify(hash.digest('hex').slice(0, 16)))
    .replace("['__FILES__']", () => JSON.stringify(files));
}
