import { MAX_CLOZE_NUMBER } from '../template/cloze-syntax.ts';
import { numbersOfShapes } from '../template/occlusion.ts';
import type { OcclusionShape, Occlusions } from '../template/occlusion/shapes.ts';

/** A label is always shown: it is on every card and asked on none. */
export function isLabel(shape: OcclusionShape): boolean {
  return shape.kind === 'text' && shape.numbers.includes(0);
}

/** The highest card number in a field, also in what could not be read; 0 for none. */
export function highestNumber({ shapes, unread = [] }: Occlusions): number {
  const written = unread.flatMap(({ text }) => [...text.matchAll(/\{\{c(\d+)/g)]);
  const numbers = written.map(([, digits]) => Number(digits)).filter(isCardNumber);
  return Math.max(0, ...numbersOfShapes(shapes), ...numbers);
}

/**
 * The number of the next new mask: after every number in use, and after `used`, the highest that
 * the note had before. A number that was given up is not given again: its card may still have a
 * schedule, which belongs to what it used to ask. Past Anki's highest number, the lowest free one.
 */
export function nextNumber(shapes: readonly OcclusionShape[], used: number): number {
  const numbers = numbersOfShapes(shapes);
  const next = Math.max(used, 0, ...numbers) + 1;
  if (next <= MAX_CLOZE_NUMBER) return next;
  const taken = new Set<number>(numbers);
  let free = 1;
  while (taken.has(free) && free < MAX_CLOZE_NUMBER) free++;
  return free;
}

/** The cards that ask for more than one mask: their masks are a group. */
export function groupNumbers(shapes: readonly OcclusionShape[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const number of shapes.flatMap(({ numbers }) => numbers)) {
    if (seen.has(number) && number > 0) shared.add(number);
    seen.add(number);
  }
  return shared;
}

/** The masks at `places` asked on one card, that of the lowest number among them. */
export function grouped(
  shapes: readonly OcclusionShape[],
  places: readonly number[],
): readonly OcclusionShape[] {
  const [number] = numbersOfShapes(shapes.filter((_, place) => places.includes(place)));
  return number === undefined ? shapes : assigned(shapes, places, [number]);
}

/** The masks at `places` asked on the cards `numbers`; labels stay labels. */
export function assigned(
  shapes: readonly OcclusionShape[],
  places: readonly number[],
  numbers: readonly number[],
): readonly OcclusionShape[] {
  return changed(shapes, places, (shape) => ({ ...shape, numbers }));
}

/** The masks at `places` asked on card `number` as well, or, if all of them are already, no more. */
export function alsoAssigned(
  shapes: readonly OcclusionShape[],
  places: readonly number[],
  number: number,
): readonly OcclusionShape[] {
  const masks = shapes.filter((shape, place) => places.includes(place) && !isLabel(shape));
  const isOff = masks.every(({ numbers }) => numbers.includes(number) && numbers.length > 1);
  return changed(shapes, places, (shape) => {
    const others = shape.numbers.filter((each) => each !== number && each !== 0);
    const numbers = isOff ? others : [...others, number].sort((a, b) => a - b);
    return { ...shape, numbers };
  });
}

/**
 * The masks at `places` asked each on cards of its own. The first mask of a card keeps its number,
 * and with it the schedule; a mask left without one gets a new one.
 */
export function ungrouped(
  shapes: readonly OcclusionShape[],
  places: readonly number[],
  used: number,
): readonly OcclusionShape[] {
  const kept = new Set(numbersOfShapes(shapes.filter((_, place) => !places.includes(place))));
  let done = shapes;
  for (const place of places) {
    done = changed(done, [place], (shape) => {
      const own = shape.numbers.filter((number) => number > 0 && !kept.has(number));
      const numbers = own.length > 0 ? own : [nextNumber(done, used)];
      for (const number of numbers) kept.add(number);
      return { ...shape, numbers };
    });
  }
  return done;
}

/** `copies` on cards of their own: those that shared one share one again. */
export function renumbered(
  copies: readonly OcclusionShape[],
  shapes: readonly OcclusionShape[],
  used: number,
): OcclusionShape[] {
  const first = nextNumber(shapes, used);
  const old: readonly number[] = numbersOfShapes(copies);
  const fresh = (number: number) =>
    number === 0 ? 0 : Math.min(first + old.indexOf(number), MAX_CLOZE_NUMBER);
  return copies.map((copy) => ({ ...copy, numbers: copy.numbers.map(fresh) }));
}

/**
 * Card numbers as a person writes them, '2' or '2, 5': ascending, each once. Undefined for what is
 * none.
 */
export function numbersFrom(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]/).filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  const numbers = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  return numbers.every(isCardNumber) ? numbers : undefined;
}

function isCardNumber(number: number): boolean {
  return number >= 1 && number <= MAX_CLOZE_NUMBER;
}

function changed(
  shapes: readonly OcclusionShape[],
  places: readonly number[],
  change: (shape: OcclusionShape) => OcclusionShape,
): readonly OcclusionShape[] {
  return shapes.map((shape, place) =>
    places.includes(place) && !isLabel(shape) ? change(shape) : shape,
  );
}
