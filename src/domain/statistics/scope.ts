/** Which cards a question about statistics is about. */
export type StatisticsScope =
  | { readonly kind: 'all' }
  /** A deck with those below it, by its path: 'Neurology::MS'. */
  | { readonly kind: 'deck'; readonly path: string }
  /** A section or label with those below it, of every deck or of one with those below it. */
  | { readonly kind: 'section'; readonly path: string; readonly deckPath?: string }
  /** What a search finds, in the language of docs/search.md. */
  | { readonly kind: 'search'; readonly text: string };

/** The search that finds the cards of `scope`; '' for all. */
export function searchOfScope(scope: StatisticsScope): string {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'deck':
      return `deck:${quoted(scope.path)}`;
    case 'section': {
      const section = `tag:${quoted(scope.path)}`;
      return scope.deckPath === undefined ? section : `deck:${quoted(scope.deckPath)} ${section}`;
    }
    case 'search':
      return scope.text.trim();
  }
}

/** As a search takes a name literally. */
function quoted(name: string): string {
  return `"${name.replace(/[\\"*_]/g, (character) => `\\${character}`)}"`;
}
