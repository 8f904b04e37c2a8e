import { useEffect, useMemo, useState } from 'react';
import type { FieldTexts, NoteType } from '../../../domain/content/note-type.ts';
import type { Slot } from '../../../kernel/ids.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { t } from '../../../kernel/texts.ts';

type Decorate = import('./occlusion-view.ts').MaskDrawing;
type Drawing = typeof import('./occlusion-view.ts');

/** There once it was loaded: then the first look at a card has its masks. */
let drawing: Drawing | undefined;

/** The code that draws masks: it comes with the first occlusion card, or in a quiet moment before. */
export async function loadOcclusion(): Promise<Drawing> {
  drawing = await import('./occlusion-view.ts');
  return drawing;
}

/**
 * What draws the masks of an occlusion card; undefined for the cards of other types. `shown`: so many
 * of the masks that it asks for are revealed already, one after the other.
 */
export function useOcclusion(
  type: NoteType,
  fields: FieldTexts,
  slot: Slot,
  side: CardSide,
  shown = 0,
): Decorate | undefined {
  const [loaded, setLoaded] = useState<Drawing | 'failed'>();
  const found = drawing ?? loaded;
  const isWanted = type.kind === 'occlusion' && found === undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const tell = (state: Drawing | 'failed'): void => {
      if (!isGone) setLoaded(state);
    };
    void loadOcclusion().then(tell, () => tell('failed'));
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return useMemo(() => {
    if (type.kind !== 'occlusion') return undefined;
    if (found === undefined) return withNothing;
    return found === 'failed' ? withApology : occlusionOf(found, fields, slot, side, shown);
  }, [type, fields, slot, side, shown, found]);
}

/** A picture without its masks would give the answer away. */
function withNothing(root: HTMLElement): void {
  root.replaceChildren();
}

function withApology(root: HTMLElement): void {
  root.textContent = t`What hides parts of this picture could not be loaded, so the picture is not shown. Load this page again.`;
}

/** The last few: a side drawn ahead must not be drawn anew when it is shown. */
const recent = new Map<string, Decorate>();
const MOST_RECENT = 8;

function occlusionOf(
  { masksOn }: Drawing,
  fields: FieldTexts,
  slot: Slot,
  side: CardSide,
  shown: number,
): Decorate {
  // An imported type may keep its masks in a field of any name.
  const html = Object.values(fields).join('\n');
  const key = `${side} ${slot} ${shown} ${html}`;
  const known = recent.get(key);
  if (known) return known;
  const decorate = masksOn(html, slot, side, shown);
  recent.set(key, decorate);
  const [oldest] = recent.keys();
  if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  return decorate;
}
