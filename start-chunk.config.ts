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
export const startChunks = Object.keys(FILES).map((name, place, { length }) => ({
  name: (id: string, graph: Graph) => (fileOf(id, graph) === name ? name : null),
  debugName: name,
  priority: length - place,
}));

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
