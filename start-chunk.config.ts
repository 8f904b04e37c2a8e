import { resolve } from 'node:path';

/** What the bundler tells of a module, as far as it is asked here. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const MAIN = 'src/renderer/main.tsx';

/**
 * The files of a start, each with what it is loaded for: all that the page cannot do without; the two
 * screens that a day begins with; what the card at hand is graded, put aside and taken back with. A few
 * dozen small ones, each compressed by itself, would be more bytes and more requests.
 */
const FILES: Readonly<Record<string, readonly string[]>> = {
  start: [MAIN],
  today: ['src/renderer/today/today.tsx', 'src/engine/queries/for-today.ts'],
  review: [
    'src/renderer/review/review-screen.tsx',
    'src/engine/commands/first-card.ts',
    'src/engine/queries/for-card.ts',
  ],
  soon: [
    'src/engine/commands/soon.ts',
    'src/engine/queries/soon.ts',
    'src/engine/journal/keeper.ts',
  ],
};

/** What a file needs comes with it, unless a file before it has it. */
const filesOfTheStart = Object.keys(FILES).map((name, place, { length }) => ({
  name: (id: string, graph: Graph) => (fileOf(id, graph) === name ? name : null),
  debugName: name,
  priority: length - place,
}));

/**
 * What two or more later parts have in common, of our own code: one file in the place of a hundred small
 * ones, each of which is a request. What brings a package along, as the editor does, is not of it.
 */
const shared = {
  name: (id: string, graph: Graph) => (isLight(id, graph) ? 'shared' : null),
  debugName: 'shared',
  priority: 0,
  minShareCount: 2,
};

export const startChunks = [...filesOfTheStart, shared];

function isLight(id: string, graph: Graph): boolean {
  const isOurs = (each: string) => each.startsWith(resolve('src'));
  const isLater = (each: string) => fileOf(each, graph) === undefined;
  if (!isOurs(id) || id === resolve(MAIN) || !isLater(id)) return false;
  return [...reachable([id], graph)].every((each) => isOurs(each) || !isLater(each));
}

/** Which modules each file reaches, worked out once a build. */
let reached: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function fileOf(id: string, graph: Graph): string | undefined {
  if (id === resolve(MAIN)) return undefined;
  reached ??= new Map(
    Object.entries(FILES).map(([name, entries]) => [name, reachable(entries, graph)]),
  );
  const names = [...reached].filter(([, ids]) => ids.has(id)).map(([name]) => name);
  // What both first screens need is of the start.
  const isOfBoth = names.includes('today') && names.includes('review');
  return isOfBoth ? 'start' : names[0];
}

function reachable(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set(entries.map((entry) => resolve(entry)));
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
