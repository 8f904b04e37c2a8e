import { useState } from 'react';
import type { Point } from '../../../../domain/occlusion/bounds.ts';
import { labelAt } from '../../../../domain/occlusion/draw.ts';
import { changing } from '../../../../domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import type { MaskFocus } from './use-mask-focus.ts';
import type { SheetHistory } from './use-sheet.ts';

/** Whose words are being written: a mask's or a label's, or those of a label not yet there. */
export type WordsTarget =
  | { readonly kind: 'shape'; readonly place: number }
  | { readonly kind: 'new-label'; readonly at: Point };

export interface Words {
  readonly target: WordsTarget | undefined;
  /** Opens the field for the one selected mask; false if there is not one. */
  readonly open: () => boolean;
  readonly openForLabel: (at: Point) => void;
  /** Closes the field; undefined leaves the words as they are. */
  readonly finish: (text: string | undefined, isByKey: boolean) => void;
  /** Changes of one `run` in a row are one undo step. */
  readonly write: (place: number, text: string, run?: string) => void;
}

/** Writing what masks hide and labels say, in a field over the picture or in the list. */
export function useWords(
  masks: SheetHistory,
  focus: MaskFocus,
  add: (shape: OcclusionShape) => void,
): Words {
  const [target, setTarget] = useState<WordsTarget>();

  function open(): boolean {
    const [place, ...others] = masks.current().selected;
    if (place === undefined || others.length > 0) return false;
    setTarget({ kind: 'shape', place });
    return true;
  }

  function finish(text: string | undefined, isByKey: boolean): void {
    setTarget(undefined);
    if (!target) return;
    if (target.kind === 'new-label') {
      if (text) add(labelAt(target.at, text));
      if (isByKey) focus.picture();
      return;
    }
    if (isByKey) focus.mask(target.place);
    if (text !== undefined) write(target.place, text);
  }

  /** Sets a shape's words; a label without words is no label, so it keeps the ones it has. */
  function write(place: number, text: string, run?: string): void {
    const sheet = masks.current();
    const shape = sheet.occlusions.shapes[place];
    if (!shape || (shape.kind === 'text' && text === '')) return;
    masks.step(changing(sheet, place, worded(shape, text)), run);
  }

  return {
    target,
    open,
    openForLabel: (at) => setTarget({ kind: 'new-label', at }),
    finish,
    write,
  };
}

function worded(shape: OcclusionShape, text: string): OcclusionShape {
  if (shape.kind === 'text') return { ...shape, text };
  const { alt: _, ...rest } = shape;
  return text === '' ? rest : { ...rest, alt: text };
}
