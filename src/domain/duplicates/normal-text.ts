import { type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import { clozeShown } from '../template/cloze-html.ts';
import { mediaNamesIn, textToRead } from '../template/html-text.ts';
import { asRead } from '../text/as-read.ts';

/**
 * What a note says, for telling duplicates: the plain text of its type's sort field, deletions
 * shown, then the names of its media, since two pictures under the same words ask different things.
 */
export function textOfNote(fields: FieldTexts, type: NoteType): string {
  const html = fieldText(fields, type.sortFieldId);
  const shown = type.kind === 'cloze' ? clozeShown(html) : html;
  const media = /[<[]/.test(html) ? mediaNamesIn(html) : [];
  const text = /[<&[]/.test(shown) ? textToRead(shown) : shown;
  return media.length === 0 ? text : `${text} ${media.map((name) => `(${name})`).join(' ')}`;
}

/**
 * A text as it is compared: words and signs in lower case with single spaces. Punctuation and
 * spacing do not count; +, <, ↑, % and a minus before a number do. A text of neither is itself.
 */
export function normalText(text: string): string {
  const tokens = asRead(text).replace(LOWERED, plainSign).toLowerCase().match(TOKEN);
  return tokens === null ? text.trim() : tokens.join(' ');
}

/** CO₂ is CO2, while 10⁶ is not 106. */
const LOWERED = /[\u2080-\u209c]/g;

function plainSign(sign: string): string {
  return sign.normalize('NFKC');
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|[\p{S}%]|(?<![\p{L}\p{N}][ -]?)[-−](?=\d)/gu;
