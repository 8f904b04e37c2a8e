import { t } from '../../../kernel/texts.ts';
import type { FromMaths, ReadFormula } from './maths-worker.ts';
import type { Unread, Written } from './read-formula.ts';

/** What a formula may take in its worker; the largest that are drawn take a tenth of it. */
export const LIMIT_MILLIS = 2_000;
/** An answer that has come while the page was busy still counts. */
const LAST_LOOK_MILLIS = 50;

/** Undefined: there is no worker. */
export type Answer = ReadFormula | Unread | undefined;

interface Asked {
  readonly written: Written;
  readonly give: (answer: Answer) => void;
}

/**
 * Reads formulas in a worker, one after the other. One that takes too long ends with its worker; the
 * next has a new one.
 */
export class FormulaReader {
  readonly #start: () => Worker;
  readonly #limitMillis: number;
  readonly #waiting: Asked[] = [];
  #now: Asked | undefined;
  #worker: Worker | undefined;
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => Worker, limitMillis = LIMIT_MILLIS) {
    this.#start = start;
    this.#limitMillis = limitMillis;
  }

  read(written: Written): Promise<Answer> {
    return new Promise((give) => {
      this.#waiting.push({ written, give });
      this.#next();
    });
  }

  #next(): void {
    if (this.#now) return;
    this.#now = this.#waiting.shift();
    if (!this.#now) return;
    try {
      this.#worker ??= this.#started();
      this.#worker.postMessage(this.#now.written);
    } catch {
      this.#answer(undefined);
      return;
    }
    if (this.#isReady) this.#limit();
  }

  #started(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromMaths>) => {
      if (this.#worker !== worker) return;
      if (data !== 'ready') this.#answer(data);
      else {
        this.#isReady = true;
        this.#limit();
      }
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.#worker !== worker) return;
      // It could not be loaded, or it died of this formula.
      const answer = this.#isReady ? DIED : undefined;
      this.#end();
      this.#answer(answer);
    });
    return worker;
  }

  #limit(): void {
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => {
        this.#end();
        this.#answer(TOO_SLOW);
      }, LAST_LOOK_MILLIS);
    }, this.#limitMillis);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
  }

  #answer(answer: Answer): void {
    clearTimeout(this.#timer);
    const asked = this.#now;
    this.#now = undefined;
    asked?.give(answer);
    this.#next();
  }
}

const TOO_SLOW: Unread = {
  problem: t`This formula takes longer to draw than is waited for.`,
  is: 'too slow',
};
const DIED: Unread = { problem: t`This formula could not be drawn.`, is: 'too slow' };
