import type { Plugin } from 'vite';

/** What SQLite's package offers besides and nothing here uses: workers of its own, of 700 kB. */
const OTHERS = /new URL\("sqlite3-(?:worker1\.mjs|opfs-async-proxy\.js)", import\.meta\.url\)/g;

/** Takes of SQLite's package its module and the WebAssembly beside it, and nothing else. */
export function onlySqlite(): Plugin {
  return {
    name: 'rounds-only-sqlite',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@sqlite.org/sqlite-wasm')) return undefined;
      const own = code.replaceAll(OTHERS, 'undefined');
      if (own === code)
        this.error('SQLite’s package is another than it was: look at what it loads.');
      return { code: own, map: null };
    },
  };
}
