import { Dexie } from 'dexie';
import type { Deck, Preset, StudySettings } from '../../domain/collection/deck.ts';
import { type DayTotals, emptyDay } from '../../domain/collection/review.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import { allowanceOf, leftToday } from '../../domain/study/allowance.ts';
import { availableBy, EMPTY_TALLY } from '../../domain/study/tally.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { presetOf } from '../../domain/collection/presets.ts';
import type { RoundsDatabase } from '../schema.ts';
import { tallyOf } from '../tally-row.ts';
import { type KnownScope, type Scope, withSubdecks } from './scope.ts';

/** One deck's part in a queue. */
export interface DeckShare {
  readonly deck: Deck;
  readonly preset: Preset;
  readonly allowance: { readonly new: number; readonly review: number };
  readonly left: { readonly new: number; readonly review: number };
  readonly done: DayTotals;
  /** Reviews due today, limits aside. */
  readonly due: { readonly cards: number; readonly notes: number };
  /** Some notes have both a new card and a review due. */
  readonly hasNewAndDue: boolean;
}

/** What the parts of one queue have in common. */
export interface Reading {
  readonly scope: KnownScope;
  readonly settings: StudySettings;
  readonly today: StudyDay;
  /** Decks with sibling burying. */
  readonly burying: ReadonlySet<DeckId>;
  /** Notes with a card in steps; with sibling burying their other cards wait (QUEUE-7). */
  readonly inSteps: ReadonlySet<NoteId>;
}

/** The decks that `scope` covers, in order of their names, with their limits and what is left. */
export async function readShares(
  db: RoundsDatabase,
  scope: Scope,
  today: StudyDay,
): Promise<DeckShare[]> {
  const { deckId, section = '' } = scope;
  const all = await db.decks.toArray();
  const decks = (deckId === undefined ? all : withSubdecks(all, deckId)).sort(byName);
  const ids = decks.map((deck) => deck.id);
  const [presets, tallies, days] = await Promise.all([
    db.presets.toArray(),
    deckId === undefined
      ? db.tallies
          .where('[section+deckId]')
          .between([section, Dexie.minKey], [section, Dexie.maxKey])
          .toArray()
      : db.tallies.bulkGet(ids.map((id): [string, string] => [section, id])),
    deckId === undefined
      ? db.days.where('studyDay').equals(today).toArray()
      : db.days.bulkGet(ids.map((id): [string, number] => [id, today])),
  ]);
  const tallyOfDeck = new Map(tallies.flatMap((row) => (row ? [[row.deckId, row]] : [])));
  const doneIn = new Map(days.flatMap((day) => (day ? [[day.deckId, day]] : [])));
  return decks.map((deck): DeckShare => {
    const row = tallyOfDeck.get(deck.id);
    const tally = row ? tallyOf(row, today) : EMPTY_TALLY;
    const preset = presetOf(deck, presets);
    const done = doneIn.get(deck.id);
    const allowance = allowanceOf(preset, done);
    const due = {
      cards: availableBy(tally.reviewCards, today),
      notes: availableBy(tally.reviewNotes, today),
    };
    return {
      deck,
      preset,
      allowance,
      left: leftToday(tally, preset, allowance, today),
      done: done ?? emptyDay(deck.id, today),
      due,
      hasNewAndDue: availableBy(tally.newNotesInReview, today) > 0,
    };
  });
}

/** Decks whose cards are buried behind their siblings. */
export function buryingDecks(shares: readonly DeckShare[]): ReadonlySet<DeckId> {
  return new Set(shares.flatMap(({ deck, preset }) => (preset.burySiblings ? [deck.id] : [])));
}

export function byName(one: Deck, other: Deck): number {
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}

export function sum(
  shares: readonly DeckShare[],
  part: (share: DeckShare) => { readonly new: number; readonly review: number },
): { readonly new: number; readonly review: number } {
  return {
    new: shares.reduce((sum, share) => sum + part(share).new, 0),
    review: shares.reduce((sum, share) => sum + part(share).review, 0),
  };
}
