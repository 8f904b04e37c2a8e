import { nameOf } from '../html/kinds.ts';

/** The colours of a stretch of pasted text that say something. */
interface Colours {
  readonly text: string | undefined;
  readonly back: string | undefined;
}
/** A stretch and its colours, to be put on it once what it stands in is cleaned. */
export interface Coloured extends Colours {
  readonly node: Text;
}

/** Where colours are the page's own manner: links, headings, and code as an editor colours it. */
const PLAIN = /^(?:a|h[1-6]|pre|code|kbd|samp|tt|button)$/;
/** Elements within a line, whose ground is a highlight; any other's is the page's paper. */
const INLINE =
  /^(?:span|font|mark|b|strong|i|em|u|s|strike|del|ins|sub|sup|small|big|q|cite|abbr)$/;
/** Between the darkest and the lightest of red, green and blue, of 255: below, it is ink or paper. */
const LEAST_HUE = 60;
const MARKER_YELLOW = 'rgba(255, 208, 0, 0.35)';
const MARKER_STRENGTH = 0.35;

/**
 * The coloured and highlighted words of a pasted fragment, in order. Black, white and grey are a
 * page's ink and paper and say nothing here.
 */
export function colouredIn(root: ParentNode & Node): Coloured[] {
  const found: Coloured[] = [];
  const probe = document.createElement('canvas').getContext('2d');
  const walk = (parent: Node, around: Colours): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        const isSeen = around.text !== undefined || around.back !== undefined;
        if (isSeen && node.data.trim() !== '') found.push({ node, ...around });
      } else if (node instanceof HTMLElement && !PLAIN.test(nameOf(node)) && !isOfCode(node)) {
        walk(node, within(node, around, probe));
      }
    }
  };
  walk(root, { text: undefined, back: undefined });
  return found;
}

/** Puts the colours on the words as a field writes them. */
export function putColours(coloured: readonly Coloured[]): void {
  for (const { node, text, back } of coloured) {
    const span = node.ownerDocument.createElement('span');
    const css = [text && `color: ${text}`, back && `background-color: ${back}`];
    span.style.cssText = css.filter(Boolean).join('; ');
    node.replaceWith(span);
    span.append(node);
  }
}

function within(
  element: HTMLElement,
  around: Colours,
  probe: CanvasRenderingContext2D | null,
): Colours {
  const name = nameOf(element);
  const colour = element.style.color || element.getAttribute('color') || '';
  const ground = element.style.backgroundColor;
  const text = colour === '' || colour === 'inherit' ? around.text : hueOf(colour, probe)?.written;
  if (!INLINE.test(name)) return { text, back: undefined };
  if (ground === '' && name === 'mark') return { text, back: MARKER_YELLOW };
  if (ground === '' || isSeeThrough(ground)) return { text, back: around.back };
  return { text, back: hueOf(ground, probe)?.marker };
}

/** A colour that has a hue: as it was written, and as a marker's, through which any paper shows. */
function hueOf(
  colour: string,
  probe: CanvasRenderingContext2D | null,
): { written: string; marker: string } | undefined {
  if (!probe || /var\(|url\(/i.test(colour)) return undefined;
  probe.fillStyle = '#000';
  probe.fillStyle = colour;
  const parts = partsOf(String(probe.fillStyle));
  if (!parts) return undefined;
  const [red, green, blue, strength] = parts;
  const rgb = [red, green, blue];
  if (strength < 0.05 || Math.max(...rgb) - Math.min(...rgb) < LEAST_HUE) return undefined;
  const marker = `rgba(${rgb.join(', ')}, ${Math.min(strength, MARKER_STRENGTH)})`;
  return { written: colour, marker };
}

/** Canvas gives '#rrggbb', or 'rgba(r, g, b, a)' where it is see-through. */
function partsOf(colour: string): [number, number, number, number] | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (hex) {
    const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
    return [red, green, blue, 1];
  }
  const rgba = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  if (!rgba) return undefined;
  const [red = 0, green = 0, blue = 0, strength = 1] = rgba.slice(1).map(Number);
  return [red, green, blue, strength];
}

function isSeeThrough(colour: string): boolean {
  return colour === 'transparent' || colour === 'inherit' || /^rgba\(.*,\s*0\)$/.test(colour);
}

/** What an editor of code puts on the clipboard: its lines in a fixed-width face, spaces kept. */
function isOfCode({ style }: HTMLElement): boolean {
  return /^pre/.test(style.whiteSpace) && /mono|consolas|courier|menlo/i.test(style.fontFamily);
}
