import { t } from '../../kernel/texts.ts';
import { afterIn, ChainReading, firstAndOthers, LINE, parsed } from './chain-reading.ts';
import type { LogHeader } from './codec.ts';

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
  /** One sign of it was changed, and its hash tells which: what it said before, read as it was. */
  readonly mended?: readonly unknown[];
}

/**
 * Reads a log as text. Whatever is wrong with a line is said; the lines that are sound are read all
 * the same, and one in which a single sign was changed as it was before. `after`: the chain's end
 * that the text should go on from; absent: wherever it says.
 */
export function decodeLog(text: string, after?: string): DecodedLog {
  const [first, lines] = firstAndOthers(text);
  const problems: LineProblem[] = [];
  const header = readHeader(first);
  if (typeof header === 'string') {
    problems.push({ line: 1, why: header });
    // Of a log whose first line was damaged the others are read all the same.
    if (header === NEWER || !LINE.test(lines[0] ?? '')) {
      return { operations: [], problems, chain: '' };
    }
  } else if (after !== undefined && header.after !== after) {
    problems.push({ line: 1, why: t`it does not go on from the text before it` });
  }
  const isWhole = lines.at(-1) === '';
  if (isWhole) lines.pop();
  const operations: unknown[] = [];
  const reading = new ChainReading(
    typeof header === 'string' ? afterIn(first, lines[0] ?? '') : [header.after],
  );
  // The line after it shows where it went on from.
  if (typeof header === 'string' && reading.isKnown) {
    problems[0] = { line: 1, why: MENDED, mended: [] };
  }
  for (let index = 0; index < lines.length; index++) {
    const line = index + 2;
    const text = lines[index] ?? '';
    const value = reading.take(text);
    if (value !== undefined) {
      operations.push(value);
      continue;
    }
    const mended = reading.takeMended(text, lines[index + 1]);
    if (mended) {
      problems.push({ line, why: MENDED, mended: mended.values });
      operations.push(...mended.values);
      index += mended.lines - 1;
      continue;
    }
    const doubted = reading.takeDoubted(text);
    if (doubted === undefined) {
      const isTorn = !isWhole && index === lines.length - 1;
      // In its place: what a disk or a driver has lost reads so.
      const isLost = text.includes('\0');
      const why = isLost ? t`the disk has lost it` : t`its end is missing`;
      problems.push({ line, why: isLost || isTorn ? why : t`it cannot be read` });
      continue;
    }
    const why = t`it does not fit the line before it: something was lost or changed`;
    problems.push({ line, why, doubted });
    operations.push(doubted);
  }
  return { operations, problems, chain: reading.chain };
}

const MENDED = t`one sign of it was changed, and it was read as it was`;

const NEWER = t`it was written by a newer version of Rounds`;

function readHeader(line: string): LogHeader | string {
  const header = parsed(line) as Partial<LogHeader> | undefined;
  if (header === null || typeof header !== 'object' || header.rounds !== 'log') {
    return t`this is no log of Rounds`;
  }
  if (Number(header.format) > 1) return NEWER;
  return header.format === 1 && typeof header.after === 'string'
    ? (header as LogHeader)
    : t`its first line is damaged`;
}
