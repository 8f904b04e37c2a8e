import { named } from '../../kernel/named.ts';
import { failed, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What people try to import and no program could make notes of. */
type OtherFile =
  | 'spreadsheet'
  | 'document'
  | 'slides'
  | 'pdf'
  | 'media'
  | 'page'
  | 'archive'
  | 'data';

const WHAT: Readonly<Record<OtherFile, string>> = {
  spreadsheet: t`This is a spreadsheet as its own program keeps it.`,
  document: t`This is a document of a word processor.`,
  slides: t`These are slides.`,
  pdf: t`This is a PDF, of which Rounds makes no cards.`,
  media: t`This is a picture, a sound or a film.`,
  page: t`This is a web page.`,
  archive: t`This is an archive with other files in it.`,
  data: t`This is data of another program, in JSON or XML.`,
};
const TODO: Readonly<Record<OtherFile, string>> = {
  spreadsheet: t`Open it there, save it as CSV (File, Save as), and choose that file.`,
  document: t`Save it there as plain text with one note in each line, and choose that file.`,
  slides: t`Copy what you want to know into cards, with Add.`,
  pdf: t`Copy what you want to know into cards, with Add.`,
  media: t`Open Add, and drop it into a field there.`,
  page: t`Where it came in place of a file, download that once more; else export what you need as text or CSV.`,
  archive: t`Unpack it, and choose what was in it.`,
  data: t`Export the cards there as text or CSV, and choose that file.`,
};
const KEPT = t`Nothing was taken from it, and your cards are as they were.`;

/** By the first bytes, as hexadecimal digits, of which a dot is any. */
const BEGINNINGS: readonly (readonly [RegExp, OtherFile])[] = [
  [/^25504446/, 'pdf'],
  [/^7b5c727466/, 'document'],
  [/^(89504e47|ffd8ff|474946383[79]61|49492a00|4d4d002a|424d.{8}0{8})/, 'media'],
  [/^(4944330[0-9]|fff[23ab]|4f676753|664c6143|1a45dfa3|.{8}66747970)/, 'media'],
  [/^52494646.{8}(57454250|57415645|41564920)/, 'media'],
  [/^(1f8b|425a683[1-9]314159|fd377a585a|377abcaf|526172211a)/, 'archive'],
];
/** What programs of before 2007 wrote has one beginning. */
const OF_AN_OFFICE = /^d0cf11e0/;
const BY_ENDING: readonly (readonly [RegExp, OtherFile])[] = [
  [/\.(xls|et)$/i, 'spreadsheet'],
  [/\.(doc|wps)$/i, 'document'],
  [/\.(ppt|pps)$/i, 'slides'],
];
/** By the names in a zip. */
const BY_NAME_WITHIN: readonly (readonly [RegExp, OtherFile])[] = [
  [/^xl\/workbook\./i, 'spreadsheet'],
  [/^word\/document\./i, 'document'],
  [/^ppt\/presentation\./i, 'slides'],
];
/** Which has the same names within whatever it is: by its own name. */
const BY_NAME: readonly (readonly [RegExp, OtherFile])[] = [
  [/\.(ods|ots|numbers)$/i, 'spreadsheet'],
  [/\.(odt|ott|pages|epub)$/i, 'document'],
  [/\.(odp|otp|key)$/i, 'slides'],
];

/** A file that begins with `head` and is for other programs, in words; undefined: it may be one for Rounds. */
export function ofOtherBytes(head: Uint8Array, name: string): Result<never> | undefined {
  const digits = Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return OF_AN_OFFICE.test(digits) ? other(name, BY_ENDING) : other(digits, BEGINNINGS);
}

/** The same of a text: a page or data, which could be read as a table and would be none. */
export function ofOtherText(text: string): Result<never> | undefined {
  const start = text
    .slice(0, 2000)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart();
  const root = start.replace(/^<\?xml[^>]*>\s*/i, '');
  if (/^<(!doctype )?html\b/i.test(root)) return is('page');
  if (/^<(!doctype )?svg\b/i.test(root)) return is('media');
  if (root !== start) return is('data');
  return isJson(text, start) ? is('data') : undefined;
}

/** A zip that holds `names`, and nothing that Rounds reads. */
export function ofOtherZip(names: readonly string[], name: string): Result<never> | undefined {
  for (const within of names) {
    const found = other(within, BY_NAME_WITHIN);
    if (found) return found;
  }
  const found = other(name, BY_NAME);
  if (found) return found;
  const inside = names.find((path) => /\.(apkg|colpkg|rounds|csv|tsv|txt|md)$/i.test(path));
  if (inside === undefined) return undefined;
  return failed(
    t`This is a zip in which “${named(inside)}” lies: unpack it first.`,
    KEPT,
    t`Then choose what was in it.`,
  );
}

function other(
  text: string,
  table: readonly (readonly [RegExp, OtherFile])[],
): Result<never> | undefined {
  const found = table.find(([sign]) => sign.test(text));
  return found && is(found[1]);
}

function is(file: OtherFile): Result<never> {
  return failed(WHAT[file], KEPT, TODO[file]);
}

function isJson(text: string, start: string): boolean {
  if (!/^(\{\s*["}]|\[\s*[{[])/.test(start)) return false;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
