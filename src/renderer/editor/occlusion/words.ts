import type { Box } from '../../../domain/occlusion/bounds.ts';
import { isLabel } from '../../../domain/occlusion/numbers.ts';
import type { OcclusionShape } from '../../../domain/template/occlusion/shapes.ts';
import { plural, t } from '../../../kernel/texts.ts';

const KINDS: Readonly<Record<OcclusionShape['kind'], string>> = {
  rect: 'rectangle',
  ellipse: 'ellipse',
  polygon: 'polygon',
  text: 'label',
};

export function kindName(shape: OcclusionShape): string {
  return KINDS[shape.kind];
}

/** The words of a shape: what a label says, or what a mask hides; '' for none yet. */
export function wordsOfMasks(shape: OcclusionShape): string {
  return shape.kind === 'text' ? shape.text : (shape.alt ?? '');
}

/** A shape as people and screen readers tell it from the others: 'Card 2, ellipse, optic nerve'. */
export function shapeName(shape: OcclusionShape): string {
  const words = wordsOfMasks(shape);
  if (isLabel(shape)) return t`Label, ${words || t`without words`}, always shown`;
  return `${cardsOf(shape)}, ${kindName(shape)}${words && `, ${words}`}`;
}

/** 'Card 2', 'Cards 2, 5', 'Every card'. */
export function cardsOf({ numbers }: OcclusionShape): string {
  return numbers.includes(0) ? t`Every card` : cardsNamed(numbers);
}

export function cardsNamed(numbers: readonly number[]): string {
  return plural(numbers.length, 'Card {join}', 'Cards {join}', { join: numbers.join(', ') });
}

/** 'Left 12 %, top 30 %, width 20 %, height 8 %'. */
export function placeWords({ left, top, width, height }: Box): string {
  return t`Left ${percentWithin(left)}, top ${percentWithin(top)}, width ${percentWithin(width)}, height ${percentWithin(height)}`;
}

export function percentWithin(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10} %`;
}
