/** Longer ones are no drawings that somebody made. */
export const MOST_DRAWING_BYTES = 1_000_000;
/** What the address of one begins with: its own text follows. */
export const DRAWING_ADDRESS = 'data:image/svg+xml,';
const MOST_ELEMENTS = 20_000;

/** What draws by itself, or nothing. None of it repeats another part, which could be without an end. */
const PLAIN = new Set(
  (
    'svg g defs title desc metadata style switch ' +
    'rect circle ellipse line polyline polygon path text tspan ' +
    'linearGradient radialGradient stop clipPath'
  ).split(' '),
);

/** An element's name; a comment or words as they are, whole, or else a declaration or an instruction. */
const TAG = /<\/?([A-Za-z_][\w.:-]*)|<(!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[!?])/g;
/** The two that a file begins with; others declare entities, or bring a style or letters from elsewhere. */
const HEAD =
  /^<(?:\?xml(?:\s|version=["'][\d.]+["']|encoding=["']utf-?8["']|standalone=["']\w+["'])*\?>|!DOCTYPE\s[^[<>]*>)/i;

/**
 * Whether `text` is an SVG of plain shapes, as masks of image occlusion add-ons are. It is shown as a
 * picture alone, where no browser runs a script or loads anything; what is asked here is that it is
 * drawn in a moment: no part is drawn many times over, and nothing is declared.
 */
export function isPlainDrawing(text: string): boolean {
  if (text.length > MOST_DRAWING_BYTES) return false;
  let elements = 0;
  let isDrawing = false;
  for (const { 1: name, 2: other, index } of text.matchAll(TAG)) {
    if (other !== undefined) {
      if (other.length === 1 && !HEAD.test(text.slice(index, index + 300))) return false;
      continue;
    }
    if (name === undefined || ++elements > MOST_ELEMENTS) return false;
    // Programs that draw keep notes of their own, under names with a colon; nobody draws those.
    if (name.startsWith('svg:') || (!name.includes(':') && !PLAIN.has(name))) return false;
    isDrawing ||= name === 'svg';
  }
  return isDrawing;
}
