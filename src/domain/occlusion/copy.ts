import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import { boundsOf } from './bounds.ts';
import { broughtIn, shifted } from './move.ts';
import { renumbered } from './numbers.ts';
import { adding, type Sheet, selectedShapes } from './sheet.ts';

/** How far a copy lies from what it was made from, down and to the right. */
const ASIDE = 0.03;

/**
 * Copies of what is selected, beside it, selected in its stead. They hide something else than their
 * models do, so their text alternatives are left empty and their cards are new.
 */
export function duplicating(sheet: Sheet, used: number, aspect: number): Sheet {
  const copies = selectedShapes(sheet).map(({ alt: _, ...shape }) => shape);
  return pasting(sheet, copies, used, aspect);
}

/** `shapes` added on the picture: aside of any that are there already, and on cards of their own. */
export function pasting(
  sheet: Sheet,
  shapes: readonly OcclusionShape[],
  used: number,
  aspect: number,
): Sheet {
  const there = sheet.occlusions.shapes;
  const isTaken = (copies: readonly OcclusionShape[]) =>
    copies.some((copy) => there.some((shape) => isSamePlace(shape, copy, aspect)));
  let copies = renumbered(shapes, there, used).map((shape) => broughtIn(shape, aspect));
  for (let step = 0; step < MOST_STEPS && isTaken(copies); step++) {
    copies = copies.map((copy) => broughtIn(shifted(copy, { x: ASIDE, y: ASIDE }), aspect));
  }
  return adding(sheet, copies);
}

const MOST_STEPS = 30;

function isSamePlace(a: OcclusionShape, b: OcclusionShape, aspect: number): boolean {
  const [one, two] = [boundsOf(a, aspect), boundsOf(b, aspect)];
  const near = (p: number, q: number) => Math.abs(p - q) < ASIDE / 10;
  return (
    a.kind === b.kind &&
    near(one.left, two.left) &&
    near(one.top, two.top) &&
    near(one.width, two.width) &&
    near(one.height, two.height)
  );
}
