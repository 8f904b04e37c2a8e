import { resolve } from 'node:path';

/** What the bundler tells of a module, as far as it is asked here. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * All that the page cannot start without, in one file: a few dozen small ones, each compressed by
 * itself, are more bytes and more requests.
 */
export function startChunk(): (id: string, graph: Graph) => string | null {
  const entry = resolve('src/renderer/main.tsx');
  let start: ReadonlySet<string> | undefined;
  return (id, graph) => {
    start ??= reachable(entry, graph);
    return id !== entry && start.has(id) ? 'start' : null;
  };
}

function reachable(entry: string, graph: Graph): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
