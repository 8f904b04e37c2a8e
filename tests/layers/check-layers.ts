/** Source files by their path under src, as text. */
export type SourceTree = Readonly<Record<string, string>>;

/** What a file or folder may import. Entries that end in '/' or ':' are prefixes. */
interface Allowed {
  readonly values: readonly string[];
  /** Only in `import type` and `export type`. */
  readonly types?: readonly string[];
}

const REACT = ['react', 'react-dom/', 'wouter', 'wouter/', '@fontsource-variable/', 'asset:'];

/** Who may import whom. A folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, Allowed>> = {
  kernel: { values: [] },
  domain: { values: ['kernel/'] },
  log: { values: ['kernel/', 'domain/'] },
  store: { values: ['kernel/', 'domain/', 'log/', 'dexie'] },
  exchange: { values: ['kernel/', 'domain/', 'log/', 'fflate'] },
  engine: {
    values: ['kernel/', 'domain/', 'log/', 'store/', 'exchange/'],
    types: [
      'platform/platform.ts',
      'platform/journal/journal-files.ts',
      'platform/copies/copies-place.ts',
      'platform/folder/chosen-folder.ts',
      'platform/windows/windows.ts',
    ],
  },
  platform: { values: ['kernel/'], types: ['domain/'] },
  preload: {
    values: ['electron', 'platform/desktop-api.ts'],
    types: ['platform/platform.ts', 'platform/native-menu.ts'],
  },
  main: {
    values: [
      'electron',
      'node:',
      'kernel/',
      'domain/',
      'platform/desktop-api.ts',
      // Rules both shells share, without a screen or a database.
      'platform/content-security-policy.ts',
      'platform/content-types.ts',
      'platform/native-menu.ts',
      'platform/external-address.ts',
      'platform/journal/journal-files.ts',
      'platform/folder/chosen-folder.ts',
    ],
    types: ['platform/platform.ts'],
  },
  cli: {
    values: ['kernel/', 'domain/', 'engine/headless.ts', 'node:'],
    types: ['engine/queries/headless.ts'],
  },
  // Of the engine a screen knows the types: what it does, it asks of the one that the start made.
  renderer: {
    values: ['kernel/', 'domain/', 'platform/platform.ts', 'platform/native-menu.ts', ...REACT],
    types: ['log/', 'engine/', 'platform/folder/chosen-folder.ts', 'platform/windows/windows.ts'],
  },
};

/** What single files, and (ending in '/') folders in a layer, may import beyond their layer. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'domain/memory/scheduler.ts': ['ts-fsrs'],
  'exchange/anki/container/zstd.ts': ['fzstd'],
  'exchange/anki/sqlite/': ['@sqlite.org/sqlite-wasm'],
  'platform/desktop-api.ts': ['zod/mini'],
  'main/window/window-state.ts': ['zod/mini'],
  'engine/workers/recovery-worker.ts': [
    'platform/copies/web-copies.ts',
    'platform/folder/web-folder.ts',
    'platform/journal/web-journal.ts',
  ],
  'engine/workers/look-worker.ts': ['platform/journal/web-journal.ts'],
  'renderer/card/safe/sanitise.ts': ['dompurify', 'platform/external-address.ts'],
  'renderer/card/maths/maths.ts': ['katex', 'katex/contrib/mhchem'],
  'renderer/card/maths/maths-worker.ts': ['katex', 'katex/contrib/mhchem'],
  'renderer/editor/rich/': ['@tiptap/'],
  'renderer/kit/chart/': ['d3-scale', 'd3-shape'],
  'renderer/kit/tree/tree.tsx': ['@tanstack/react-virtual'],
  'renderer/kit/grid/grid.tsx': ['@tanstack/react-virtual'],
  'renderer/kit/list/rows-in-view.ts': ['@tanstack/react-virtual'],
  'renderer/main.tsx': ['engine/', 'store/', 'platform/'],
  'renderer/start/': ['engine/', 'store/', 'platform/'],
};

const PURE = ['kernel/', 'domain/', 'log/', 'exchange/', 'engine/commands/', 'engine/queries/'];
const IMPURE: Readonly<Record<string, RegExp>> = {
  'Date.now': /\bDate\s*\.\s*now\b/,
  'new Date()': /\bnew\s+Date\s*(\(\s*\)|(?!\s*\())/,
  'Date()': /(?<!new\s+|[\w.$])Date\s*\(\s*\)/,
  'Math.random': /\bMath\s*\.\s*random\b/,
};

function beyondLayer(path: string): readonly string[] {
  return Object.entries(FILES).flatMap(([place, entries]) =>
    place === path || (place.endsWith('/') && path.startsWith(place)) ? entries : [],
  );
}

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

/** Everything in `tree` that breaks the layers, one sentence each; none when all is well. */
export function layerViolations(tree: SourceTree): string[] {
  const violations: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of Object.entries(tree)) {
    const folder = path.split('/')[0] ?? '';
    const allowed = MAY_IMPORT[folder];
    if (!allowed) violations.push(`${path} is in a folder without a rule`);
    const targets = importsOf(text).map((found) => ({ ...found, target: resolve(path, found) }));
    graph.set(
      path,
      targets.filter(({ isType }) => !isType).map(({ target }) => target),
    );
    for (const { target, isType, specifier } of targets) {
      const own = [`${folder}/`, ...(allowed?.values ?? []), ...beyondLayer(path)];
      if (isType) own.push(...(allowed?.types ?? []));
      if (!own.some((entry) => matches(target, entry))) {
        violations.push(`${path} may not import ${specifier}`);
      } else if (specifier.startsWith('.') && !target.startsWith('asset:') && !(target in tree)) {
        violations.push(`${path} imports ${specifier}, which is not there`);
      }
    }
    if (PURE.some((pure) => path.startsWith(pure))) {
      const code = withoutText(text);
      for (const [name, pattern] of Object.entries(IMPURE)) {
        if (pattern.test(code)) violations.push(`${path} uses ${name}`);
      }
    }
  }
  return [...violations, ...cycles(graph)];
}

function matches(target: string, entry: string): boolean {
  return /[/:]$/.test(entry) ? target.startsWith(entry) : target === entry;
}

/** Static and dynamic imports and re-exports. */
function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
  const found: Import[] = [];
  const statement =
    /(?:^|[;\n}])\s*(import|export)(\s+type)?\b(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\3/g;
  for (const [, , type, , specifier = ''] of code.matchAll(statement)) {
    found.push({ specifier, isType: type !== undefined });
  }
  const call = /\b(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\1/g;
  for (const [, , specifier = ''] of code.matchAll(call)) {
    found.push({ specifier, isType: false });
  }
  return found;
}

/** A path under src, 'asset:…' for what is not code, or the package's name. */
function resolve(from: string, { specifier }: Import): string {
  if (/\.css$|\?(raw|url|help|worker&url)$/.test(specifier)) return `asset:${specifier}`;
  if (!specifier.startsWith('.')) return specifier;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function withoutText(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/\/\/[^\n]*/g, '');
}

/** Imports of values that lead back to where they began. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push(`${[...trail.slice(start), path].join(' → ')} is a cycle`);
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
