import type { Slot } from '../../../kernel/ids.ts';
import { type CardSide, clozeHtml, clozeOnlyHtml } from '../cloze-html.ts';
import { withoutCueHtml } from '../html/cue.ts';
import { escapeAttribute } from '../html/entities.ts';
import { withReadings } from '../html/ruby.ts';
import { textWithSounds } from '../html-text.ts';

export interface FilterContext {
  readonly fieldName: string;
  readonly slot: Slot;
  readonly side: CardSide;
  /** Its cloze fields hold masks, not text. */
  readonly isOcclusion: boolean;
}

/**
 * `html` through one filter of the template language; a filter that Rounds does not know leaves it
 * as it is. cloze: is for fields that have a deletion of the card (see render.ts).
 */
export function filtered(filter: string, html: string, context: FilterContext): string {
  const { slot, side, isOcclusion } = context;
  switch (filter) {
    case 'cloze':
      // The renderer draws the picture and its masks here.
      if (isOcclusion) return `<div class="occlusion" data-slot="${slot}"></div>`;
      return clozeHtml(html, slot, side);
    case 'cloze-only':
      return isOcclusion ? '' : clozeOnlyHtml(html, slot, side);
    case 'text':
      // Fit for an attribute too, where templates put it: <a href="…{{text:Front}}">.
      return escapeAttribute(textWithSounds(html));
    case 'hint':
      return html.trim() === '' ? '' : hint(html, context.fieldName);
    case 'cueless':
      return withoutCueHtml(html);
    case 'furigana':
      return withReadings(html, 'both');
    case 'kanji':
      return withReadings(html, 'signs');
    case 'kana':
      return withReadings(html, 'reading');
    default:
      // Without a language it is none of Anki's filters.
      return filter.startsWith('tts ') ? '' : html;
  }
}

/** Whether a filter works on the signs of a text, so that what has HTML of ours is not for it. */
export function changesSigns(filter: string): boolean {
  return CHANGING.has(filter);
}

const CHANGING: ReadonlySet<string> = new Set(
  'cloze cloze-only cueless furigana kanji kana'.split(' '),
);

/** Opens without a script, which no card may run. */
function hint(html: string, fieldName: string): string {
  const name = escapeAttribute(fieldName);
  return `<details class="hint"><summary>${name}</summary>${html}</details>`;
}
