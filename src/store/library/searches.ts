import type { SavedSearch } from '../../domain/collection/saved-search.ts';
import type { RoundsDatabase } from '../schema.ts';

export function readSearches(db: RoundsDatabase): Promise<SavedSearch[]> {
  return db.searches.toArray();
}
