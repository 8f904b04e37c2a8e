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
  return useMemo(() => occlusionOf(type, fields, slot, side), [type, fields, slot, side]);
}

type Decorate = (root: HTMLElement) => void;
/** The last few: a side drawn ahead must not be drawn anew when it is shown. */
const recent = new Map<string, Decorate>();
const MOST_RECENT = 8;

function occlusionOf(
  type: NoteType,
  fields: FieldTexts,
  slot: Slot,
  side: CardSide,
): Decorate | undefined {
  if (type.kind !== 'occlusion') return undefined;
  // An imported type may keep its masks in a field of any name.
  const html = Object.values(fields).join('\n');
  const key = `${side} ${slot} ${html}`;
  const known = recent.get(key);
  if (known) return known;
  const occlusions = parseOcclusions(html);
  const decorate = (root: HTMLElement): void => drawOcclusion(root, occlusions, slot, side);
  recent.set(key, decorate);
  const [oldest] = recent.keys();
  if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  return decorate;
}
