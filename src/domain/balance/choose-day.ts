import type { StudyDay } from '../../kernel/study-day.ts';

/** A day that fuzz may give, and what is known of it. */
export interface PossibleDay {
  readonly day: StudyDay;
  /** What it may hold beside a normal day: 0 (avoid) to 1. */
  readonly share: number;
  /** Reviews due on it. */
  readonly due: number;
  /** Days to the nearest sibling's due day; Infinity: none is near. */
  readonly fromSibling: number;
}

/**
 * How strongly fuller days are avoided: a day with twice as much, for what it may hold, is taken 8
 * times more rarely. More would make the days hardly evener (tests/domain/balance/sixty-days.test.ts).
 */
const STEEPNESS = 3;
/** Beside a sibling's day, a day is half as likely. */
const NEXT_TO_SIBLING = 0.5;
/** By so many days the mean of the choice may leave the middle that chance alone would have. */
const MEAN_SHIFT_DAYS = 0.25;

/**
 * One of `days`, at least one, by `fraction` (0 or more and below 1, of the card and its answers):
 * one that is not to be avoided, nor a sibling's, where there is any; the emptier a day is for what
 * it may hold, the likelier. Where all are alike each is as likely as the others, and `fraction`
 * means the day that it means to fuzz.
 */
export function chosenDay(days: readonly PossibleDay[], fraction: number): StudyDay {
  const open = orAll(days, ({ share }) => share > 0);
  const apart = orAll(open, ({ fromSibling }) => fromSibling > 0);
  const chances = chancesOf(apart);
  let sum = 0;
  for (const chance of chances) sum += chance;
  let left = fraction * sum;
  for (const [at, { day }] of apart.entries()) {
    left -= chances[at] ?? 0;
    if (left < 0) return day;
  }
  return apart.at(-1)?.day ?? Number.NaN;
}

/** Those that pass; all where none does. */
function orAll(
  days: readonly PossibleDay[],
  isBetter: (day: PossibleDay) => boolean,
): readonly PossibleDay[] {
  const better = days.filter(isBetter);
  return better.length > 0 ? better : days;
}

/**
 * How likely each day is, as parts of any sum. Days far ahead are emptier than near ones, because
 * fewer cards have come to them yet: taking the emptiest would make every interval longer. So the
 * chances are tilted towards the other end until their mean is where it would be if no day held
 * anything, but for a quarter of a day.
 */
function chancesOf(days: readonly PossibleDay[]): readonly number[] {
  const plain = days.map(
    ({ share, fromSibling }) => (share || 1) * (fromSibling <= 1 ? NEXT_TO_SIBLING : 1),
  );
  const weighed = days.map(({ share, due }, at) => {
    const fullness = (due + 1) / (share || 1);
    return Math.log(plain[at] ?? 1) - STEEPNESS * Math.log(fullness);
  });
  const middle = meanOf(days, plain);
  const tilted = (tilt: number): number[] => {
    const logs = days.map(({ day }, at) => (weighed[at] ?? 0) + tilt * (day - middle));
    const most = Math.max(...logs);
    return logs.map((log) => Math.exp(log - most));
  };
  const shift = meanOf(days, tilted(0)) - middle;
  if (Math.abs(shift) <= MEAN_SHIFT_DAYS) return tilted(0);
  const wanted = middle + Math.sign(shift) * MEAN_SHIFT_DAYS;
  let [low, high] = [-MOST_TILT, MOST_TILT];
  for (let step = 0; step < 40; step++) {
    const tilt = (low + high) / 2;
    if (meanOf(days, tilted(tilt)) < wanted) low = tilt;
    else high = tilt;
  }
  return tilted((low + high) / 2);
}

/** Beyond any that is needed between two days next to each other. */
const MOST_TILT = 64;

function meanOf(days: readonly PossibleDay[], chances: readonly number[]): number {
  let [sum, weighed] = [0, 0];
  for (const [at, { day }] of days.entries()) {
    sum += chances[at] ?? 0;
    weighed += day * (chances[at] ?? 0);
  }
  return weighed / sum;
}
