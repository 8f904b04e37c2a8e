import { t } from '../../kernel/texts.ts';

/**
 * How long an answer is waited for that may never come, as where a worker was ended by the system or
 * a disk does not answer. Counted in ticks and not by the clock: a computer that slept has not waited.
 */
export interface Patience {
  readonly ticks: number;
  readonly tickMillis: number;
}

/** A disk that is busy answers within seconds; half a minute without a sign is none any more. */
export const PATIENCE: Patience = { ticks: 30, tickMillis: 1000 };
/** A stick or a drive in the network may be slow, and no answer to a card waits for it. */
export const PATIENCE_WITH_FOLDER: Patience = { ticks: 300, tickMillis: 1000 };

/**
 * What `work` comes to; rejects where it gives no sign of life for so long. Work that takes long and
 * goes on calls the function that it is given.
 */
export function withPatience<Value>(
  work: (goesOn: () => void) => Promise<Value>,
  { ticks, tickMillis }: Patience = PATIENCE,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let left = ticks;
    const timer = setInterval(() => {
      left--;
      if (left > 0) return;
      clearInterval(timer);
      reject(new NoAnswer(ticks));
    }, tickMillis);
    const goesOn = (): void => {
      left = ticks;
    };
    work(goesOn)
      .then(resolve, reject)
      .finally(() => clearInterval(timer));
  });
}

export class NoAnswer extends Error {
  /** As the system's codes are, for what is said of a folder. */
  readonly code = 'NO_ANSWER';

  constructor(seconds: number) {
    super(t`no answer within ${seconds} seconds`);
  }
}
