import { withMoreDue } from '../../src/domain/balance/days-ahead.ts';
import type { Card } from '../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
} from '../../src/domain/collection/deck.ts';
import { ALL_DECKS, type DayTotals, emptyDay } from '../../src/domain/collection/review.ts';
import { kindOf } from '../../src/domain/collection/review.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import { answer } from '../../src/domain/memory/scheduler.ts';
import { schedulerOptions } from '../../src/domain/collection/deck.ts';
import { buildQueue } from '../../src/domain/study/queue/build.ts';
import { rangesOver } from '../../src/domain/study/queue/chosen.ts';
import type { QueueMoment, Queue } from '../../src/domain/study/queue/queue.ts';
import type { Ranges } from '../../src/domain/study/queue/ranges.ts';
import { type Scope, sourceOf } from '../../src/domain/study/source.ts';
import { TallyChanges, tallyKey } from '../../src/domain/study/tally.ts';
import { withAncestors } from '../../src/kernel/path.ts';
import { type TodayView, todayView } from '../../src/domain/study/today/today.ts';
import { byNote } from '../../src/domain/study/waiting.ts';
import { type CardId, type DeckId, noteIdOf } from '../../src/kernel/ids.ts';
import { A_DECK, NOW, TODAY } from './collection.ts';

/** A collection in memory. What is left out: one deck, the default options, nothing answered. */
export interface Collection {
  readonly cards: readonly Card[];
  readonly decks: readonly Deck[];
  /** By place: of the deck at the same place; parts of a preset stand over the default ones. */
  readonly presets: readonly Preset[];
  readonly totals: ReadonlyMap<string, DayTotals>;
}
export type PartOfCollection = Omit<Partial<Collection>, 'presets'> & {
  readonly presets?: readonly Partial<Preset>[];
};

export function aCollection(part: PartOfCollection): Collection {
  const decks = (part.decks ?? [A_DECK]).map((deck, at) => ({ ...deck, presetId: `preset-${at}` }));
  return {
    cards: part.cards ?? [],
    decks,
    presets: decks.map((_, at) => ({
      ...DEFAULT_PRESET,
      ...part.presets?.[at],
      id: `preset-${at}`,
    })),
    totals: part.totals ?? new Map(),
  };
}

export function aMoment(more: Partial<QueueMoment> = {}): QueueMoment {
  return {
    nowMillis: NOW,
    today: TODAY,
    endOfDayMillis: (TODAY + 1) * 86_400_000 + 4 * 3_600_000,
    settings: DEFAULT_STUDY_SETTINGS,
    ...more,
  };
}

/** Ranges that answer as the store does. */
export function rangesIn({ cards, decks, presets, totals }: Collection): Ranges {
  const none: Ranges = {
    decks: async () => decks,
    presets: async () => presets,
    tallies: async () => new Map(),
    dueByDay: async () => {
      const counted = new TallyChanges();
      for (const own of byNote(cards).values()) counted.count(own, 1);
      const reviews = decks.map(({ id }) => counted.tally(id, '').reviewCards);
      return withMoreDue(new Map(), reviews);
    },
    totals: async () => totals,
    inSteps: async () => [],
    lane: async () => [],
    laneIds: async () => [],
    cards: async (ids) => ids.map((id) => cards.find((card) => card.id === id)),
    cardsOfNotes: async () => [],
  };
  return { ...rangesOver(none, cards), decks: none.decks };
}

export function queueIn(
  part: PartOfCollection,
  scope: Scope = {},
  moment: Partial<QueueMoment> = {},
  limit = 500,
): Promise<Queue> {
  const ranges = rangesIn(aCollection(part));
  return buildQueue(sourceOf(scope), ranges, aMoment(moment), limit);
}

export async function idsOf(...of: Parameters<typeof queueIn>): Promise<CardId[]> {
  return (await queueIn(...of)).cards.map(({ id }) => id);
}

/** The collection after `card` was answered, siblings put off as the options have it. */
export function answered(
  collection: Collection,
  card: Card,
  grade: Grade,
  { nowMillis, today, settings }: QueueMoment,
): Collection {
  const deckAt = collection.decks.findIndex(({ id }) => id === card.deckId);
  const preset = collection.presets[deckAt] ?? DEFAULT_PRESET;
  const schedule = answer(schedulerOptions(preset, settings), card.id, card.schedule, grade, {
    atMillis: nowMillis,
    studyDay: today,
  });
  const totals = new Map(collection.totals);
  for (const id of [card.deckId, ALL_DECKS]) {
    const day = totals.get(id) ?? emptyDay(id, today);
    const kind = kindOf(card.schedule);
    const old = day.byKind[kind];
    totals.set(id, {
      ...day,
      byKind: { ...day.byKind, [kind]: { ...old, answers: old.answers + 1 } },
    });
  }
  const isPutOff = (other: Card): boolean =>
    preset.burySiblings &&
    noteIdOf(other.id) === noteIdOf(card.id) &&
    (other.schedule.state === 'new' ||
      (other.schedule.state === 'review' && other.schedule.dueDay <= today));
  return {
    ...collection,
    totals,
    cards: collection.cards.map((other) => {
      if (other.id === card.id) return { ...other, schedule, buriedUntil: 0 };
      return isPutOff(other) ? { ...other, buriedUntil: today + 1 } : other;
    }),
  };
}

/** What Today shows of the collection. */
export function todayIn(collection: Collection, moment: QueueMoment): TodayView {
  const { cards, decks, presets, totals } = collection;
  const { today, endOfDayMillis } = moment;
  const counted = new TallyChanges();
  const notes = byNote(cards);
  for (const own of notes.values()) counted.count(own, 1);
  const sections = ['', ...new Set(cards.flatMap((card) => withAncestors(card.sections)))];
  const learning = cards.filter(
    (card) =>
      'dueAtMillis' in card.schedule &&
      !card.suspended &&
      !card.absent &&
      card.buriedUntil <= today,
  );
  return todayView({
    today,
    decks,
    presets,
    tallies: new Map(
      decks.flatMap(({ id }) =>
        sections.map((section) => [tallyKey(id, section), counted.tally(id, section)] as const),
      ),
    ),
    doneToday: totals,
    recentDays: [],
    studiedDays: [],
    learning: learning.filter(
      ({ schedule }) => 'dueAtMillis' in schedule && schedule.dueAtMillis < endOfDayMillis,
    ),
    cardsOfNotesInSteps: learning.flatMap((card) => notes.get(noteIdOf(card.id)) ?? []),
    firstInterval: () => 3,
  });
}

export function aDeck(name: string, more: Partial<Deck> = {}): Deck {
  return { ...A_DECK, id: name as DeckId, name, ...more };
}
