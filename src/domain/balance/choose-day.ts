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
  const first = days[0]?.day ?? 0;
  const length = (days.at(-1)?.day ?? 0) - first + 1;
  const plain = new Float64Array(length);
  const weighed = new Float64Array(length);
  for (const { day, share, due, fromSibling } of days) {
    const likely = (share || 1) * (fromSibling <= 1 ? NEXT_TO_SIBLING : 1);
    plain[day - first] = likely;
    weighed[day - first] = likely / ((due + 1) / (share || 1)) ** STEEPNESS;
  }
  const middle = meanOf(plain, 0);
  const shift = meanOf(weighed, 0) - middle;
  const tilt = Math.abs(shift) <= MEAN_SHIFT_DAYS ? 0 : tiltTo(weighed, middle, shift);
  const near = tilt > 0 ? length - 1 : 0;
  return days.map(({ day }) => {
    const place = day - first;
    return (weighed[place] ?? 0) * Math.exp(-Math.abs(tilt * (place - near)));
  });
}

function tiltTo(weighed: Float64Array, middle: number, shift: number): number {
  const wanted = middle + Math.sign(shift) * MEAN_SHIFT_DAYS;
  let [low, high] = [-MOST_TILT, MOST_TILT];
  for (let step = 0; step < 40; step++) {
    const tilt = (low + high) / 2;
    if (meanOf(weighed, tilt) < wanted) low = tilt;
    else high = tilt;
  }
  return (low + high) / 2;
}

/** Beyond any that is needed between two days next to each other. */
const MOST_TILT = 64;

/** The mean place, each weighing e to the `tilt` more than the one before: played out for every answer. */
function meanOf(weights: Float64Array, tilt: number): number {
  const factor = Math.exp(-Math.abs(tilt));
  const last = weights.length - 1;
  let [sum, weighed, power] = [0, 0, 1];
  // From the end that weighs most, so that nothing becomes too large to be told.
  for (let step = 0; step <= last; step++) {
    const place = tilt > 0 ? last - step : step;
    const weight = (weights[place] ?? 0) * power;
    sum += weight;
    weighed += weight * place;
    power *= factor;
  }
  return weighed / sum;
}
