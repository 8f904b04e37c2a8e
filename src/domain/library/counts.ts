import { tagsOf } from '../content/note.ts';
import { placesOf } from '../collection/deck.ts';
import { Spellings } from '../text/same-name.ts';
import { allTypes } from '../content/stock.ts';
import { isDue } from '../search/matching/due.ts';
import type { StateName } from '../search/query.ts';
import type { Collection } from './collection.ts';
import type { CardEntry } from './entries.ts';
import type { LibraryCounts, NameCount } from './library.ts';
import { compareTexts } from './rows/text-ranks.ts';
import type { RowMoment } from './rows/row-values.ts';
import { comparePaths, partsOf, pathAndAbove } from '../../kernel/path.ts';

/** How many cards each search of the side tree finds. Time: one look at every card. */
export function countsOf(
  collection: Collection,
  now: RowMoment & { readonly atMillis: number },
): LibraryCounts {
  const places = placesOf([...collection.decks.values()].map(({ name }) => name));
  const decks = new Tally(places.values());
  const moment = { ...now, learnAheadMinutes: collection.settings.learnAheadMinutes };
  const tags = new Tally([]);
  const spellings = new Spellings();
  const types = new Map<string, number>();
  const flags = [0, 0, 0, 0, 0, 0, 0, 0];
  const states: Record<StateName, number> = noStates();
  let cards = 0;
  let notes = 0;
  let untagged = 0;
  let addedToday = 0;
  for (const note of collection.notes) {
    const inSight = note.cards.filter(({ card }) => !card.absent);
    states.absent += note.cards.length - inSight.length;
    for (const card of inSight) {
      decks.add([places.get(card.deck.name) ?? card.deck.name], 1);
      flags[card.card.flag] = (flags[card.card.flag] ?? 0) + 1;
      for (const state of statesOf(card, moment)) states[state]++;
    }
    const names = tagsOf(note.note).map((tag) => spellings.of(tag));
    tags.add(names, inSight.length);
    if (names.length === 0) untagged += inSight.length;
    if (note.note.addedAtMillis >= now.startOfTodayMillis) addedToday += inSight.length;
    types.set(note.type.id, (types.get(note.type.id) ?? 0) + inSight.length);
    cards += inSight.length;
    if (inSight.length > 0 || note.cards.length === 0) notes++;
  }
  return {
    cards,
    notes,
    decks: decks.sorted(),
    tags: tags.sorted(),
    untagged,
    addedToday,
    types: allTypes(collection.noteTypes.values()).map(({ id, name }) => ({
      id,
      name,
      cards: types.get(id) ?? 0,
    })),
    states,
    flags,
  };
}

function noStates(): Record<StateName, number> {
  return {
    new: 0,
    learn: 0,
    review: 0,
    due: 0,
    suspended: 0,
    buried: 0,
    'buried-manually': 0,
    'buried-sibling': 0,
    leech: 0,
    marked: 0,
    absent: 0,
  };
}

function statesOf(
  { card, note }: CardEntry,
  now: RowMoment & { readonly atMillis: number; readonly learnAheadMinutes: number },
): StateName[] {
  const states: StateName[] = [];
  const { state } = card.schedule;
  if (state === 'new') states.push('new');
  if (state === 'learning' || state === 'relearning') states.push('learn');
  if (state === 'review' || state === 'relearning') states.push('review');
  if (isDue(card, now)) states.push('due');
  if (card.suspended) states.push('suspended');
  if (card.buriedUntil > now.today) states.push('buried', 'buried-manually', 'buried-sibling');
  for (const label of ['leech', 'marked'] as const) {
    if (note.note.tags.includes(label)) states.push(label);
  }
  return states;
}

/** Cards by path, each path counting all below it. */
class Tally {
  readonly #counts = new Map<string, number>();
  readonly #paths = new Map<string, readonly string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add([name], 0);
  }

  /** `cards` with all of `names`: what lies above several of them counts once. */
  add(names: readonly string[], cards: number): void {
    const paths = names.map((name) => this.#pathsOf(name));
    const [first] = paths;
    const each = paths.length === 1 && first ? first : new Set(paths.flat());
    for (const path of each) this.#counts.set(path, (this.#counts.get(path) ?? 0) + cards);
  }

  sorted(): NameCount[] {
    return [...this.#counts]
      .filter(([name]) => name !== '')
      .map(([name, cards]) => ({ name, cards, path: partsOf(name) }))
      .sort((a, b) => comparePaths(a.path, b.path, compareTexts))
      .map(({ name, cards }) => ({ name, cards }));
  }

  #pathsOf(name: string): readonly string[] {
    const known = this.#paths.get(name);
    if (known) return known;
    const paths = pathAndAbove(name);
    this.#paths.set(name, paths);
    return paths;
  }
}
