/** One array a value, a row an answer. Rows of a history are together, oldest first. */
export interface AnswerArrays {
  /** All of the values, an array behind the other, the widest first. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Minutes since 1970, UTC. */
  readonly minute: Int32Array;
  readonly day: Int32Array;
  readonly millis: Uint32Array;
  /** What the answer left; days, and 1 to 10. */
  readonly stability: Float32Array;
  readonly difficulty: Float32Array;
  /** Predicted before the answer, 0 to 1; NaN: on the same day as the one before, or without memory. */
  readonly recall: Float32Array;
  /** Days; 0 in steps. */
  readonly interval: Uint16Array;
  /** The interval that came to its end. */
  readonly lastInterval: Uint16Array;
  readonly grade: Uint8Array;
  /** Index in KINDS. */
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
}
const BYTES_OF_ROW = 31;

/** Arrays of `rows` rows over bytes from `from` on, a multiple of 4; without bytes, over new ones. */
export function arraysOf(rows: number, over?: ArrayBuffer, from = 0): AnswerArrays {
  const buffer = over ?? new ArrayBuffer(rows * BYTES_OF_ROW);
  let at = from;
  const next = (width: number): number => {
    at += width * rows;
    return at - width * rows;
  };
  return {
    bytes: new Uint8Array(buffer, from, rows * BYTES_OF_ROW),
    minute: new Int32Array(buffer, next(4), rows),
    day: new Int32Array(buffer, next(4), rows),
    millis: new Uint32Array(buffer, next(4), rows),
    stability: new Float32Array(buffer, next(4), rows),
    difficulty: new Float32Array(buffer, next(4), rows),
    recall: new Float32Array(buffer, next(4), rows),
    interval: new Uint16Array(buffer, next(2), rows),
    lastInterval: new Uint16Array(buffer, next(2), rows),
    grade: new Uint8Array(buffer, next(1), rows),
    kind: new Uint8Array(buffer, next(1), rows),
    flags: new Uint8Array(buffer, next(1), rows),
  };
}

/** Copies `count` rows from row `start` on to row `at` on. */
export function copyRows(
  from: AnswerArrays,
  start: number,
  count: number,
  to: AnswerArrays,
  at: number,
): void {
  for (const name of ARRAY_NAMES) to[name].set(from[name].subarray(start, start + count), at);
}

const { bytes: _bytes, ...ARRAYS } = arraysOf(0);
const ARRAY_NAMES = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[];
