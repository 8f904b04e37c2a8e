import { useMemo } from 'react';
import type { FieldTexts, NoteType } from '../../../domain/content/note-type.ts';
import type { Slot } from '../../../kernel/ids.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { parseOcclusions } from '../../../domain/template/occlusion.ts';
import { drawOcclusion } from './occlusion-view.ts';

/** What draws the masks of an occlusion card; undefined for the cards of other types. */
export function useOcclusion(
  type: NoteType,
  fields: FieldTexts,
  slot: Slot,
  side: CardSide,
): ((root: HTMLElement) => void) | undefined {
  // An imported type may keep its masks in a field of any name.
  const html = type.kind === 'occlusion' ? Object.values(fields).join('\n') : undefined;
  return useMemo(() => {
    if (html === undefined) return undefined;
    const occlusions = parseOcclusions(html);
    return (root: HTMLElement) => drawOcclusion(root, occlusions, slot, side);
  }, [html, slot, side]);
}
