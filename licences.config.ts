import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which something is in the built program. */
interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence's words, as the package has them; '' where it has none of its own. */
  readonly text: string;
}

/** Of main, preload, workers and page together: electron-vite builds them one after the other. */
const packages = new Set<string>();

/**
 * Gathers which packages are really bundled, code and fonts alike, and writes them with their
 * licences, and with what is new, to about.json in `out/renderer`, where the settings show them and every copy of the
 * program carries them.
 */
export function licences({ writes = false } = {}): Plugin {
  return {
    name: 'rounds-licences',
    apply: 'build',
    // Before the list of files for the service worker is made, which is in writeBundle.
    enforce: 'pre',
    generateBundle(_options, bundle) {
      for (const made of Object.values(bundle)) {
        const sources =
          made.type === 'chunk'
            ? Object.entries(made.modules).flatMap(([id, { renderedLength }]) =>
                renderedLength > 0 || id.includes('.css') ? [id] : [],
              )
            : made.originalFileNames;
        for (const source of sources) {
          const name = packageOf(source);
          if (name !== undefined) packages.add(name);
        }
      }
    },
    writeBundle({ dir }) {
      if (!writes) return;
      const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
      const parts = [...packages].sort().map(partOf);
      const text = readFileSync('LICENSE', 'utf8');
      const news = newsIn(readFileSync('CHANGELOG.md', 'utf8'));
      const about = { version, licence: license, text, parts, news };
      writeFileSync(join(dir ?? 'out/renderer', 'about.json'), JSON.stringify(about));
    },
  };
}

/** What is new in a version: the items of the changelog in plain words, under its headings. */
interface News {
  readonly version: string;
  /** Without a heading where items stand under none. */
  readonly parts: readonly { readonly heading?: string; readonly items: readonly string[] }[];
}

/** What is new, a version each, the newest first. */
export function newsIn(changelog: string): readonly News[] {
  const [, ...versions] = changelog.split(/^## /m);
  return versions.map((text) => {
    const [first = '', ...headed] = text.split(/^### /m);
    const above = { items: itemsIn(first) };
    const parts = headed.map((part) => ({ heading: firstLine(part), items: itemsIn(part) }));
    return { version: firstLine(text), parts: above.items.length > 0 ? [above, ...parts] : parts };
  });
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim();
}

function itemsIn(text: string): string[] {
  return [...text.matchAll(/^- (.+)$/gm)].map(([, item = '']) =>
    item.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/[`*]+(\S[^`*]*)[`*]+/g, '$1'),
  );
}

/** '@tiptap/core' of a path in it; Vite's own few lines count as Vite. */
function packageOf(source: string): string | undefined {
  if (/^\0?vite\//.test(source)) return 'vite';
  return /.*[\\/]?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/
    .exec(source)?.[1]
    ?.replace('\\', '/');
}

/** Where the words of a licence stand that wants them along, for packages that name it alone. */
const WORDS_KEPT: Readonly<Record<string, string>> = {
  'Apache-2.0': resolve('node_modules/typescript/LICENSE'),
};

function partOf(name: string): Part {
  const folder = resolve('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const texts = files.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const all = texts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
  // Vite's own page goes on with those of what is in its tools, none of which is in the program.
  const own = (all.split(/^#+ Licenses of bundled dependencies/m)[0] ?? '').trim();
  const kept = WORDS_KEPT[license];
  const text = own === '' && kept !== undefined ? readFileSync(kept, 'utf8').trim() : own;
  if (!license) throw new Error(`${name} is bundled and names no licence.`);
  return { name, version, licence: license, text };
}
