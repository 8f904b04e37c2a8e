import type { SectionWeight } from './overlay.ts';
import { lastPart, pathFrom } from '../../kernel/path.ts';
import { isSameName, keyOfName } from '../text/same-name.ts';

/** What a pasted table of topic and weight says. */
export interface WeightsTable {
  /** One for each section named; of two lines about the same section the last counts. */
  readonly weights: readonly SectionWeight[];
  readonly unread: readonly UnreadLine[];
}

/** A line that could not be taken. */
export interface UnreadLine {
  /** 1 for the first line of the text, empty ones counted too. */
  readonly number: number;
  /** As pasted, without the space around it. */
  readonly text: string;
  /** Not two columns with a weight from 0 on; no section of that name; more than one. */
  readonly why: 'no-weight' | 'no-section' | 'several-sections';
}

/**
 * Reads two columns, topic and weight, separated by tab, semicolon, bar or comma (EXAM-2). A line of
 * headings, percent signs, decimal commas, quotes and a byte order mark do no harm. A topic names
 * the section of that path, or the only one whose last part it is, in capitals or not. Takes time
 * in proportion to the text; never throws.
 */
export function readWeightsTable(text: string, sections: readonly string[]): WeightsTable {
  const names = namesOf(sections);
  const weights = new Map<string, number>();
  const unread: UnreadLine[] = [];
  let isFirst = true;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      if (line === '' || isRuler(line)) return;
      const row = rowOf(line, names);
      const found = names.get(keyOf(row.topic));
      const isHeading = isFirst && row.weight === undefined && !found && !/\d/.test(row.cell);
      isFirst = false;
      if (isHeading) return;
      const why =
        row.weight === undefined ? 'no-weight' : found ? 'several-sections' : 'no-section';
      if (row.weight !== undefined && typeof found === 'string') weights.set(found, row.weight);
      else unread.push({ number: index + 1, text: line, why });
    });
  return { weights: [...weights].map(([section, weight]) => ({ section, weight })), unread };
}

/** Stands for a last part that several sections share. */
const SEVERAL = Symbol();
/** Sections by their path and by their last part, both without regard to capitals. */
type Names = ReadonlyMap<string, string | typeof SEVERAL>;

function namesOf(sections: readonly string[]): Names {
  const names = new Map<string, string | typeof SEVERAL>();
  for (const section of sections) {
    const last = keyOf(lastPart(section));
    const known = names.get(last);
    names.set(last, known === undefined || isSameAs(known, section) ? section : SEVERAL);
  }
  // A whole path wins over the last part of another.
  for (const section of sections) names.set(keyOf(section), section);
  return names;
}

function isSameAs(known: string | typeof SEVERAL, section: string): boolean {
  return typeof known === 'string' && isSameName(known, section);
}

function keyOf(topic: string): string {
  return keyOfName(pathFrom(topic));
}

interface Row {
  readonly topic: string;
  readonly cell: string;
  readonly weight: number | undefined;
}

function rowOf(line: string, names: Names): Row {
  const inner = withoutBars(line);
  const separator = ['\t', ';', '|', ','].find((each) => inner.includes(each));
  if (separator === undefined) return { topic: inner, cell: '', weight: undefined };
  const at = inner.lastIndexOf(separator);
  const last = splitAt(inner, at);
  if (separator !== ',') return last;
  // 'Safety,1,5' is a weight of 1.5, unless there is a section called 'Safety,1'.
  const before = at === 0 ? -1 : inner.lastIndexOf(',', at - 1);
  const decimal = before === -1 ? undefined : splitAt(inner, before);
  return decimal?.weight !== undefined && !names.has(keyOf(last.topic)) ? decimal : last;
}

function splitAt(line: string, at: number): Row {
  const cell = unquoted(line.slice(at + 1));
  return { topic: unquoted(line.slice(0, at)), cell, weight: weightIn(cell) };
}

function weightIn(cell: string): number | undefined {
  const number = /^\+?(\d{1,9}(?:[.,]\d{0,9})?|[.,]\d{1,9})\s?%?$/.exec(cell)?.[1];
  return number === undefined ? undefined : Number(number.replace(',', '.'));
}

/** Without separators at the end, nor bars around it, as tables in text have them. */
function withoutBars(line: string): string {
  let from = 0;
  let to = line.length;
  while (to > from && /[\t;|,\s]/.test(line.charAt(to - 1))) to--;
  while (from < to && /[|\s]/.test(line.charAt(from))) from++;
  return line.slice(from, to);
}

function unquoted(cell: string): string {
  const text = cell.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

/** '|---|---:|' between heading and rows. */
function isRuler(line: string): boolean {
  return line.includes('-') && /^[-|:+\s]+$/.test(line);
}
