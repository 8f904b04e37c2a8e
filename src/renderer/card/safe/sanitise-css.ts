import {
  isBeyondDrawing,
  MAX_CSS_CHARACTERS,
  type SheetBudget,
  selectorsOf,
  sheetBudget,
} from './css-bounds.ts';
import { byWindowHeight } from './window-heights.ts';

/**
 * Makes a deck's style sheet safe: as the browser reads it, without imports, fonts, addresses (but
 * small pictures written out) and places outside the card's flow. '' where it nests beyond reason.
 * It is for the card's frame alone, and is not kept apart from anything else in there.
 */
export function sanitiseCss(css: string): string {
  if (css.trim() === '' || css.length > MAX_CSS_CHARACTERS || isTooDeep(css)) return '';
  const sheet = new CSSStyleSheet();
  // Imports are left out by replaceSync itself; nothing loads, as the sheet is on no page.
  sheet.replaceSync(css);
  const budget = sheetBudget();
  const rules = [...sheet.cssRules].filter((rule) => isKept(rule, 1, budget));
  return rules.map(({ cssText }) => cssText).join('\n');
}

/** The same for a style attribute; in an editor it gains nothing that was not written. */
export function sanitiseStyle(text: string, isForCard = true): string {
  if (text.length > MAX_CSS_CHARACTERS || isTooDeep(text)) return '';
  scratch ??= new CSSStyleSheet();
  scratch.replaceSync('a {}');
  const [rule] = scratch.cssRules;
  if (!(rule instanceof CSSStyleRule)) return '';
  rule.style.cssText = text;
  // Among the elements of a card one style builds on another, so that a variable uses one at most.
  cleanDeclarations(rule.style, { ...sheetBudget(), growth: Number.POSITIVE_INFINITY });
  if (isForCard) byWindowHeight(rule.style);
  else rule.style.removeProperty(IN_COLUMNS);
  return rule.style.cssText;
}

let scratch: CSSStyleSheet | undefined;

/** A few thousand brackets in each other, as in `:is(:is(…`, end Chromium's process; decks have 10. */
const MAX_DEPTH = 100;
const PIECE = new RegExp(
  [
    // Texts, comments and addresses, which may hold any bracket; then what is escaped; then brackets.
    String.raw`/\*[^]*?(?:\*/|$)`,
    String.raw`"(?:\\[^]|[^"\\\n])*"?`,
    String.raw`'(?:\\[^]|[^'\\\n])*'?`,
    String.raw`url\(\s*(?!["'\s])[^)]*\)?`,
    String.raw`\\[^]`,
    String.raw`[([{}\])]`,
  ].join('|'),
  'gi',
);

function isTooDeep(css: string): boolean {
  let depth = 0;
  for (const [piece] of css.matchAll(PIECE)) {
    if ('([{'.includes(piece)) depth += 1;
    else if (')]}'.includes(piece)) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Rules that only say when others hold. Anything not here or below is left out. */
const GROUPS = [
  'CSSMediaRule',
  'CSSSupportsRule',
  'CSSContainerRule',
  'CSSLayerBlockRule',
  'CSSScopeRule',
  'CSSStartingStyleRule',
  'CSSKeyframesRule',
];
const STYLES = ['CSSStyleRule', 'CSSNestedDeclarations', 'CSSKeyframeRule'];

/** Whether a rule may stay, inside rules that stand for `around` selectors; cleans what is in it. */
function isKept(rule: CSSRule, around: number, budget: SheetBudget): boolean {
  const name = rule.constructor.name;
  const isStyle = STYLES.includes(name);
  const count =
    name === 'CSSStyleRule'
      ? selectorsOf((rule as CSSStyleRule).selectorText, around, budget)
      : around;
  if (count === undefined) return false;
  if (isStyle) {
    cleanDeclarations((rule as CSSStyleRule).style, budget);
    byWindowHeight((rule as CSSStyleRule).style);
  }
  if (name === 'CSSStyleRule') leavePaper(rule as CSSStyleRule);
  if (name === 'CSSStyleRule' || GROUPS.includes(name)) {
    keepInside(rule as CSSGroupingRule, count, budget);
  }
  return isStyle || GROUPS.includes(name);
}

/**
 * The white that Anki writes into every new type is its window's, not a choice of the author's: it
 * would be a strip across Rounds' paper. Any other colour is kept (TEMPLATE-41).
 */
function leavePaper({ selectorText, style }: CSSStyleRule): void {
  const isWhite = /^(white|rgb\(255, 255, 255\))$/.test(style.backgroundColor);
  if (selectorText === '.card' && isWhite) style.removeProperty('background-color');
}

function keepInside(group: CSSGroupingRule, around: number, budget: SheetBudget): void {
  for (let index = group.cssRules.length - 1; index >= 0; index--) {
    const rule = group.cssRules[index];
    if (rule && !isKept(rule, around, budget)) group.deleteRule(index);
  }
}

const IN_COLUMNS = '--rounds-columns';
const ADDRESS = /(?:url|src|image|image-set|element|paint|expression)\s*\(/i;
const INLINE_PICTURE = /url\("data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]{1,200000}"\)/gi;

function cleanDeclarations(style: CSSStyleDeclaration, budget: SheetBudget): void {
  const isAnyAddressed = holdsAddress(style.cssText);
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    // Set by a shorthand that uses a variable: what it will be is written in the whole text alone.
    const isAddressed = value === '' ? isAnyAddressed : holdsAddress(value);
    const isOutside = name === 'position' && /fixed|sticky/i.test(value);
    if (isAddressed || isOutside || isBeyondDrawing(name, value, budget))
      style.removeProperty(name);
  }
  // card.css has no columns in an element that says so, which a browser works out by trying again.
  const columns = `${style.columnCount} ${style.columnWidth}`.trim();
  if (columns !== '') style.setProperty(IN_COLUMNS, '1');
}

function holdsAddress(value: string): boolean {
  return ADDRESS.test(unescaped(value).replace(INLINE_PICTURE, ''));
}

/** Where a variable is used, the browser keeps a value as written, escapes and all. */
function unescaped(value: string): string {
  return value.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex, sign) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}
