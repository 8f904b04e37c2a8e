import type { Flag } from '../collection/card.ts';
import type { Grade } from '../memory/schedule.ts';

/** A text with wildcards: `many` is any characters or none, `one` exactly one. */
export type Glob = readonly GlobPart[];
export type GlobPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'one' };

/** How a text is compared. A pattern is a regular expression in any case, unless it begins (?-i). */
export type TextTest =
  | { readonly how: 'plain' | 'without-accents'; readonly glob: Glob }
  | { readonly how: 'pattern'; readonly source: string };

export const STATES = [
  'new',
  'learn',
  'review',
  'due',
  'suspended',
  'buried',
  'buried-manually',
  'buried-sibling',
  'leech',
  'marked',
  'absent',
] as const;
export type StateName = (typeof STATES)[number];

export const PROPERTIES = ['ivl', 'due', 'reps', 'lapses', 'pos', 's', 'd', 'r', 'rated'] as const;
export type PropertyName = (typeof PROPERTIES)[number];

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One thing asked of a note or card. Days count study days, 1 being today. */
export type Condition =
  /** `inCloze`: of cloze notes alone. */
  | { readonly kind: 'text'; readonly test: TextTest; readonly inCloze?: true }
  | { readonly kind: 'word'; readonly glob: Glob }
  | { readonly kind: 'field'; readonly field: Glob; readonly test: TextTest }
  | { readonly kind: 'deck'; readonly glob: Glob }
  | { readonly kind: 'current-deck' }
  | { readonly kind: 'tag'; readonly test: TextTest }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'type'; readonly glob: Glob }
  | { readonly kind: 'preset'; readonly glob: Glob }
  | { readonly kind: 'template'; readonly glob: Glob }
  | { readonly kind: 'card'; readonly slot: number }
  | { readonly kind: 'is'; readonly state: StateName }
  | { readonly kind: 'flag'; readonly flag: Flag }
  | {
      readonly kind: 'property';
      readonly name: PropertyName;
      readonly comparison: Comparison;
      readonly value: number;
      /** Of `rated`. */
      readonly grade?: Grade;
    }
  | { readonly kind: 'rated'; readonly days: number; readonly grade?: Grade }
  | { readonly kind: 'added'; readonly days: number }
  | { readonly kind: 'edited'; readonly days: number }
  | { readonly kind: 'introduced'; readonly days: number }
  /** 0: today. */
  | { readonly kind: 'due-within'; readonly days: number }
  | { readonly kind: 'due-tomorrow' }
  | { readonly kind: 'ids'; readonly of: IdOwner; readonly ids: readonly string[] }
  | { readonly kind: 'duplicate'; readonly typeId: string; readonly text: string };

export type IdOwner = 'note' | 'card' | 'deck' | 'type';

/** What a search asks. `and` and `or` have two parts or more; `all` stands alone. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | Condition;

/** The conditions of `query`, in order. */
export function conditionsOf(query: Query): Condition[] {
  switch (query.kind) {
    case 'all':
      return [];
    case 'and':
    case 'or':
      return query.parts.flatMap(conditionsOf);
    case 'not':
      return conditionsOf(query.part);
    default:
      return [query];
  }
}
