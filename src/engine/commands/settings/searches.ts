import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Result } from '../../../kernel/problem.ts';
import { apply } from '../../../store/apply.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { plain } from '../plain.ts';

/** Keeps a search under a name; with the id of one that exists, in its place. */
export function saveSearch(
  deps: Deps,
  search: Omit<SavedSearch, 'id'> & { readonly id?: string },
): Promise<Result<Operation>> {
  const saved: SavedSearch = { ...search, id: search.id ?? deps.newId() };
  return apply(deps.store, intentOf(deps, { kind: 'save-search', search: saved }));
}

export const deleteSearch = plain((searchId: string) => ({ kind: 'delete-search', searchId }));
