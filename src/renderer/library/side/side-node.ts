import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { TreeNode } from '../../kit/tree/visible-nodes.ts';

/** What a row of the side tree stands for. */
export type SideTopic =
  | { readonly kind: 'group' }
  /** Holds all decks, or all sections: the top level of their paths. */
  | { readonly kind: 'top'; readonly of: 'deck' | 'section' }
  | { readonly kind: 'state' }
  | { readonly kind: 'type' }
  | { readonly kind: 'flag'; readonly flag: number }
  | { readonly kind: 'saved'; readonly search: SavedSearch }
  /** Without an id: only a part of other decks' paths. */
  | { readonly kind: 'deck'; readonly path: string; readonly deckId: DeckId | undefined }
  | { readonly kind: 'section'; readonly path: string };

export interface SideNode extends TreeNode<SideNode> {
  readonly topic: SideTopic;
  readonly children: readonly SideNode[];
  /** Cards, those below included. */
  readonly count: number | undefined;
  /** What choosing it searches for; absent where it only holds others. */
  readonly term: Query | undefined;
}
