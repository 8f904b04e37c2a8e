import { parseSearch } from '../../../domain/search/parse-query.ts';
import { printSearch } from '../../../domain/search/print-query.ts';
import type { Query } from '../../../domain/search/query.ts';
import { t } from '../../../kernel/texts.ts';
import type { Combine } from '../../kit/tree/use-tree-keys.ts';

/**
 * The search `text` with `term` in its place, or joined to it by and, or, and not. A text that
 * cannot be read is replaced: nothing can be joined to it.
 */
export function combinedSearch(text: string, term: Query, combine: Combine): string {
  const added = combine === 'not' ? printSearch({ kind: 'not', part: term }) : printSearch(term);
  const read = parseSearch(text);
  const before = text.trim();
  if (combine === 'alone' || !read.ok || read.query.kind === 'all') return added;
  if (combine === 'or') return t`${before} or ${inGroup(added, term, ['and'])}`;
  const kept = read.query.kind === 'or' ? `(${before})` : before;
  return `${kept} ${combine === 'and' ? inGroup(added, term, ['or']) : added}`;
}

/** Whether `term` is what `text` asks, or one of the things that it asks to hold together. */
export function isAskedFor(query: Query, term: Query): boolean {
  const parts = query.kind === 'and' || query.kind === 'or' ? query.parts : [query];
  const wanted = printSearch(term);
  return parts.some((part) => printSearch(part) === wanted);
}

function inGroup(printed: string, query: Query, kinds: readonly Query['kind'][]): string {
  return kinds.includes(query.kind) ? `(${printed})` : printed;
}
