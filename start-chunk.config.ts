import { resolve } from 'node:path';

/** What the bundler tells of a module, as far as it is asked here. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const MAIN = 'src/renderer/main.tsx';
/** What the card at hand is graded, put aside and taken back with. */
const SOON = [
  'src/engine/commands/soon.ts',
  'src/engine/queries/soon.ts',
  'src/engine/journal/keeper.ts',
];

/**
 * All that the page cannot start without, in one file, and all that is loaded right after it in
 * another: a few dozen small ones, each compressed by itself, are more bytes and more requests.
 * What both need is of the start.
 */
export const startChunks = [
  { name: reachedFrom('start', [MAIN]), debugName: 'start', priority: 2 },
  { name: reachedFrom('soon', SOON), debugName: 'soon', priority: 1 },
];

function reachedFrom(
  name: string,
  entries: readonly string[],
): (id: string, graph: Graph) => string | null {
  let reached: ReadonlySet<string> | undefined;
  return (id, graph) => {
    reached ??= reachable(
      entries.map((entry) => resolve(entry)),
      graph,
    );
    return id !== resolve(MAIN) && reached.has(id) ? name : null;
  };
}

function reachable(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set(entries);
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
