import { canonical, textHash } from '../kernel/canonical.ts';

/**
 * A log as text, one operation a line, each with a hash over itself and the line before it: for a
 * journal, for a file that another device reads. Whatever is wrong with a line is said; the lines
 * that are sound are read all the same.
 */
interface Header {
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

export interface DecodedLog {
  /** Not looked at yet: they pass the door (door.ts) like every other operation. */
  readonly operations: readonly unknown[];
  /** What is wrong, by line from 1. `doubted`: what the line says all the same. */
  readonly problems: readonly LineProblem[];
  /** The chain's end, as far as it was read. */
  readonly chain: string;
}

export interface LineProblem {
  readonly line: number;
  readonly why: string;
  readonly doubted?: unknown;
}

export function encodeLog(operations: Iterable<unknown>, after = ''): EncodedLog {
  const header: Header = { rounds: 'log', format: 1, after };
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

/** `after`: the chain's end that the text should go on from; absent: wherever it says. */
export function decodeLog(text: string, after?: string): DecodedLog {
  const [first = '', ...lines] = text.split('\n');
  const problems: LineProblem[] = [];
  const header = readHeader(first);
  if (typeof header === 'string') {
    problems.push({ line: 1, why: header });
    // Of a log whose first line was damaged the others are read all the same.
    if (header === NEWER || !LINE.test(lines[0] ?? '')) {
      return { operations: [], problems, chain: '' };
    }
  } else if (after !== undefined && header.after !== after) {
    problems.push({ line: 1, why: 'it does not go on from the text before it' });
  }
  const isWhole = lines.at(-1) === '';
  if (isWhole) lines.pop();
  const operations: unknown[] = [];
  /** undefined: not known, so that nothing can be said of the line after it. */
  let chain = typeof header === 'string' ? undefined : header.after;
  for (const [index, line] of lines.entries()) {
    const number = index + 2;
    const [hash = '', plain] = [line.slice(0, 16), line.slice(17)];
    const value = parsed(plain);
    if (value === undefined) {
      const isTorn = !isWhole && index === lines.length - 1;
      problems.push({ line: number, why: isTorn ? 'its end is missing' : 'it cannot be read' });
      continue;
    }
    if (chain !== undefined && textHash(chain + plain) !== hash) {
      const why = 'it does not fit the line before it: something was lost or changed';
      problems.push({ line: number, why, doubted: value });
    }
    chain = hash;
    operations.push(value);
  }
  return { operations, problems, chain: chain ?? '' };
}

const NEWER = 'it was written by a newer version of Rounds';
/** How a line with an operation begins. */
const LINE = /^[0-9a-f]{16} \{/;

/** A line that takes back the one that was begun under this number, and was never done. */
export interface VoidLine {
  readonly void: string;
}

export function isVoid(value: unknown): value is VoidLine {
  return typeof (value as Partial<VoidLine> | undefined)?.void === 'string';
}

function readHeader(line: string): Header | string {
  const header = parsed(line) as Partial<Header> | undefined;
  if (header === null || typeof header !== 'object' || header.rounds !== 'log') {
    return 'this is no log of Rounds';
  }
  if (header.format !== 1) return NEWER;
  return typeof header.after === 'string' ? (header as Header) : 'its first line is damaged';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
