import type { Slot } from '../../kernel/ids.ts';
import type { CardSide } from './cloze-html.ts';
import { parseOcclusions } from './occlusion/parse-shapes.ts';
import type { OcclusionShape, Occlusions } from './occlusion/shapes.ts';

export { parseOcclusions } from './occlusion/parse-shapes.ts';
export { printOcclusions } from './occlusion/print-shapes.ts';
export type * from './occlusion/shapes.ts';

/** asked: hides, and is the question. covered: hides. revealed: its outline. label: text, always. */
export interface Mask {
  readonly shape: OcclusionShape;
  readonly state: 'asked' | 'covered' | 'revealed' | 'label';
}

/**
 * What to draw over the image for the card at `slot`, in the order of the shapes. `shown`: so many of
 * the masks that the front asks for are revealed already, one after the other.
 */
export function masksFor(
  { shapes, hidesAll }: Occlusions,
  slot: Slot,
  side: CardSide,
  shown = 0,
): readonly Mask[] {
  let asked = 0;
  return shapes.flatMap((shape): Mask[] => {
    if (shape.numbers.includes(slot)) {
      return [{ shape, state: side === 'front' && asked++ >= shown ? 'asked' : 'revealed' }];
    }
    if (shape.numbers.includes(0)) {
      return [{ shape, state: shape.kind === 'text' ? 'label' : 'covered' }];
    }
    return hidesAll ? [{ shape, state: 'covered' }] : [];
  });
}

/** The numbers of the cards that an occlusion field makes, ascending, each once. */
export function occlusionNumbersIn(html: string): Slot[] {
  return numbersOfShapes(parseOcclusions(html).shapes);
}

/** The numbers of the cards that these shapes ask for, ascending, each once. */
export function numbersOfShapes(shapes: readonly OcclusionShape[]): Slot[] {
  const numbers = new Set(shapes.flatMap((shape) => shape.numbers));
  numbers.delete(0);
  return [...numbers].sort((a, b) => a - b);
}
