import type { CardId, NoteId } from '../../../kernel/ids.ts';
import { kindByAge } from '../columns/day-table.ts';
import type { CardToTell, Scoped } from '../columns/scoped.ts';
import type { Sections } from '../columns/sections.ts';
import { type HardUse, hardUseOf } from './hard-use.ts';
import type { SectionName } from './retention.ts';
import { SecondsTally } from './seconds-tally.ts';

/** How a person answers, in the period. */
export interface Answering {
  readonly buttons: {
    /** New cards and those in steps. */
    readonly learning: ButtonCounts;
    readonly young: ButtonCounts;
    readonly mature: ButtonCounts;
  };
  /** Of all answers, by button: Again, Hard, Good, Easy. */
  readonly secondsByButton: readonly [AnswerSeconds, AnswerSeconds, AnswerSeconds, AnswerSeconds];
  readonly secondsBySection: readonly (AnswerSeconds & SectionName)[];
  /** At most twenty each, worst first. */
  readonly slowest: readonly SlowCard[];
  readonly mostFailed: readonly FailedCard[];
  readonly leeches: readonly FailedCard[];
  readonly leechCount: number;
  readonly hardUse: HardUse;
}

/** Again, Hard, Good, Easy. */
export type ButtonCounts = readonly [number, number, number, number];

export interface AnswerSeconds {
  readonly answers: number;
  /** Both undefined without an answer. */
  readonly median: number | undefined;
  readonly mean: number | undefined;
  /** All together. */
  readonly minutes: number;
}

/** A card by name. */
export interface CardLine {
  readonly cardId: CardId;
  readonly noteId: NoteId;
  /** Plain text of the sort field, at most 200 characters. */
  readonly text: string;
  readonly deckName: string;
}

export interface SlowCard extends CardLine {
  readonly answers: number;
  readonly meanSeconds: number;
  readonly minutes: number;
}

export interface FailedCard extends CardLine {
  /** Reviews in the period, and those graded Again. */
  readonly reviews: number;
  readonly failed: number;
  /** Lapses at any time. */
  readonly lapses: number;
  readonly isSuspended: boolean;
}

/** So many cards are listed of each kind. */
const MOST_LISTED = 20;
/** A card's mean says something from so many answers on, and one failure can happen to any. */
const FEWEST_ANSWERS = 3;
const FEWEST_FAILED = 2;
const LEECH = 'leech';

/** How the answers of the span were given (STATS-21 to STATS-25). */
export function answeringOf(scoped: Scoped, { names, ofHistory }: Sections): Answering {
  const { arrays, histories, cardOf, from, to } = scoped;
  const { day, grade, kind, millis, lastInterval } = arrays;
  const buttons = [0, 1, 2].map(() => [0, 0, 0, 0] as [number, number, number, number]);
  const byButton = [1, 2, 3, 4].map(() => new SecondsTally());
  const bySection = names.map(() => new SecondsTally());
  const slow: { card: CardToTell; answers: number; millis: number }[] = [];
  const failing: { card: CardToTell; reviews: number; failed: number }[] = [];
  for (const [index, { start, count }] of histories.entries()) {
    const own = ofHistory[index] ?? [];
    const ofCard = { answers: 0, millis: 0, reviews: 0, failed: 0 };
    for (let at = start; at < start + count; at++) {
      const today = day[at] ?? 0;
      if (today < from || today > to) continue;
      const button = (grade[at] ?? 1) - 1;
      const spent = millis[at] ?? 0;
      const age = kindByAge(kind[at] ?? 0, lastInterval[at] ?? 0);
      const row = buttons[Math.max(0, age - 1)];
      if (row) row[button as 0]++;
      byButton[button]?.add(spent);
      for (const section of own) bySection[section]?.add(spent);
      ofCard.answers++;
      ofCard.millis += spent;
      if (age < 2) continue;
      ofCard.reviews++;
      if (button === 0) ofCard.failed++;
    }
    const card = cardOf[index];
    if (!card) continue;
    if (ofCard.answers >= FEWEST_ANSWERS) slow.push({ card, ...ofCard });
    if (ofCard.failed >= FEWEST_FAILED) failing.push({ card, ...ofCard });
  }
  const [learning, young, mature] = buttons as unknown as [
    ButtonCounts,
    ButtonCounts,
    ButtonCounts,
  ];
  const leeches = scoped.cards.filter(({ note }) => note.note.tags.includes(LEECH));
  const reviewed = new Map(failing.map((each) => [each.card.card.id, each]));
  return {
    buttons: { learning, young, mature },
    secondsByButton: byButton.map((tally) =>
      tally.told(),
    ) as unknown as Answering['secondsByButton'],
    secondsBySection: bySection.flatMap((tally, index) => {
      const [name, told] = [names[index], tally.told()];
      return name && told.answers > 0 ? [{ ...name, ...told }] : [];
    }),
    slowest: worst(slow, (each) => each.millis / each.answers).map((each) => ({
      ...lineOf(each.card),
      answers: each.answers,
      meanSeconds: each.millis / each.answers / 1000,
      minutes: each.millis / 60_000,
    })),
    mostFailed: worst(failing, (each) => each.failed).map((each) => failedLine(each.card, each)),
    leeches: worst(leeches, ({ card }) => card.schedule.lapses).map((card) =>
      failedLine(card, reviewed.get(card.card.id)),
    ),
    leechCount: leeches.length,
    hardUse: hardUseOf(scoped),
  };
}

/** Those with the most of `by`, at the same by id, so that the same cards come out alike. */
function worst<Each extends CardToTell | { readonly card: CardToTell }>(
  among: readonly Each[],
  by: (each: Each) => number,
): Each[] {
  const idOf = (each: Each): string => ('deck' in each ? each.card.id : each.card.card.id);
  return [...among]
    .sort((a, b) => by(b) - by(a) || (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, MOST_LISTED);
}

function lineOf({ card, note, deck }: CardToTell): CardLine {
  return { cardId: card.id, noteId: note.note.id, text: note.sortText, deckName: deck.name };
}

function failedLine(
  card: CardToTell,
  { reviews, failed }: { reviews: number; failed: number } = { reviews: 0, failed: 0 },
): FailedCard {
  const { schedule, suspended } = card.card;
  const { lapses } = schedule;
  return { ...lineOf(card), reviews, failed, lapses, isSuspended: suspended };
}
