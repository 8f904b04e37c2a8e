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
    transformIndexHtml: (html, { path }) => {
      const isCard = path === `/${CARD_DOCUMENT}`;
      const content = isCard ? metaCardPolicy : metaContentSecurityPolicy;
      const attrs = { 'http-equiv': 'Content-Security-Policy', content };
      const tags = [{ tag: 'meta', attrs, injectTo: 'head-prepend' as const }];
      return isCard ? tags : { tags, html: html.replace(ROOT, withWords(ROOT)) };
    },
    writeBundle({ dir }) {
      const folder = resolve(dir ?? 'out/renderer');
      const own = Object.fromEntries(
        filesIn(folder).flatMap((file) => {
          const headers = ownHeadersOf(file);
          return headers ? [[file, headers]] : [];
        }),
      );
      const answers = { headers: securityHeaders, own, types: contentTypes };
      writeFileSync(join(folder, '../headers.json'), JSON.stringify(answers, null, 2));
      writeFileSync(join(folder, 'service-worker.js'), serviceWorker(folder, answers));
    },
  };
}

const ROOT = '<div id="root">';

/** What is read where no script runs: React takes it away with its first drawing. */
function withWords(root: string): string {
  return `<noscript>Rounds is a program that runs in your browser: allow it scripts (JavaScript).</noscript>
    ${root}
      <div class="not-from-a-file">
        <h1>Rounds</h1>
        <p>Rounds cannot run when it is opened as a file: browsers give a file neither its parts nor a place
          for cards. Nothing was changed.</p>
        <p>Put this folder on any https server and open its address. On this computer alone: run
          <code>npx http-server</code> or <code>python3 -m http.server</code> in this folder, and open
          the address on <code>localhost</code> that it says.</p>
      </div>`;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The hand-written worker, told which files there are and a version that follows their content. */
function serviceWorker(folder: string, answers: object): string {
  const files = filesIn(folder);
  const source = readFileSync('src/renderer/service-worker.js', 'utf8');
  const hash = createHash('sha256').update(source).update(JSON.stringify(answers));
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return source
    .replace("'__VERSION__'", () => JSON.stringify(hash.digest('hex').slice(0, 16)))
    .replace("['__FILES__']", () => JSON.stringify(files))
    .replace("'__ANSWERS__'", () => JSON.stringify(answers));
}
