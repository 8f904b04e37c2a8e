import { plural, t } from '../../kernel/texts.ts';
import { type DeckProblem, errorAt, type FilePlace, warningAt } from './deck-problem.ts';

/** One line of a deck file, told by how it begins. `column` is where `value` begins, from 1. */
export interface DeckFileLine extends FilePlace {
  readonly kind: 'blank' | 'heading' | 'field' | 'question' | 'answer' | 'text';
  readonly value: string;
  /** Of a heading: 1 title, 2 section, 3 fact, deeper ones not used. */
  readonly level?: number;
  /** Of a field, in lower case. */
  readonly key?: string;
}

const HEADING = /^(#{1,6})(?:[ \t]+|$)|^(#{2,3})(?=[^#])/;
const CLOSING_HASHES = /[ \t]#{1,6}$/;
const FIELD = /^[-*+][ \t]+([A-Za-z_][\w-]{0,23})[ \t]*:/;
const SIDE = /^([QA]):/;
/** As a browser ends one. */
const COMMENT_END = /--!?>/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The lines of a file, comments left out, and what was wrong with its characters. */
export function readLines(text: string): { lines: DeckFileLine[]; problems: DeckProblem[] } {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const lastCommentEnd = rows.findLastIndex((row) => COMMENT_END.test(row));
  const lines: DeckFileLine[] = [];
  const problems: DeckProblem[] = [];
  const damaged: FilePlace[] = [];
  let isComment = false;

  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const clean = row.replaceAll('\t', ' ').replace(CONTROL, ' ');
    const column = clean.length - clean.trimStart().length + 1;
    const trimmed = clean.trim();
    if (!isComment && trimmed.startsWith('<!--')) {
      isComment = lastCommentEnd >= index;
      if (!isComment) problems.push(errorAt({ line, column }, UNCLOSED_COMMENT));
      else isComment = !COMMENT_END.test(row);
      continue;
    }
    if (isComment) {
      isComment = !COMMENT_END.test(row);
      continue;
    }
    if (row.includes('\uFFFD') || row.search(CONTROL) >= 0) damaged.push({ line, column });
    lines.push(lineOf(trimmed, line, column));
  }

  const first = damaged[0];
  if (first !== undefined) problems.push(warningAt(first, damagedMessage(damaged.length)));
  return { lines, problems };
}

const UNCLOSED_COMMENT = t`A comment begins here and never ends. Only this line was left out; end the comment with -->.`;

function damagedMessage(count: number): string {
  const others = count > 1 ? plural(count - 1, ' (and # more line)', ' (and # more lines)') : '';
  return (
    t`This line${others} has characters that are not readable text. The rest was read; ` +
    t`save the file as UTF-8 and correct the word.`
  );
}

function lineOf(trimmed: string, line: number, column: number): DeckFileLine {
  const rest = (length: number): { value: string; column: number } => {
    const tail = trimmed.slice(length);
    const value = tail.trimStart();
    return { value, column: column + length + (tail.length - value.length) };
  };
  if (trimmed === '' || RULE.test(trimmed)) return { kind: 'blank', value: '', line, column };
  const heading = HEADING.exec(trimmed);
  if (heading !== null) {
    const level = (heading[1] ?? heading[2] ?? '').length;
    const { value, column: at } = rest(level);
    return {
      kind: 'heading',
      level,
      value: value.replace(CLOSING_HASHES, '').trim(),
      line,
      column: at,
    };
  }
  const field = FIELD.exec(trimmed);
  if (field !== null) {
    return { kind: 'field', key: field[1]?.toLowerCase() ?? '', line, ...rest(field[0].length) };
  }
  const side = SIDE.exec(trimmed)?.[1];
  if (side !== undefined) {
    return { kind: side === 'Q' ? 'question' : 'answer', line, ...rest(2) };
  }
  return { kind: 'text', value: trimmed, line, column };
}
