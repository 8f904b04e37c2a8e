import { t, thousands } from '../../kernel/texts.ts';

/** A row of a text table, and the line on which it begins, from 1. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells of one file: a spreadsheet of Excel's ends before. */
const MOST_CELLS = 5_000_000;

/** In the order in which they are looked for; a sentence has commas and colons of its own. */
const GUESSED = ['\t', '|', ';', ','];

/** Signs at the beginning of which the first row is one. */
const LOOKED_AT = 100_000;

/** What the first row has between its cells; undefined: nothing that is known. */
export function guessedSeparator(text: string, rowsFrom: number): string | undefined {
  // What stands in quotes is no separator, and may have lines of its own.
  const bare = text.slice(rowsFrom, rowsFrom + LOOKED_AT).replace(/(^|[\n\t|;,])"[^"]*"/g, '$1""');
  const [first = ''] = bare.split('\n', 1);
  return GUESSED.find((separator) => first.includes(separator));
}

/**
 * The rows of `text` from `rowsFrom` on. A cell in quotes may hold separators, line ends and doubled
 * quotes (RFC 4180); quotes within a cell are themselves. Lines that begin with # are comments.
 */
export function tableRows(
  text: string,
  rowsFrom: number,
  separator: string | undefined,
): { readonly rows: readonly TextRow[]; readonly problems: readonly string[] } {
  const rows: TextRow[] = [];
  const problems: string[] = [];
  let line = 1 + (text.slice(0, rowsFrom).match(/\n/g)?.length ?? 0);
  let count = 0;
  let at = rowsFrom;
  while (at < text.length) {
    if (text.charAt(at) === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end + 1;
      line++;
      continue;
    }
    const cells: string[] = [];
    const begun = line;
    for (let isRowDone = false; !isRowDone; ) {
      let cell = '';
      if (text.charAt(at) === '"') {
        const quoted = readQuoted(text, at);
        if (!quoted)
          problems.push(
            t`Line ${begun}: a quotation mark is never closed; all after it is one cell.`,
          );
        cell = quoted?.cell ?? text.slice(at + 1);
        for (
          let next = text.indexOf('\n', at), to = quoted?.end ?? text.length;
          next !== -1 && next < to;
        ) {
          line++;
          next = text.indexOf('\n', next + 1);
        }
        at = quoted?.end ?? text.length;
      }
      let end = at;
      while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== separator)
        end++;
      cell += text.slice(at, end);
      isRowDone = end >= text.length || text.charAt(end) === '\n';
      cells.push(isRowDone ? cell.replace(/\r$/, '') : cell);
      at = end + 1;
      if (++count > MOST_CELLS) {
        problems.push(
          t`The table has more than ${thousands(MOST_CELLS)} cells; the rest is left out.`,
        );
        return { rows, problems };
      }
    }
    line++;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
  }
  return { rows, problems };
}

function readQuoted(
  text: string,
  from: number,
): { readonly cell: string; readonly end: number } | undefined {
  const parts: string[] = [];
  for (let at = from + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end === -1) return undefined;
    parts.push(text.slice(at, end));
    if (text.charAt(end + 1) !== '"') return { cell: parts.join('"'), end: end + 1 };
    at = end + 2;
  }
}
