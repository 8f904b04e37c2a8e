import { printSearch } from '../search/print-query.ts';
import type { Condition } from '../search/query.ts';

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
      return printSearch(deckCondition(scope.path));
    case 'section': {
      const glob = [{ kind: 'text', text: scope.path }] as const;
      const section: Condition = { kind: 'tag', test: { how: 'plain', glob } };
      if (scope.deckPath === undefined) return printSearch(section);
      return printSearch({ kind: 'and', parts: [deckCondition(scope.deckPath), section] });
    }
    case 'search':
      return scope.text.trim();
  }
}

/** The search that finds what `search` and `within` both find: cards of a bar within a scope. */
export function searchWithin(within: string, search: string): string {
  if (within === '' || search === '') return within + search;
  return `(${within}) ${search}`;
}

function deckCondition(path: string): Condition {
  return { kind: 'deck', glob: [{ kind: 'text', text: path }] };
}
