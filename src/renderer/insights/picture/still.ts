/** A word as it stands on the page, in CSS pixels from the still's corner. */
interface Word {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly colour: string;
  readonly font: { readonly size: number; readonly weight: string; readonly family: string };
}

/** An element's look as plain shapes and words, which no style sheet is needed for. */
export interface Still {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** SVG without a text in it. */
  readonly shapes: string;
  readonly words: readonly Word[];
}

/** Around the picture, in CSS pixels. */
const MARGIN = 24;
const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'];
const ALSO = ['stroke-linejoin', 'fill-opacity', 'opacity'];

/** What `element` shows, but for what is `data-unsaved` and what only the ear has. */
export function stillOf(element: HTMLElement): Still {
  const box = element.getBoundingClientRect();
  const colours = new Colours();
  const shapes = [...element.querySelectorAll('svg')]
    .filter((svg) => isShown(svg))
    .map((svg) => drawingOf(svg, box, colours));
  const swatches = [...element.querySelectorAll('.chart-swatch')]
    .filter((each) => isShown(each))
    .map((each) => swatchOf(each, box, colours));
  const ground = getComputedStyle(document.body).backgroundColor;
  return {
    width: Math.ceil(box.width + 2 * MARGIN),
    height: Math.ceil(box.height + 2 * MARGIN),
    ground: colours.plain(ground),
    shapes: [...shapes, ...swatches].join(''),
    words: wordsOf(element, box, colours),
  };
}

/** The still as a file that any program for drawings opens. */
export function svgOf({ width, height, ground, shapes, words }: Still): string {
  const texts = words.map(({ text, x, baseline, width, colour, font }) => {
    const at = `x="${round(x)}" y="${round(baseline)}" textLength="${round(width)}"`;
    const look = `fill="${colour}" font-size="${font.size}" font-weight="${font.weight}"`;
    return `<text ${at} lengthAdjust="spacingAndGlyphs" ${look} font-family="${escaped(font.family)}">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${shapes}${texts.join('')}</svg>`;
}

/** Twice as fine as the screen's, for slides and print. */
const FINENESS = 2;

/** The still as PNG; words are drawn with the page's own fonts. */
export async function pngOf(still: Still): Promise<Blob> {
  const { width, height, words } = still;
  const canvas = new OffscreenCanvas(width * FINENESS, height * FINENESS);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  context.scale(FINENESS, FINENESS);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgOf({ ...still, words: [] }))}`;
  await image.decode();
  context.drawImage(image, 0, 0, width, height);
  for (const { text, x, baseline, width, colour, font } of words) {
    context.font = `${font.weight} ${font.size}px ${font.family}`;
    context.fillStyle = colour;
    // Figures of one width are the page's, and a canvas knows none: the word is spread as much.
    context.letterSpacing = '0px';
    const missing = width - context.measureText(text).width;
    context.letterSpacing = `${missing / [...text].length}px`;
    context.fillText(text, x, baseline);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Whether it is drawn on the page and belongs to what is saved. */
function isShown(element: Element): boolean {
  return (
    element.closest('[data-unsaved], .hidden-text, details:not([open])') === null &&
    element.getClientRects().length > 0
  );
}

function drawingOf(svg: SVGSVGElement, box: DOMRect, colours: Colours): string {
  const place = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((each, index) => {
    const original = originals[index];
    if (original) paint(each, original, colours);
  });
  for (const text of copy.querySelectorAll('text, .chart-reading')) text.remove();
  for (const name of ['class', 'role', 'aria-label', 'aria-hidden']) copy.removeAttribute(name);
  copy.setAttribute('x', String(round(place.left - box.left + MARGIN)));
  copy.setAttribute('y', String(round(place.top - box.top + MARGIN)));
  copy.setAttribute('width', String(round(place.width)));
  copy.setAttribute('height', String(round(place.height)));
  return new XMLSerializer().serializeToString(copy);
}

/** Puts on `copy` what the style sheets give `original`. */
function paint(copy: Element, original: Element, colours: Colours): void {
  const style = getComputedStyle(original);
  copy.removeAttribute('class');
  for (const name of [...DRAWN, ...ALSO]) {
    const value = style.getPropertyValue(name);
    if (value === '' || value.startsWith('url(')) continue;
    const isColour = (name === 'fill' || name === 'stroke') && value !== 'none';
    copy.setAttribute(name, isColour ? colours.plain(value) : value);
  }
}

/** A sign of the key. */
function swatchOf(swatch: Element, box: DOMRect, colours: Colours): string {
  const { left, top, width, height } = swatch.getBoundingClientRect();
  const style = getComputedStyle(swatch);
  const isLine = height < 4;
  const colour = colours.plain(isLine ? style.borderTopColor : style.backgroundColor);
  const radius = style.borderRadius === '50%' ? width / 2 : isLine ? 0 : 2;
  return `<rect x="${round(left - box.left + MARGIN)}" y="${round(top - box.top + MARGIN)}" width="${round(width)}" height="${round(Math.max(2, height))}" rx="${radius}" fill="${colour}"/>`;
}

function wordsOf(element: HTMLElement, box: DOMRect, colours: Colours): readonly Word[] {
  const measure = new OffscreenCanvas(1, 1).getContext('2d');
  const words: Word[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !measure || !isShown(parent) || parent.closest('.chart-reading')) continue;
    const style = getComputedStyle(parent);
    const font = {
      size: Number.parseFloat(style.fontSize),
      weight: style.fontWeight,
      family: style.fontFamily,
    };
    measure.font = `${font.weight} ${font.size}px ${font.family}`;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } =
      measure.measureText('x');
    const colour = colours.plain(parent instanceof SVGElement ? style.fill : style.color);
    for (const { 0: text, index } of (node as Text).data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const [place] = range.getClientRects();
      if (!place) continue;
      words.push({
        text,
        x: place.left - box.left + MARGIN,
        baseline: place.top - box.top + MARGIN + (place.height - ascent - descent) / 2 + ascent,
        width: place.width,
        colour,
        font,
      });
    }
  }
  return words;
}

/** Colours as every program reads them: a style sheet's may be in oklch. */
class Colours {
  readonly #known = new Map<string, string>();
  readonly #context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  plain(colour: string): string {
    const known = this.#known.get(colour);
    if (known !== undefined) return known;
    const context = this.#context;
    if (!context) return colour;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const plain =
      alpha === 0
        ? 'none'
        : alpha === 255
          ? `rgb(${red},${green},${blue})`
          : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
    this.#known.set(colour, plain);
    return plain;
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
