import { MAX_CLOZE_NUMBER } from '../cloze-syntax.ts';
import { decodeEntities } from '../html/entities.ts';
import type { OcclusionPoint, OcclusionShape, Occlusions } from './shapes.ts';

/**
 * The shapes of an occlusion field, written as Anki writes them, one deletion a shape:
 * {{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}. Fractions outside 0 to 1
 * are brought to the bound. What is no shape is kept in `unread`. Never throws.
 */
export function parseOcclusions(html: string): Occlusions {
  const shapes: OcclusionShape[] = [];
  const unread: { at: number; text: string }[] = [];
  let hidesAll = false;
  let from = 0;
  const keep = (to: number): void => {
    const text = withoutBreaks(html.slice(from, to));
    if (text !== '') unread.push({ at: shapes.length, text });
  };
  const markers = [...html.matchAll(MARKER)];
  let end = -1;
  for (const [index, marker] of markers.entries()) {
    const bodyFrom = marker.index + marker[0].length;
    if (end < bodyFrom) end = html.indexOf('}}', bodyFrom);
    if (end === -1) break;
    if ((markers[index + 1]?.index ?? html.length) < end) continue;
    const found = readShape(numbersOf(marker[1] ?? ''), html.slice(bodyFrom, end));
    if (found === undefined) continue;
    keep(marker.index);
    shapes.push(found.shape);
    hidesAll ||= found.hidesAll;
    from = end + 2;
  }
  keep(html.length);
  return unread.length > 0 ? { shapes, hidesAll, unread } : { shapes, hidesAll };
}

const MARKER = /\{\{c(\d+(?:,\d+)*)::image-occlusion:/g;
/** What stands between shapes without saying anything: six signs at most. */
const BREAK = '\\s|<br ?/?>|</?(?:div|p)>|&nbsp;';
const BREAKS_AT_START = new RegExp(`^(?:${BREAK})+`, 'i');
const BREAK_AT_END = new RegExp(`(?:${BREAK})$`, 'i');

function withoutBreaks(text: string): string {
  const from = BREAKS_AT_START.exec(text)?.[0].length ?? 0;
  let to = text.length;
  while (to > from) {
    const last = BREAK_AT_END.exec(text.slice(Math.max(from, to - 6), to));
    if (last === null) break;
    to -= last[0].length;
  }
  return text.slice(from, to);
}

function numbersOf(written: string): number[] | undefined {
  const numbers = [...new Set(written.split(',').map(Number))];
  const isCard = (number: number) => number >= 1 && number <= MAX_CLOZE_NUMBER;
  return numbers.every(isCard) || (numbers.length === 1 && numbers[0] === 0) ? numbers : undefined;
}

type Values = ReadonlyMap<string, string>;

function readShape(
  numbers: readonly number[] | undefined,
  body: string,
): { shape: OcclusionShape; hidesAll: boolean } | undefined {
  const [kind = '', ...parts] = partsOf(body);
  const values = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals);
    if (equals > 0 && !values.has(key)) values.set(key, part.slice(equals + 1));
  }
  const place = readPlace(kind, values);
  if (numbers === undefined || place === undefined) return undefined;
  const alt = textValue(values, 'alt');
  const degrees = numberValue(values, 'angle');
  const angle = degrees === undefined ? undefined : degrees % 360;
  const fill = COLOUR.test(values.get('fill') ?? '') ? values.get('fill') : undefined;
  const known = new Set(KEYS[place.kind]);
  // Anki 26 knows a third way of hiding, oi=2, which is kept.
  if (/^[01]?$/.test(values.get('oi') ?? '')) known.add('oi');
  if (alt !== undefined) known.add('alt');
  if (angle !== undefined) known.add('angle');
  if (fill !== undefined) known.add('fill');
  const rest = parts.filter((part) => !known.has(part.slice(0, part.indexOf('='))));
  const shape = {
    ...place,
    numbers,
    ...(alt === undefined ? {} : { alt }),
    ...(angle === undefined ? {} : { angle }),
    ...(fill === undefined ? {} : { fill }),
    ...(rest.length === 0 ? {} : { rest }),
  };
  return { shape, hidesAll: values.get('oi') === '1' };
}

const COLOUR = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
/** A polygon's left and top say again what its points do. */
const KEYS: Readonly<Record<OcclusionShape['kind'], readonly string[]>> = {
  rect: ['left', 'top', 'width', 'height'],
  ellipse: ['left', 'top', 'rx', 'ry'],
  polygon: ['left', 'top', 'points'],
  text: ['left', 'top', 'text', 'scale', 'fs'],
};

/** A shape without what all kinds share. */
type Place<Shape = OcclusionShape> = Shape extends OcclusionShape
  ? Omit<Shape, 'numbers' | 'alt' | 'angle' | 'fill' | 'rest'>
  : never;

function readPlace(kind: string, values: Values): Place | undefined {
  const [left, top] = [fraction(values, 'left'), fraction(values, 'top')];
  if (kind === 'polygon') {
    const points = readPoints(values.get('points') ?? '');
    return points === undefined ? undefined : { kind, points };
  }
  if (left === undefined || top === undefined) return undefined;
  if (kind === 'rect') {
    const [width, height] = [fraction(values, 'width'), fraction(values, 'height')];
    if (width === undefined || height === undefined) return undefined;
    return { kind, left, top, width, height };
  }
  if (kind === 'ellipse') {
    const [rx, ry] = [fraction(values, 'rx'), fraction(values, 'ry')];
    return rx === undefined || ry === undefined ? undefined : { kind, left, top, rx, ry };
  }
  const text = textValue(values, 'text');
  if (kind !== 'text' || text === undefined) return undefined;
  const scale = positive(numberValue(values, 'scale'));
  const fontSize = fraction(values, 'fs');
  return {
    kind,
    left,
    top,
    text,
    ...(scale === undefined ? {} : { scale }),
    ...(fontSize === undefined ? {} : { fontSize }),
  };
}

function readPoints(written: string): OcclusionPoint[] | undefined {
  const points: OcclusionPoint[] = [];
  for (const pair of written.trim().split(/\s+/)) {
    const [x, y, ...more] = pair.split(',').map(toNumber);
    if (x === undefined || y === undefined || more.length > 0) return undefined;
    points.push({ x: clamped(x), y: clamped(y) });
  }
  return points.length < 3 ? undefined : points;
}

function fraction(values: Values, key: string): number | undefined {
  const number = numberValue(values, key);
  return number === undefined ? undefined : clamped(number);
}

/** Sizes of text that can be seen on a screen. */
function positive(scale: number | undefined): number | undefined {
  return scale !== undefined && scale >= 0.01 && scale <= 100 ? scale : undefined;
}

function clamped(number: number): number {
  return Math.min(1, Math.max(0, number));
}

function numberValue(values: Values, key: string): number | undefined {
  return toNumber(values.get(key) ?? '');
}

/** Also .1 and -.5; undefined for what is no number. */
function toNumber(written: string): number | undefined {
  const number = Number(written);
  return written.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

/** Texts are HTML, like the field they stand in, with \: for a colon and \\ for a backslash. */
function textValue(values: Values, key: string): string | undefined {
  const written = values.get(key);
  return written === undefined ? undefined : decodeEntities(written.replace(/\\([\\:])/g, '$1'));
}

/** What stands between colons; a colon after a backslash is part of a text. */
function partsOf(body: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= body.length; at += 1) {
    if (body.charAt(at) === '\\' && at + 1 < body.length) at += 1;
    else if (at === body.length || body.charAt(at) === ':') {
      parts.push(body.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
}
