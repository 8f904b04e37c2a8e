import type { Grade } from '../memory/schedule.ts';

/** One answer of a card as training sees it. */
export interface TrainingAnswer {
  readonly grade: Grade;
  /** Whole study days since the card's answer before; 0 for the first, and within a day. */
  readonly days: number;
  /** When it was given, in milliseconds since 1970: decides what is recent. */
  readonly atMillis: number;
}

/**
 * Answers of many cards in columns, a card after the other, each card's in the order they were
 * given. Card `c` has the places `starts[c]` up to, without it, `starts[c + 1]`.
 */
export interface TrainingSet {
  /** One more than there are cards; the last is the number of answers. */
  readonly starts: Uint32Array;
  /** 1 to 4. */
  readonly grades: Uint8Array;
  /** Days since the answer before; see {@link TrainingAnswer}. */
  readonly days: Uint32Array;
  readonly atMillis: Float64Array;
}

/** The columns of `cards`, each a card's answers in the order they were given. */
export function trainingSetOf(cards: readonly (readonly TrainingAnswer[])[]): TrainingSet {
  const total = cards.reduce((sum, card) => sum + card.length, 0);
  const starts = new Uint32Array(cards.length + 1);
  const grades = new Uint8Array(total);
  const days = new Uint32Array(total);
  const atMillis = new Float64Array(total);
  let place = 0;
  cards.forEach((card, index) => {
    card.forEach((answer, nth) => {
      grades[place] = answer.grade;
      days[place] = nth === 0 ? 0 : answer.days;
      atMillis[place] = answer.atMillis;
      place++;
    });
    starts[index + 1] = place;
  });
  return { starts, grades, days, atMillis };
}

/** How many cards `histories` has. */
export function cardCount(histories: TrainingSet): number {
  return histories.starts.length - 1;
}

/**
 * Whether the answer at `place` is predicted: it came at least a day after the one before it
 * (TRAIN-1). A card's first answer has nothing to go by, and within a day FSRS-6 says no more than
 * a constant would.
 */
export function isPredicted(histories: TrainingSet, place: number): boolean {
  return (histories.days[place] ?? 0) > 0;
}

/** Whether anything was forgotten among the predicted answers: else nothing tells when it would be. */
export function hasForgotten(histories: TrainingSet): boolean {
  return histories.grades.some((grade, place) => grade === 1 && isPredicted(histories, place));
}

/** TrainingSet of the cards for which `keeps` holds, in the same order. */
export function onlyCards(histories: TrainingSet, keeps: (card: number) => boolean): TrainingSet {
  const { starts } = histories;
  const kept: number[] = [];
  let total = 0;
  for (let card = 0; card < cardCount(histories); card++) {
    if (!keeps(card)) continue;
    kept.push(card);
    total += (starts[card + 1] ?? 0) - (starts[card] ?? 0);
  }
  const part = {
    starts: new Uint32Array(kept.length + 1),
    grades: new Uint8Array(total),
    days: new Uint32Array(total),
    atMillis: new Float64Array(total),
  };
  let place = 0;
  kept.forEach((card, index) => {
    const [from, to] = [starts[card] ?? 0, starts[card + 1] ?? 0];
    part.grades.set(histories.grades.subarray(from, to), place);
    part.days.set(histories.days.subarray(from, to), place);
    part.atMillis.set(histories.atMillis.subarray(from, to), place);
    place += to - from;
    part.starts[index + 1] = place;
  });
  return part;
}

/** The answers of each card up to, without it, `cut`. */
export function answersUntil(histories: TrainingSet, cut: number): TrainingSet {
  const { starts, grades, days, atMillis } = histories;
  const ends = Array.from({ length: cardCount(histories) }, (_, card) => {
    let end = starts[card] ?? 0;
    while (end < (starts[card + 1] ?? 0) && (atMillis[end] ?? 0) < cut) end++;
    return end;
  });
  const kept: number[] = [];
  const places = new Uint32Array(ends.length + 1);
  ends.forEach((end, card) => {
    for (let place = starts[card] ?? 0; place < end; place++) kept.push(place);
    places[card + 1] = kept.length;
  });
  return {
    starts: places,
    grades: Uint8Array.from(kept, (place) => grades[place] ?? 0),
    days: Uint32Array.from(kept, (place) => days[place] ?? 0),
    atMillis: Float64Array.from(kept, (place) => atMillis[place] ?? 0),
  };
}
