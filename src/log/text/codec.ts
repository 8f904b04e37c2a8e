import { canonical, textHash } from '../../kernel/canonical.ts';

/**
 * A log as text, one operation a line, each with a hash over itself and the line before it: for a
 * journal, for a file that another device reads (decode-log.ts). This is its first line.
 */
export interface LogHeader {
  readonly rounds: 'log';
  readonly format: 1;
  /** The chain's end in the text that this one goes on from; '' at the beginning. */
  readonly after: string;
}

/** A text of so many bytes is not added to any more: the next goes on from it. */
export const SEGMENT_BYTES = 4 * 1024 * 1024;

export interface EncodedLog {
  readonly text: string;
  /** For the text that goes on from this one. */
  readonly chain: string;
}

export function encodeLog(operations: Iterable<unknown>, after = ''): EncodedLog {
  const header: LogHeader = { rounds: 'log', format: 1, after };
  let chain = after;
  let text = `${JSON.stringify(header)}\n`;
  for (const operation of operations) {
    const line = encodeLine(operation, chain);
    text += line.text;
    chain = line.chain;
  }
  return { text, chain };
}

/** One more line of a log that ends in `chain`. */
export function encodeLine(operation: unknown, chain: string): EncodedLog {
  const plain = canonical(operation);
  const next = textHash(chain + plain);
  return { text: `${next} ${plain}\n`, chain: next };
}

/** A line that takes back the one that was begun under this number, and was never done. */
export interface VoidLine {
  readonly void: string;
}

export function isVoid(value: unknown): value is VoidLine {
  return typeof (value as Partial<VoidLine> | undefined)?.void === 'string';
}
