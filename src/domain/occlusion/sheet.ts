import type { OcclusionShape, Occlusions } from '../template/occlusion/shapes.ts';
import type { Point } from './bounds.ts';
import { movedTogether } from './move.ts';
import { cornerAdded, cornerMoved, cornerRemoved, type Polygon } from './polygon.ts';
import { stretched } from './resize.ts';

/** The masks of one picture while they are worked on. */
export interface Sheet {
  readonly occlusions: Occlusions;
  /** Places in `occlusions.shapes`, ascending. */
  readonly selected: readonly number[];
  /** The corner that is worked on alone, where one polygon is selected. */
  readonly corner: number | undefined;
}

export function sheetOf(occlusions: Occlusions): Sheet {
  return { occlusions, selected: [], corner: undefined };
}

export function selectedShapes({ occlusions, selected }: Sheet): OcclusionShape[] {
  return occlusions.shapes.filter((_, place) => selected.includes(place));
}

/** The one selected polygon, which alone has corners to work on. */
export function selectedPolygon(sheet: Sheet): Polygon | undefined {
  const [shape, ...others] = selectedShapes(sheet);
  return shape?.kind === 'polygon' && others.length === 0 ? shape : undefined;
}

/** Selects exactly `places`. */
export function selecting(sheet: Sheet, places: readonly number[]): Sheet {
  const there = places.filter((place) => place in sheet.occlusions.shapes);
  const selected = [...new Set(there)].sort((a, b) => a - b);
  return { ...sheet, selected, corner: undefined };
}

/** Adds `place` to what is selected, or takes it out. */
export function toggling(sheet: Sheet, place: number): Sheet {
  const { selected } = sheet;
  const without = selected.filter((each) => each !== place);
  return selecting(sheet, without.length < selected.length ? without : [...selected, place]);
}

/** Adds shapes on top and selects them. */
export function adding(sheet: Sheet, shapes: readonly OcclusionShape[]): Sheet {
  const before = sheet.occlusions.shapes;
  const next = withShapes(sheet, [...before, ...shapes]);
  return selecting(
    next,
    shapes.map((_, index) => before.length + index),
  );
}

/** Without what is selected. The shapes that stay keep their numbers. */
export function removing(sheet: Sheet): Sheet {
  const { shapes } = sheet.occlusions;
  const left = shapes.filter((_, place) => !sheet.selected.includes(place));
  return selecting(withShapes(sheet, left), []);
}

/** With the selected shapes put in place of the ones that were, in order. */
export function replacing(sheet: Sheet, shapes: readonly OcclusionShape[]): Sheet {
  const queue = [...shapes];
  const all = sheet.occlusions.shapes.map((shape, place) =>
    sheet.selected.includes(place) ? (queue.shift() ?? shape) : shape,
  );
  return withShapes(sheet, all);
}

/** With one shape changed. */
export function changing(sheet: Sheet, place: number, shape: OcclusionShape): Sheet {
  return withShapes(sheet, sheet.occlusions.shapes.with(place, shape));
}

export function withShapes(sheet: Sheet, shapes: readonly OcclusionShape[]): Sheet {
  return { ...sheet, occlusions: { ...sheet.occlusions, shapes } };
}

/** What is worked on, a corner or all that is selected, moved by `by` and kept on the picture. */
export function nudging(sheet: Sheet, by: Point, aspect: number): Sheet {
  const polygon = selectedPolygon(sheet);
  const corner = polygon?.points[sheet.corner ?? -1];
  if (polygon && corner && sheet.corner !== undefined) {
    const to = { x: corner.x + by.x, y: corner.y + by.y };
    return replacing(sheet, [cornerMoved(polygon, sheet.corner, to)]);
  }
  return replacing(sheet, movedTogether(selectedShapes(sheet), by, aspect));
}

/** Each selected shape made wider and taller. */
export function stretching(sheet: Sheet, by: Point, aspect: number): Sheet {
  const shapes = selectedShapes(sheet).map((shape) => stretched(shape, by, aspect));
  return replacing(sheet, shapes);
}

/** Works on the next corner (`step` 1) or the one before (−1) of the selected polygon alone. */
export function atCorner(sheet: Sheet, step: 1 | -1): Sheet {
  const count = selectedPolygon(sheet)?.points.length;
  if (count === undefined) return sheet;
  const from = sheet.corner ?? (step === 1 ? -1 : 0);
  return { ...sheet, corner: (from + step + count) % count };
}

/** A new corner halfway to the next after `corner`, by default the one worked on; then that is. */
export function addingCorner(sheet: Sheet, corner = sheet.corner): Sheet {
  const polygon = selectedPolygon(sheet);
  if (!polygon || corner === undefined) return sheet;
  const next = replacing(sheet, [cornerAdded(polygon, corner)]);
  return { ...next, corner: corner + 1 };
}

/** Without the corner worked on; undefined if too few would be left. */
export function removingCorner(sheet: Sheet): Sheet | undefined {
  const polygon = selectedPolygon(sheet);
  if (!polygon || sheet.corner === undefined) return undefined;
  const fewer = cornerRemoved(polygon, sheet.corner);
  return fewer && { ...replacing(sheet, [fewer]), corner: undefined };
}
