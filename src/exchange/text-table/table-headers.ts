import { t } from '../../kernel/texts.ts';
import { guessedSeparator } from './table-rows.ts';

/** What Anki's header lines say of a text file; docs/anki.md lists them. Columns count from 0. */
export interface TableHeaders {
  readonly separator?: string;
  readonly isHtml: boolean;
  /** Tags for every note. */
  readonly tags: readonly string[];
  /** Names of the columns. */
  readonly columns: readonly string[];
  readonly noteType?: string;
  readonly deck?: string;
  readonly noteTypeColumn?: number;
  readonly deckColumn?: number;
  readonly tagsColumn?: number;
  readonly guidColumn?: number;
  /** What to do with a note that exists. */
  readonly ifMatches: 'update' | 'keep-current' | 'keep-both';
  readonly matchesInDeck: boolean;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  pipe: '|',
  semicolon: ';',
  colon: ':',
  comma: ',',
  space: ' ',
};

type Changes = { -readonly [Name in keyof TableHeaders]?: TableHeaders[Name] };

/**
 * The header lines at the top of `text` (`#separator:tab`, `#deck column:2`), as Anki reads them,
 * and where the rows begin. A line that begins with # and says nothing known is a comment.
 */
export function tableHeaders(text: string): {
  readonly headers: TableHeaders;
  /** Index of the first line that is none. */
  readonly rowsFrom: number;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const said: Changes = {};
  let columns = '';
  const { lines: written, rowsFrom } = headerLines(text);
  const padding = paddingOf(written, text.slice(rowsFrom, rowsFrom + LOOKED_AT));
  for (const each of written) {
    const line = padding === undefined ? each : withoutEnd(each, padding);
    const [, name = '', value = ''] = /^#?([^:]*):(.*)$/.exec(line) ?? [];
    if (name.trim().toLowerCase() === 'columns') columns = value;
    else if (!take(said, name.trim().toLowerCase(), value.trim())) {
      problems.push(t`The line “${line.slice(0, 60)}” says nothing that Rounds knows.`);
    }
  }
  // A spreadsheet has written all lines anew, by its own separator.
  if (padding !== undefined) said.separator = padding;
  const separator = said.separator ?? guessedSeparator(text, rowsFrom) ?? '\t';
  const names = columns === '' ? [] : columns.split(separator).map((name) => name.trim());
  const defaults = { isHtml: false, tags: [], ifMatches: 'update', matchesInDeck: false } as const;
  return { headers: { ...defaults, ...said, columns: names }, rowsFrom, problems };
}

/** Signs of the first row that are looked at. */
const LOOKED_AT = 10_000;

/** The lines at the top of `text` that are headers or comments, without the quotes of a spreadsheet. */
function headerLines(text: string): {
  readonly lines: readonly string[];
  readonly rowsFrom: number;
} {
  const lines: string[] = [];
  let rowsFrom = text.startsWith('\ufeff') ? 1 : 0;
  while (rowsFrom < text.length) {
    const end = text.indexOf('\n', rowsFrom);
    const line = text.slice(rowsFrom, end === -1 ? undefined : end).replace(/\r$/, '');
    const quoted = QUOTED.exec(line);
    const isOldTags = lines.length === 0 && /^tags:/i.test(line);
    const ofExcel = lines.length === 0 ? OF_EXCEL.exec(line) : null;
    if (!line.startsWith('#') && !isOldTags && !quoted && !ofExcel) break;
    if (ofExcel) lines.push(`#separator:${ofExcel[2]}`);
    else lines.push(quoted ? `${quoted[1]}${(quoted[2] ?? '').replaceAll('"', '')}` : line);
    rowsFrom = end === -1 ? text.length : end + 1;
  }
  return { lines, rowsFrom };
}

/** How a file tells Excel what stands between its cells. */
const OF_EXCEL = /^("?)sep=([^"\w ])\1$/i;

/** A header as the only cell of its row that is not empty, in quotes. */
const QUOTED =
  /^"(#(?:separator|html|tags|columns|notetype|deck|guid|if matches|match scope)[^":]*:[^"]*)"((?:[,;\t](?:"")?)*)$/i;

/**
 * What a spreadsheet has put between the cells of all lines, so that each header has as many cells as
 * the first row, empty ones at its end; undefined: no spreadsheet has saved them.
 */
function paddingOf(lines: readonly string[], rows: string): string | undefined {
  const sign = lines.map((line) => line.at(-1) ?? '').find((last) => /^[,;\t]$/.test(last));
  if (sign === undefined) return undefined;
  const [row = ''] = rows.replace(/"[^"]*"/g, '').split('\n', 1);
  const cells = row.split(sign).length;
  const isPadded = (line: string) =>
    line.split(sign, cells + 1).length === cells &&
    !/^#\s*separator\s*:\s*$/i.test(withoutEnd(line, sign));
  return lines.every(isPadded) ? sign : undefined;
}

function withoutEnd(line: string, sign: string): string {
  let end = line.length;
  while (end > 0 && line.charAt(end - 1) === sign) end--;
  return line.slice(0, end);
}

/** Whether `name` is a header whose value could be read; a comment is none, and is no problem. */
function take(said: Changes, name: string, value: string): boolean {
  const column = /^[1-9]\d{0,3}$/.test(value) ? Number(value) - 1 : undefined;
  switch (name) {
    case 'separator': {
      const separator = SEPARATORS[value.toLowerCase()] ?? (value === '' ? '\t' : value);
      if ([...separator].length !== 1) return false;
      said.separator = separator;
      return true;
    }
    case 'html':
      said.isHtml = value.toLowerCase() === 'true';
      return /^(true|false)$/i.test(value);
    case 'tags':
      said.tags = value.split(/[\s\u3000]+/).filter((tag) => tag !== '');
      return true;
    case 'notetype':
      said.noteType = value;
      return true;
    case 'deck':
      said.deck = value;
      return true;
    case 'notetype column':
    case 'deck column':
    case 'tags column':
    case 'guid column': {
      if (column === undefined) return false;
      if (name === 'notetype column') said.noteTypeColumn = column;
      else if (name === 'deck column') said.deckColumn = column;
      else if (name === 'tags column') said.tagsColumn = column;
      else said.guidColumn = column;
      return true;
    }
    case 'if matches': {
      const ways = {
        'update current': 'update',
        'keep current': 'keep-current',
        'keep both': 'keep-both',
      } as const;
      const way = ways[value.toLowerCase() as keyof typeof ways];
      said.ifMatches = way ?? 'update';
      return way !== undefined;
    }
    case 'match scope':
      said.matchesInDeck = /\+\s*deck$/i.test(value);
      return /^notetype(\s*\+\s*deck)?$/i.test(value);
    default:
      return !/^(separator|html|tags|columns|notetype|deck)\b/.test(name);
  }
}
