import { existsSync, readFileSync } from 'node:fs';

const THREAD = '/proc/thread-self/schedstat';
/** Under this, in milliseconds of the processor, two times cannot be told apart. */
const LEAST_MILLIS = 3;
const ATTEMPTS = 5;

/**
 * How many times as much of the processor `large` takes as `small`, each at its quickest. Where a
 * regular expression does the work there is no step to count. What else runs on the machine can
 * only add to a time, so this tries again, five times at most, until it is below `bound`: work that
 * really grows faster is above it every time.
 */
export function growth(bound: number, small: () => unknown, large: () => unknown): number {
  small();
  let least = Number.POSITIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (let run = 0; run < 3; run++) least = Math.min(least, millisOf(small));
    most = Math.min(most, millisOf(large));
    if (most / Math.max(least, LEAST_MILLIS) < bound) break;
  }
  return most / Math.max(least, LEAST_MILLIS);
}

function millisOf(work: () => unknown): number {
  const from = cpuMillis();
  work();
  return cpuMillis() - from;
}

/** Of this thread alone where the system tells: beside it run other files of tests. */
const cpuMillis = existsSync(THREAD) ? ofThread : ofProcess;

/** Linux: nanoseconds on a processor come first. */
function ofThread(): number {
  return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6;
}

function ofProcess(): number {
  return process.cpuUsage().user / 1000;
}
