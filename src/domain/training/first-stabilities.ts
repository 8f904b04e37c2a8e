import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from '../memory/weights.ts';
import { cardCount, type TrainingSet } from './training-set.ts';
import { firstIntervalOf } from './outliers.ts';

/** Stabilities in days after a first answer of Again, Hard, Good and Easy: the weights w0 to w3. */
export type FirstStabilities = readonly [number, number, number, number];

/** Cards a first grade, from Again to Easy, that were answered on a later day. */
export type FirstCounts = readonly [number, number, number, number];

const GRADES = [0, 1, 2, 3] as const;

/** How much a stability is drawn to the default: a loss of a sixteenth a day between them. */
const PULL_PER_DAY = 1 / 16;

/**
 * The first stabilities that explain best what was remembered at each card's first interval, by
 * first grade, on the default forgetting curve (TRAIN-5; after fsrs-rs,
 * src/parameter_initialization.rs). `averageRecall`, 0 to 1, is one answer more in every group, so
 * that three of three is not a certainty.
 */
export function firstStabilities(
  histories: TrainingSet,
  averageRecall: number,
): { readonly stabilities: FirstStabilities; readonly counts: FirstCounts } {
  const groups = GRADES.map(() => new Map<number, Group>());
  for (let card = 0; card < cardCount(histories); card++) {
    const first = firstIntervalOf(histories, card);
    const ofGrade = first && groups[first.firstGrade - 1];
    if (!ofGrade) continue;
    const group = ofGrade.get(first.days) ?? { days: first.days, cards: 0, recalled: 0 };
    group.cards++;
    if (first.grade > 1) group.recalled++;
    ofGrade.set(first.days, group);
  }
  const counts = four((grade) =>
    sum([...(groups[grade]?.values() ?? [])].map(({ cards }) => cards)),
  );
  const found = four((grade) => {
    return bestStability([...(groups[grade]?.values() ?? [])], averageRecall, fallback(grade));
  });
  return { stabilities: inOrder(found, counts), counts };
}

/**
 * `stabilities` so that a better grade never means a shorter memory, and a grade that was never
 * given stands where the defaults put it between or beside the others (TRAIN-5).
 */
export function inOrder(stabilities: FirstStabilities, counts: FirstCounts): FirstStabilities {
  const known = GRADES.filter((grade) => counts[grade] > 0);
  if (known.length === 0) return four(fallback);
  const levelled = pooled(stabilities, counts, known);
  return four((grade) => {
    const value = levelled.get(grade) ?? between(grade, levelled, known);
    const [least, most] = WEIGHT_BOUNDS[grade] ?? [0, 0];
    return Math.min(most, Math.max(least, value));
  });
}

interface Group {
  readonly days: number;
  cards: number;
  recalled: number;
}

/** The known stabilities; where a better grade had the shorter one, that of more cards holds for both. */
function pooled(
  stabilities: FirstStabilities,
  counts: FirstCounts,
  known: readonly (0 | 1 | 2 | 3)[],
): Map<number, number> {
  const pools: { value: number; cards: number; grades: number[] }[] = [];
  for (const grade of known) {
    let last = { value: stabilities[grade], cards: counts[grade], grades: [grade as number] };
    for (let below = pools.at(-1); below && below.value > last.value; below = pools.at(-1)) {
      pools.pop();
      last = {
        value: below.cards > last.cards ? below.value : last.value,
        cards: below.cards + last.cards,
        grades: [...below.grades, ...last.grades],
      };
    }
    pools.push(last);
  }
  return new Map(pools.flatMap(({ grades, value }) => grades.map((grade) => [grade, value])));
}

/** A missing stability: as far between (or beyond) the known ones as its default, in logarithms. */
function between(
  grade: number,
  values: ReadonlyMap<number, number>,
  known: readonly number[],
): number {
  const below = known.findLast((each) => each < grade);
  const above = known.find((each) => each > grade);
  const stabilityOf = (each: number) => values.get(each) ?? fallback(each);
  if (below !== undefined && above !== undefined) {
    const share =
      Math.log(fallback(grade) / fallback(below)) / Math.log(fallback(above) / fallback(below));
    return stabilityOf(below) * (stabilityOf(above) / stabilityOf(below)) ** share;
  }
  const nearest = below ?? above ?? grade;
  return stabilityOf(nearest) * (fallback(grade) / fallback(nearest));
}

/** Golden section over the logarithm of the stability: the loss has one valley. */
function bestStability(groups: readonly Group[], averageRecall: number, usual: number): number {
  const [least, most] = WEIGHT_BOUNDS[0] ?? [0.001, 100];
  const lossAt = (logStability: number) => {
    const stability = Math.exp(logStability);
    return lossOf(groups, averageRecall, stability) + Math.abs(stability - usual) * PULL_PER_DAY;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(least), Math.log(most)];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [lossA, lossB] = [lossAt(a), lossAt(b)];
  while (high - low > 1e-7) {
    if (lossA < lossB) {
      high = b;
      [b, lossB] = [a, lossA];
      a = high - golden * (high - low);
      lossA = lossAt(a);
    } else {
      low = a;
      [a, lossA] = [b, lossB];
      b = low + golden * (high - low);
      lossB = lossAt(b);
    }
  }
  return Math.exp((low + high) / 2);
}

function lossOf(groups: readonly Group[], averageRecall: number, stability: number): number {
  const decay = DEFAULT_WEIGHTS[20] ?? 0;
  const factor = 0.9 ** (-1 / decay) - 1;
  let loss = 0;
  for (const { days, cards, recalled } of groups) {
    const expected = (1 + (factor * days) / stability) ** -decay;
    const observed = (recalled + averageRecall) / (cards + 1);
    loss -= cards * (observed * Math.log(expected) + (1 - observed) * Math.log(1 - expected));
  }
  return loss;
}

const fallback = (grade: number) => DEFAULT_WEIGHTS[grade] ?? 0;

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

function four(of: (grade: 0 | 1 | 2 | 3) => number): [number, number, number, number] {
  return [of(0), of(1), of(2), of(3)];
}
