import type { CardId, DeckId } from '../../../kernel/ids.ts';
import type { Card, Flag } from '../../collection/card.ts';
import type { Schedule } from '../../memory/schedule.ts';
import { Names } from './names.ts';
import type { Packed } from './packed.ts';

interface Texts {
  readonly ids: readonly CardId[];
  readonly decks: readonly DeckId[];
  readonly lists: readonly (readonly string[])[];
  /** By place: cards that have more than the usual, or less. */
  readonly odd: Readonly<Record<number, Card>>;
}

const STATES = ['new', 'learning', 'relearning', 'review'] as const;
const NUMBERS = 16;
const USUAL_KEYS = 9;
/** Of a schedule, by its state's place. */
const SCHEDULE_KEYS = [3, 7, 7, 7];

export function packCards(cards: readonly Card[]): Packed {
  const decks = new Names<DeckId>();
  const lists = new Names<readonly string[]>();
  const odd: Record<number, Card> = {};
  const numbers = new Float64Array(NUMBERS * cards.length);
  for (const [at, card] of cards.entries()) {
    if (!isUsual(card)) {
      odd[at] = card;
      continue;
    }
    numbers.set(
      [
        decks.at(card.deckId),
        lists.at(card.sections),
        card.position,
        card.flag,
        card.suspended ? 1 : 0,
        card.absent ? 1 : 0,
        card.buriedUntil,
        ...numbersOf(card.schedule),
      ],
      NUMBERS * at,
    );
  }
  const texts: Texts = { ids: cards.map(({ id }) => id), decks: decks.all, lists: lists.all, odd };
  return { texts, numbers };
}

/** Throws where `packed` is not what `packCards` made. */
export function unpackCards(packed: Packed): Card[] {
  const { texts: kept, numbers } = packed as Packed<Texts>;
  return kept.ids.map((id, at): Card => {
    const odd = kept.odd[at];
    if (odd) return odd;
    const from = NUMBERS * at;
    const deckId = kept.decks[numbers[from] ?? -1];
    const sections = kept.lists[numbers[from + 1] ?? -1];
    if (deckId === undefined || sections === undefined) throw new Error('torn');
    return {
      id,
      deckId,
      sections,
      position: numbers[from + 2] ?? 0,
      schedule: scheduleAt(numbers, from + 7),
      flag: (numbers[from + 3] ?? 0) as Flag,
      suspended: numbers[from + 4] === 1,
      buriedUntil: numbers[from + 6] ?? 0,
      absent: numbers[from + 5] === 1,
    };
  });
}

function numbersOf(schedule: Schedule): number[] {
  const state = STATES.indexOf(schedule.state);
  const { reps, lapses } = schedule;
  if (schedule.state === 'new') return [state, reps, lapses];
  const { memory, lastReview } = schedule;
  const common = [state, reps, lapses, memory.stability, memory.difficulty];
  const last = [lastReview.atMillis, lastReview.studyDay];
  return schedule.state === 'review'
    ? [...common, ...last, schedule.intervalDays, schedule.dueDay]
    : [...common, ...last, schedule.step, schedule.dueAtMillis];
}

function scheduleAt(numbers: Float64Array, from: number): Schedule {
  const number = (which: number): number => numbers[from + which] ?? 0;
  const state = STATES[number(0)];
  const counted = { reps: number(1), lapses: number(2) };
  if (state === undefined) throw new Error('torn');
  if (state === 'new') return { state, ...counted };
  const memory = { stability: number(3), difficulty: number(4) };
  const lastReview = { atMillis: number(5), studyDay: number(6) };
  return state === 'review'
    ? { state, ...counted, memory, intervalDays: number(7), dueDay: number(8), lastReview }
    : { state, ...counted, memory, step: number(7), dueAtMillis: number(8), lastReview };
}

/** Whether the row has what every card has and nothing else. */
function isUsual(card: Card): boolean {
  const { schedule } = card;
  const keys = Object.keys(schedule).length;
  return (
    Object.keys(card).length === USUAL_KEYS &&
    Array.isArray(card.sections) &&
    [card.suspended, card.absent].every((each) => typeof each === 'boolean') &&
    keys === SCHEDULE_KEYS[STATES.indexOf(schedule.state)] &&
    [card.position, card.flag, card.buriedUntil, ...numbersOf(schedule)].every(
      (each) => typeof each === 'number',
    )
  );
}
