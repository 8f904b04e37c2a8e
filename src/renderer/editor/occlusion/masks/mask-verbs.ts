import { boundsOfAll } from '../../../../domain/occlusion/bounds.ts';
import { duplicating } from '../../../../domain/occlusion/copy.ts';
import {
  alsoAssigned,
  assigned,
  grouped,
  isLabel,
  ungrouped,
} from '../../../../domain/occlusion/numbers.ts';
import {
  addingCorner,
  atCorner,
  nudging,
  removing,
  removingCorner,
  type Sheet,
  selectedPolygon,
  selectedShapes,
  stretching,
  withShapes,
} from '../../../../domain/occlusion/sheet.ts';
import { numbersOfShapes } from '../../../../domain/template/occlusion.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { cardsNamed, placeWords, shapeName, percentWithin } from '../words.ts';
import type { Command } from './commands.ts';

/** What a command does to the masks, and how that is said. Without a sheet nothing is done. */
export interface MaskChange {
  readonly sheet?: Sheet;
  readonly said: string;
  /** Commands of one run in a row are one undo step. */
  readonly run?: string;
}

export interface Surroundings {
  /** The picture's width divided by its height. */
  readonly aspect: number;
  /** The highest card number that was given before: not to be given to another mask. */
  readonly used: number;
}

/** A command on what is selected; undefined for one that concerns something else. */
export function changeBy(
  command: Command,
  sheet: Sheet,
  around: Surroundings,
): MaskChange | undefined {
  const verb = VERBS[command.kind];
  if (!verb) return undefined;
  if (sheet.selected.length === 0) return { said: t`No mask is selected.` };
  return verb(sheet, around, command as never);
}

type Verb<C extends Command = never> = (
  sheet: Sheet,
  around: Surroundings,
  command: C,
) => MaskChange;
type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

const VERBS: { readonly [Kind in Command['kind']]?: Verb } = {
  nudge: (sheet, { aspect }, { by, isHeld }: Of<'nudge'>) =>
    reshaped(nudging(sheet, by, aspect), aspect, isHeld ? 'nudge' : undefined),

  stretch: (sheet, { aspect }, { by, isHeld }: Of<'stretch'>) =>
    reshaped(stretching(sheet, by, aspect), aspect, isHeld ? 'stretch' : undefined),

  remove(sheet) {
    if (sheet.corner !== undefined) {
      const next = removingCorner(sheet);
      return next
        ? { sheet: next, said: t`Corner removed.` }
        : { said: t`A polygon has at least three corners.` };
    }
    const next = removing(sheet);
    const left = numbersOfShapes(next.occlusions.shapes);
    const gone = numbersOfShapes(selectedShapes(sheet)).filter((number) => !left.includes(number));
    const cards =
      gone.length > 0 ? t` ${cardsNamed(gone)} gone; the others keep their numbers.` : '';
    return {
      sheet: next,
      said: t`${plural(sheet.selected.length, '# mask')} removed.${cards}`,
    };
  },

  duplicate(sheet, { used, aspect }) {
    const next = duplicating(sheet, used, aspect);
    return { sheet: next, said: t`Duplicated: ${names(selectedShapes(next))}.` };
  },

  group: (sheet) => numbered(sheet, (shapes, places) => grouped(shapes, places)),

  ungroup: (sheet, { used }) =>
    numbered(sheet, (shapes, places) => ungrouped(shapes, places, used)),

  assign: (sheet, _, { numbers }: Of<'assign'>) =>
    numbered(sheet, (shapes, places) => assigned(shapes, places, numbers)),

  also: (sheet, _, { number }: Of<'also'>) =>
    numbered(sheet, (shapes, places) => alsoAssigned(shapes, places, number)),

  corner(sheet, _, { step }: Of<'corner'>) {
    const next = atCorner(sheet, step);
    return next === sheet
      ? { said: t`Only a single polygon has corners to work on.` }
      : { sheet: next, said: t`${cornerWords(next)}. Arrows move it.` };
  },

  'add-corner'(sheet) {
    const next = addingCorner(sheet);
    return next === sheet
      ? { said: t`Choose a corner of a polygon first: the new one comes after it.` }
      : { sheet: next, said: t`Corner added. ${cornerWords(next)}.` };
  },
};

function numbered(
  sheet: Sheet,
  change: (
    shapes: readonly OcclusionShape[],
    places: readonly number[],
  ) => readonly OcclusionShape[],
): MaskChange {
  if (selectedShapes(sheet).every(isLabel))
    return { said: t`A label is always shown: it has no card.` };
  const next = withShapes(sheet, change(sheet.occlusions.shapes, sheet.selected));
  const cards = cardsNamed(numbersOfShapes(selectedShapes(next)));
  return { sheet: next, said: `${plural(sheet.selected.length, '# mask')}: ${cards}.` };
}

function reshaped(sheet: Sheet, aspect: number, run: string | undefined): MaskChange {
  const box = boundsOfAll(selectedShapes(sheet), aspect);
  const said = sheet.corner === undefined ? (box ? placeWords(box) : '') : cornerWords(sheet);
  return run === undefined ? { sheet, said } : { sheet, said, run };
}

function cornerWords(sheet: Sheet): string {
  const points = selectedPolygon(sheet)?.points ?? [];
  const point = points[sheet.corner ?? -1];
  if (!point || sheet.corner === undefined) return '';
  const place = t`left ${percentWithin(point.x)}, top ${percentWithin(point.y)}`;
  return t`Corner ${sheet.corner + 1} of ${points.length}, ${place}`;
}

function names(shapes: readonly OcclusionShape[]): string {
  return shapes.map(shapeName).join('; ');
}
