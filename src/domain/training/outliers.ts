import { cardCount, onlyCards, type TrainingSet } from './training-set.ts';

/** Of each first grade at least so many cards go, and a twentieth of all. */
const FEWEST_REMOVED = 20;
const SHARE_REMOVED = 1 / 20;

/** A group of cards stays only with so many cards … */
const FEWEST_OF_A_GROUP = 6;

/** … and with a first interval of at most so many days, by first grade: Again, Hard, Good, Easy. */
const LONGEST_FIRST_DAYS: readonly number[] = [100, 100, 100, 365];

/**
 * `histories` without the cards whose first interval is rare for their first grade (TRAIN-3): they
 * say more of a holiday or a wrong clock than of memory, and the first stabilities follow them. The
 * filter of fsrs-rs (src/dataset.rs, `compute_outlier_analysis`). Cards that were never answered on
 * a later day go as well: nothing is predicted of them.
 */
export function withoutOutliers(histories: TrainingSet): TrainingSet {
  const groups = cardsByFirstInterval(histories);
  const removed = new Set<number>();
  for (const grade of [1, 2, 3, 4]) {
    const ofGrade = [...groups].filter(([key]) => gradeOf(key) === grade);
    for (const key of rareOnes(ofGrade, LONGEST_FIRST_DAYS[grade - 1] ?? 0)) removed.add(key);
  }
  return onlyCards(histories, (card) => {
    const first = firstIntervalOf(histories, card);
    return first !== undefined && !removed.has(keyOf(first));
  });
}

/** A card's first grade, and its first wait of a day or more with the grade after it. */
export interface FirstInterval {
  readonly firstGrade: number;
  readonly days: number;
  readonly grade: number;
}

/** `undefined` for a card that was never answered on a later day. */
export function firstIntervalOf(histories: TrainingSet, card: number): FirstInterval | undefined {
  const { starts, days, grades } = histories;
  const from = starts[card] ?? 0;
  const to = starts[card + 1] ?? 0;
  for (let place = from; place < to; place++) {
    const waited = days[place] ?? 0;
    if (waited > 0) {
      return { firstGrade: grades[from] ?? 0, days: waited, grade: grades[place] ?? 0 };
    }
  }
  return undefined;
}

/** Cards a pair of first grade and first interval. */
function cardsByFirstInterval(histories: TrainingSet): Map<number, number> {
  const groups = new Map<number, number>();
  for (let card = 0; card < cardCount(histories); card++) {
    const first = firstIntervalOf(histories, card);
    if (first) groups.set(keyOf(first), (groups.get(keyOf(first)) ?? 0) + 1);
  }
  return groups;
}

/** The groups to leave out, the smallest first, and of two of one size the shorter interval. */
function rareOnes(groups: [key: number, cards: number][], longestDays: number): number[] {
  const total = groups.reduce((sum, [, cards]) => sum + cards, 0);
  const enough = Math.max(FEWEST_REMOVED, Math.floor(total * SHARE_REMOVED));
  const inOrder = groups.toSorted(([a, ofA], [b, ofB]) => ofA - ofB || daysOf(a) - daysOf(b));
  const removed: number[] = [];
  let cardsRemoved = 0;
  for (const [key, cards] of inOrder) {
    if (cardsRemoved + cards < enough) {
      cardsRemoved += cards;
      removed.push(key);
    } else if (cards < FEWEST_OF_A_GROUP || daysOf(key) > longestDays) {
      removed.push(key);
    }
  }
  return removed;
}

const keyOf = ({ firstGrade, days }: FirstInterval) => days * 8 + firstGrade;
const gradeOf = (key: number) => key % 8;
const daysOf = (key: number) => Math.floor(key / 8);
