/** What makes a run of the browser tests quick: fewer and kept modules. Not while files are watched. */
import { build, type Plugin } from 'vite';
import { dexieOfToday } from './renderer.config.ts';

const isOneRun = process.argv.includes('run');
const KEPT = 'max-age=3600, immutable';
// Not the one that loads SQLite, which is a file of its own beside it.
const WORKER =
  /\/(src\/(?:engine\/workers|renderer\/card\/maths)\/(?!import-)[\w-]+-worker\.ts)\?worker_file/;

/**
 * Serves the engine's workers as the built program has them, each in one file. Almost every test of
 * a screen starts one, and its hundred and fifty modules took longer than what it was asked.
 */
export function bundledWorkers(): Plugin {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: 'rounds:bundled-workers',
    apply: 'serve',
    configureServer({ middlewares, config: { root } }) {
      if (!isOneRun) return;
      middlewares.use((request, response, next) => {
        const path = WORKER.exec(request.url ?? '')?.[1];
        if (path === undefined) return next();
        const bundle = bundles.get(path) ?? bundled(root, path);
        bundles.set(path, bundle);
        bundle.then((code) => {
          response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': KEPT });
          response.end(code);
        }, next);
      });
    },
  };
}

async function bundled(root: string, path: string): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    mode: 'test',
    logLevel: 'warn',
    resolve: { alias: [dexieOfToday] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: { input: path },
    },
  });
  const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${path} is not one file`);
  return chunk.code;
}

/**
 * Lets the browser keep every module for the run: each test file is a page of its own that loads
 * hundreds, and asking for each anew cost more than many a test.
 */
export function keptModules(): Plugin {
  return {
    name: 'rounds:kept-modules',
    apply: 'serve',
    configureServer({ middlewares }) {
      if (!isOneRun) return;
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        if (/\/(src|tests|node_modules)\//.test(path)) {
          const setHeader = response.setHeader.bind(response);
          response.setHeader = (name, value) =>
            setHeader(name, name.toLowerCase() === 'cache-control' ? KEPT : value);
        }
        next();
      });
    },
  };
}
