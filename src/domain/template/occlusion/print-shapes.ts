import { escapeText } from '../html/entities.ts';
import type { OcclusionShape, Occlusions } from './shapes.ts';

/** The field that `occlusions` stand for; fractions are rounded to four decimals, as in Anki. */
export function printOcclusions({ shapes, hidesAll, unread = [] }: Occlusions): string {
  const parts: string[] = [];
  const printUnread = (isHere: (at: number) => boolean): void => {
    for (const { at, text } of unread) if (isHere(at)) parts.push(`${text}<br>`);
  };
  shapes.forEach((shape, index) => {
    printUnread((at) => at === index);
    parts.push(`${printShape(shape, hidesAll)}<br>`);
  });
  printUnread((at) => at >= shapes.length);
  return parts.join('');
}

function printShape(shape: OcclusionShape, hidesAll: boolean): string {
  const { numbers, alt, angle, fill, rest = [] } = shape;
  const parts = [
    shape.kind,
    ...printPlace(shape),
    ...(angle === undefined ? [] : [`angle=${decimals(angle)}`]),
    ...(fill === undefined ? [] : [`fill=${fill}`]),
    ...(alt === undefined ? [] : [`alt=${escaped(alt)}`]),
    ...(hidesAll ? ['oi=1'] : []),
    ...(hidesAll ? rest.filter((each) => !each.startsWith('oi=')) : rest),
  ];
  return `{{c${numbers.join(',')}::image-occlusion:${parts.join(':')}}}`;
}

function printPlace(shape: OcclusionShape): string[] {
  const pair = (key: string, value: number) => `${key}=${decimals(value)}`;
  if (shape.kind === 'polygon') {
    const { points } = shape;
    return [
      pair('left', Math.min(...points.map(({ x }) => x))),
      pair('top', Math.min(...points.map(({ y }) => y))),
      `points=${points.map(({ x, y }) => `${decimals(x)},${decimals(y)}`).join(' ')}`,
    ];
  }
  const corner = [pair('left', shape.left), pair('top', shape.top)];
  switch (shape.kind) {
    case 'rect':
      return [...corner, pair('width', shape.width), pair('height', shape.height)];
    case 'ellipse':
      return [...corner, pair('rx', shape.rx), pair('ry', shape.ry)];
    case 'text':
      return [
        ...corner,
        `text=${escaped(shape.text)}`,
        ...(shape.scale === undefined ? [] : [pair('scale', shape.scale)]),
        ...(shape.fontSize === undefined ? [] : [pair('fs', shape.fontSize)]),
      ];
  }
}

/** .25, -.5, 1, 12.3457. */
function decimals(value: number): string {
  const rounded = String(Math.round(value * 10_000) / 10_000);
  return rounded.replace(/^(-?)0\./, '$1.');
}

/** Braces would end the deletion; a tag would be one to whoever reads the field as HTML. */
function escaped(text: string): string {
  return escapeText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(':', '\\:')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}
