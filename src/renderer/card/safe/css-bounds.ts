/** A deck's styles are some tens of thousands; pictures written out in them some hundreds more. */
export const MAX_CSS_CHARACTERS = 1_000_000;
/** Each is compared with every element. */
const MAX_SELECTORS = 5_000;
/** Of one rule: nested lists multiply. */
const MAX_IN_ONE_RULE = 200;
/** Each looks at all that is in an element, again for each element. */
const MAX_LOOKS_INSIDE = 20;

/** How much of a sheet was kept so far. */
export interface SheetBudget {
  selectors: number;
  looksInside: number;
  /** How many times what it is made of a variable can come to. */
  growth: number;
}

export function sheetBudget(): SheetBudget {
  return { selectors: 0, looksInside: 0, growth: 1 };
}

/**
 * For how many plain selectors a rule stands inside rules that stand for `around`; undefined where
 * those are too many, and counted in the budget otherwise.
 */
export function selectorsOf(text: string, around: number, budget: SheetBudget): number | undefined {
  const parts = text.split(',');
  const count = parts.reduce((sum, part) => {
    const outer = Math.max(1, part.split('&').length - 1);
    return sum + around ** Math.min(outer, 8);
  }, 0);
  const looks = text.split(':has(').length - 1;
  if (count > MAX_IN_ONE_RULE || text.length > 20_000) return undefined;
  if (looks > 2 || (looks > 0 && budget.looksInside + around > MAX_LOOKS_INSIDE)) return undefined;
  if (budget.selectors + count > MAX_SELECTORS) return undefined;
  budget.selectors += count;
  if (looks > 0) budget.looksInside += around;
  return count;
}

const MAX_VALUE_CHARACTERS = 2_000;
const MAX_CONTENT_CHARACTERS = 500;
const MAX_LIST = 50;
const MAX_GROWTH = 100;
/** In pixels or per cent; more than any screen, and what layout still counts exactly. */
const MAX_LENGTH = 20_000;
/** In widths of letters or parts of the window. */
const MAX_RELATIVE = 200;
/** In pixels. What is blurred costs its square. */
const MAX_BLUR = 200;
/** Rows and columns that a grid makes room for; copies of an element. */
const MAX_COUNT = 200;

const DIMENSION = /(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)/gi;
const RELATIVE = /^(?:r?em|r?ex|r?ch|r?ic|r?lh|r?cap|[sld]?v(?:w|h|i|b|min|max)|cq\w+)$/i;
const TIME = /^(?:s|ms|deg|rad|grad|turn|hz|khz|dpi|dpcm|dppx|x|fr|n)?$/i;
const BLURRED = /^(?:box-shadow|text-shadow|filter|backdrop-filter|-webkit-filter)$/;
/** Properties whose bare numbers make room for something, or make it larger. */
const COUNTED =
  /^(?:grid|column|-webkit-column|line-height|zoom|scale|transform|aspect-ratio|tab-size|orphans|widows|flex|initial-letter|-webkit-line-clamp|shape|stroke|border-image|mask)/;
const WITHOUT_END = /infinity|(?:calc|min|max|clamp|pow|exp|hypot|sqrt)\([^;]*\d{6}/i;

/** Whether a declaration is more than a browser draws in a time that nobody notices. */
export function isBeyondDrawing(name: string, value: string, budget: SheetBudget): boolean {
  if (name === 'will-change') return true;
  const bare = value.replace(/url\("data:[^"]*"\)/g, '');
  if (bare.length > (name === 'content' ? MAX_CONTENT_CHARACTERS : MAX_VALUE_CHARACTERS))
    return true;
  if (bare.split(',').length > MAX_LIST || WITHOUT_END.test(bare)) return true;
  if (name.startsWith('--')) {
    const uses = bare.split('var(').length - 1;
    if (uses > 1 && budget.growth * uses > MAX_GROWTH) return true;
    if (uses > 1) budget.growth *= uses;
  }
  for (const [, number = '', unit = ''] of bare
    .replace(/"[^"]*"|#[\da-f]+/gi, '')
    .matchAll(DIMENSION)) {
    if (Math.abs(Number(number)) > mostOf(name, unit)) return true;
  }
  return false;
}

function mostOf(name: string, unit: string): number {
  if (TIME.test(unit)) return COUNTED.test(name) ? MAX_COUNT : Number.POSITIVE_INFINITY;
  if (RELATIVE.test(unit)) return BLURRED.test(name) ? MAX_BLUR / 10 : MAX_RELATIVE;
  return BLURRED.test(name) ? MAX_BLUR : MAX_LENGTH;
}
