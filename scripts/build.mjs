/** Builds out/ when it is missing or was made from other sources than today's. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = fileURLToPath(new URL('..', import.meta.url));

const MARK = join(checkout, 'out/built-from.txt');
const folders = ['src', 'decks', 'docs/help'];
const files = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'renderer.config.ts',
  'card-document.config.ts',
  'start-chunk.config.ts',
  'web-shell.config.ts',
  'help.config.ts',
  'licences.config.ts',
  'sqlite.config.ts',
  'texts.config.ts',
  'scripts/texts/messages.mjs',
  'CHANGELOG.md',
  'LICENSE',
];
/** What the build is made from, as paths in the checkout. */
export const SOURCES = [...folders, ...files];
const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Builds where needed, or in any case where `always`. Throws an Error when the build fails. */
export function build({ always = false, say = console.log } = {}) {
  const sources = hashOfSources();
  if (!always && isBuiltFrom(sources)) return;
  say('Building Rounds (a few seconds).');
  rmSync(MARK, { force: true });
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json');
  const tool = join(dirname(manifest), 'bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: checkout,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed; its own message is above.');
  writeFileSync(MARK, sources);
}

function isBuiltFrom(sources) {
  try {
    for (const product of products) readFileSync(join(checkout, product));
    return readFileSync(MARK, 'utf8') === sources;
  } catch {
    return false;
  }
}

/**
 * A hash, not a time: a checkout, a copy or a clock set back can give a newer file an older time. A build
 * in another language is another one, and so is one of another catalogue.
 */
export function hashOfSources(root = checkout, language = process.env.ROUNDS_LANGUAGE ?? 'en') {
  const hash = createHash('sha256').update(language);
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const catalogue = join(root, `texts/${language}.json`);
  const all = [...inFolders.sort(), ...files.map((file) => join(root, file))];
  // One that is not there is for the build to say.
  if (language !== 'en' && existsSync(catalogue)) all.push(catalogue);
  for (const file of all) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}
