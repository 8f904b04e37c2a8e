import type { Slot } from '../../../kernel/ids.ts';
import {
  type Box,
  boundsOf,
  fontSizeOf,
  pivotOf,
  turnOf,
  uprightBox,
} from '../../../domain/occlusion/bounds.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { type Mask, masksFor, parseOcclusions } from '../../../domain/template/occlusion.ts';
import type { OcclusionShape, Occlusions } from '../../../domain/template/occlusion/shapes.ts';
import { t } from '../../../kernel/texts.ts';

/**
 * Draws the masks of the card at `slot` over its picture: the first one after the card's
 * `.occlusion` place, which takes it in. The picture is hidden until its masks are on it. Nothing
 * happens on a card without a place or a picture. Each mask has a name for screen readers; what is
 * under a mask is told only where it is revealed.
 */
export function drawOcclusion(
  root: HTMLElement,
  occlusions: Occlusions,
  slot: Slot,
  side: CardSide,
  shown = 0,
): void {
  for (const place of root.querySelectorAll<HTMLElement>('.occlusion')) {
    const picture = pictureAfter(root, place);
    if (!picture) continue;
    place.classList.remove('drawn');
    const draw = (): void => {
      // Of a picture that cannot be shown nothing is to be covered, and a sentence stands in its place.
      if (!place.contains(picture)) return;
      const aspect = picture.naturalWidth / picture.naturalHeight;
      const masks = masksFor(occlusions, slot, side, shown);
      place.querySelector('.masks')?.remove();
      place.append(drawnMasks(root.ownerDocument, masks, aspect > 0 ? aspect : 1));
      place.classList.add('drawn');
    };
    place.replaceChildren(picture);
    if (picture.complete && picture.naturalWidth > 0) draw();
    else for (const end of ['load', 'error']) picture.addEventListener(end, draw, { once: true });
  }
}

/** Draws masks over a card's picture; `asked`: what is under those that it asks for, in their order. */
export interface MaskDrawing {
  (root: HTMLElement): void;
  readonly asked?: readonly string[];
}

/** What draws the masks that stand in a note's fields, `html`; `shown` of those asked for revealed. */
export function masksOn(html: string, slot: Slot, side: CardSide, shown = 0): MaskDrawing {
  const occlusions = parseOcclusions(html);
  const asked = occlusions.shapes.filter(({ numbers }) => numbers.includes(slot));
  return Object.assign((root: HTMLElement) => drawOcclusion(root, occlusions, slot, side, shown), {
    asked: asked.map((shape, place) => shape.alt ?? t`Mask ${place + 1} is revealed`),
  });
}

/** Height of the drawing in its own units; its width is as many times as the picture's is. */
const HEIGHT = 1_000;
const SVG = 'http://www.w3.org/2000/svg';

function pictureAfter(root: HTMLElement, place: Element): HTMLImageElement | undefined {
  const pictures = [...root.querySelectorAll('img')];
  return pictures.find(
    (picture) =>
      place.contains(picture) ||
      (place.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING &&
        !picture.closest('.occlusion')),
  );
}

/** The masks alone, to lie over a picture as wide as high times `aspect`. */
export function drawnMasks(document: Document, masks: readonly Mask[], aspect: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'masks');
  svg.setAttribute('viewBox', `0 0 ${HEIGHT * aspect} ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  const covering = masks.filter(({ state }) => state !== 'label');
  for (const mask of masks) {
    const place = t`${covering.indexOf(mask) + 1} of ${covering.length}`;
    svg.append(drawnMask(document, mask, nameOf(mask, place), aspect));
  }
  return svg;
}

function nameOf({ shape, state }: Mask, place: string): string {
  switch (state) {
    case 'asked':
      return t`Mask ${place}, asked for`;
    case 'covered':
      return t`Mask ${place}, hidden`;
    case 'revealed':
      return shape.alt ? t`Mask ${place}, revealed: ${shape.alt}` : t`Mask ${place}, revealed`;
    case 'label':
      return shape.kind === 'text' ? shape.text : t`Mask ${place}`;
  }
}

function drawnMask(document: Document, { shape, state }: Mask, name: string, aspect: number) {
  const group = element(document, 'g', { role: 'img', 'aria-label': name });
  const drawnAs = shape.kind === 'text' && state !== 'label' ? boxed(shape, aspect) : shape;
  const outline = outlineOf(document, drawnAs, aspect);
  outline.setAttribute('class', state === 'label' ? 'mask-label' : `mask mask-${state}`);
  const fill = opaque(shape.fill);
  if (fill && (state === 'covered' || state === 'label')) outline.style.fill = fill;
  const pivot = pivotOf(shape, aspect);
  const turn = turnOf(shape);
  if (turn !== 0) {
    const [x, y] = [pivot.x * aspect * HEIGHT, pivot.y * HEIGHT];
    outline.setAttribute('transform', `rotate(${turn} ${x} ${y})`);
  }
  group.append(outline);
  if (state === 'asked') group.append(questionMark(document, boundsOf(shape, aspect), aspect));
  return group;
}

/** A label that has a card of its own is hidden like any mask. */
function boxed(shape: OcclusionShape, aspect: number): OcclusionShape {
  return { ...uprightBox(shape, aspect), kind: 'rect', numbers: shape.numbers };
}

function outlineOf(document: Document, shape: OcclusionShape, aspect: number): SVGElement {
  const across = (fraction: number) => fraction * aspect * HEIGHT;
  const down = (fraction: number) => fraction * HEIGHT;
  switch (shape.kind) {
    case 'rect':
      return element(document, 'rect', {
        x: across(shape.left),
        y: down(shape.top),
        width: across(shape.width),
        height: down(shape.height),
      });
    case 'ellipse':
      return element(document, 'ellipse', {
        cx: across(shape.left + shape.rx),
        cy: down(shape.top + shape.ry),
        rx: across(shape.rx),
        ry: down(shape.ry),
      });
    case 'polygon':
      return element(document, 'polygon', {
        points: shape.points.map(({ x, y }) => `${across(x)},${down(y)}`).join(' '),
      });
    case 'text': {
      const size = down(fontSizeOf(shape));
      const text = element(document, 'text', {
        x: across(shape.left),
        y: down(shape.top) + size,
        'font-size': size,
      });
      text.append(shape.text);
      return text;
    }
  }
}

/** So that what is asked for does not stand out by its colour alone. */
function questionMark(document: Document, box: Box, aspect: number): SVGElement {
  const text = element(document, 'text', {
    class: 'mask-question',
    x: (box.left + box.width / 2) * aspect * HEIGHT,
    y: (box.top + box.height / 2) * HEIGHT,
    'font-size': Math.min(box.height * HEIGHT * 0.8, box.width * aspect * HEIGHT, 80),
    'aria-hidden': 'true',
  });
  text.append('?');
  return text;
}

/** A mask hides, so the see-through part of its colour is left out. */
function opaque(fill: string | undefined): string | undefined {
  if (fill === undefined || !/^#[0-9a-f]+$/i.test(fill)) return undefined;
  return fill.length > 5 ? fill.slice(0, 7) : fill.slice(0, 4);
}

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const created = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, `${value}`);
  return created;
}
