import { Spellings } from '../../text/same-name.ts';
import { comparePaths, partsOf, withAncestors } from '../../../kernel/path.ts';
import type { SectionName } from '../figures/retention.ts';
import { searchOfScope } from '../scope.ts';
import type { Scoped } from './scoped.ts';

/** The sections of the decks in question, and which of them each history counts for. */
export interface Sections {
  readonly names: readonly SectionName[];
  /** Indices in `names`, by history; of a card that is gone: none. */
  readonly ofHistory: readonly (readonly number[])[];
}

const NONE: readonly number[] = [];

/** In reading order, deck by deck; cards without a section count for their deck's ''. */
export function sectionsOf({ cardOf }: Pick<Scoped, 'cardOf'>): Sections {
  const spellings = new Spellings();
  const found = new Map<string, { readonly deckName: string; readonly section: string }>();
  const byPlace = new Map<string, { readonly keys: readonly string[]; indices: number[] }>();
  const places = cardOf.map((card) => {
    if (!card) return undefined;
    const { deck, card: row } = card;
    const key = `${deck.id}\n${row.sections.join('\n')}`;
    const known = byPlace.get(key);
    if (known) return known;
    const spelt = row.sections.map((each) => spellings.of(each));
    const paths = spelt.length === 0 ? [''] : withAncestors(spelt);
    const keys = paths.map((section) => `${deck.name}\n${section}`);
    for (const [index, section] of paths.entries()) {
      found.set(keys[index] ?? '', { deckName: deck.name, section });
    }
    const place = { keys, indices: [] };
    byPlace.set(key, place);
    return place;
  });
  const sorted = [...found].sort(([, one], [, other]) => inReadingOrder(one, other));
  const at = new Map(sorted.map(([key], index) => [key, index]));
  for (const place of byPlace.values()) {
    place.indices = place.keys.map((key) => at.get(key) ?? 0);
  }
  return {
    names: sorted.map(([, { deckName, section }]) => ({
      deckName,
      section,
      search: searchOfSection(deckName, section),
    })),
    ofHistory: places.map((place) => place?.indices ?? NONE),
  };
}

function searchOfSection(deckName: string, section: string): string {
  if (section === '') return `${searchOfScope({ kind: 'deck', path: deckName })} tag:none`;
  return searchOfScope({ kind: 'section', path: section, deckPath: deckName });
}

type Place = Pick<SectionName, 'deckName' | 'section'>;

function inReadingOrder(one: Place, other: Place): number {
  const byDeck = comparePaths(partsOf(one.deckName), partsOf(other.deckName), byText);
  return byDeck || comparePaths(partsOf(one.section), partsOf(other.section), byText);
}

function byText(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
