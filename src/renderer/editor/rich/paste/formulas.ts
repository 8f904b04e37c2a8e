import { escapeAttribute } from '../../../../domain/template/html/entities.ts';
import { htmlTokens } from '../../../../domain/template/html/html-tokens.ts';
import { SOURCE_ASIDE } from '../html/safe-fragment.ts';
import { type MathsSigns, mathsText } from '../html/tokens.ts';
import { findIn, localName, mathElementOf, texOfMathMl, contentOf, valuesOf } from './mathml.ts';

const TEX = 'data-rounds-tex';
const SIGNS = 'data-rounds-signs';
/** Set where the formula is a script's: what is drawn of it stands before it. */
const BESIDE = 'data-rounds-beside';

/**
 * A page's formulas, of which the sanitiser would leave nothing, as elements that pass it with
 * their TeX: `<math>` (MathML, and within it what KaTeX, MathJax and Wikipedia annotate) and MathJax
 * 2's scripts. On text, since MathML goes with all it holds.
 */
export function markFormulas(html: string): string {
  if (!/<(?:\w+:)?math[\s>]|math\/tex/i.test(html)) return html;
  let marked = '';
  let from = 0;
  let math: { readonly at: number; readonly name: string } | undefined;
  let script: { readonly at: number; readonly signs: MathsSigns } | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && localName(token.name) === 'math') {
      math ??= { at: token.from, name: token.name };
    } else if (token.kind === 'close' && math && token.name === math.name) {
      marked += html.slice(from, math.at) + marksOf(html.slice(math.at, token.to));
      from = token.to;
      math = undefined;
    } else if (token.kind === 'open' && token.name === 'script') {
      const type = valuesOf(html, token).get('type') ?? '';
      const signs = /mode\s*=\s*display/i.test(type) ? 'display' : 'inline';
      script = /^math\/tex/i.test(type) ? { at: token.from, signs } : undefined;
    } else if (token.kind === 'raw' && script) {
      const tex = html.slice(token.from, token.to);
      marked += html.slice(from, script.at) + mark(tex, script.signs, BESIDE);
      from = token.to;
      script = undefined;
    }
  }
  return marked + html.slice(from);
}

/** What pages draw around a formula's TeX, and which goes with it. */
const DRAWN =
  '.katex-display,.katex,.MathJax,.MathJax_Display,.MathJax_SVG,.MathJax_CHTML,.mwe-math-element,' +
  '.ltx_equation';
const BESIDE_DRAWN = `${DRAWN},.MathJax_Preview`;
const PICTURE_CLASS = /(?:^|\s)(?:mwe-math-\S+|latex|tex|ee_img|mathimg)(?:\s|$)/;
const PICTURE_ADDRESS =
  /\/math\/render\/|\/latex\.php\?|latex\.codecogs\.com|\/cgi-bin\/mathtex|\/mimetex/i;

/**
 * Puts each formula's TeX, between the signs of a field, where the page has the drawing of it, in
 * place. `root` is sanitised.
 */
export function takeFormulas(root: ParentNode & Node): void {
  for (const script of root.querySelectorAll(`[${BESIDE}]`)) {
    for (
      let drawn = script.previousElementSibling;
      drawn?.matches(BESIDE_DRAWN);
      drawn = script.previousElementSibling
    ) {
      drawn.remove();
    }
  }
  for (const marked of root.querySelectorAll(`[${TEX}]`)) {
    if (!root.contains(marked)) continue;
    const tex = written(marked.getAttribute(TEX) ?? '');
    const isAlone = (around: Element) => around.querySelectorAll(`[${TEX}]`).length === 1;
    let drawing = marked;
    for (let around = outer(marked); around && isAlone(around); around = outer(around)) {
      drawing = around;
    }
    const isDisplay = drawing.matches('.katex-display,.MathJax_Display,.mwe-math-element-block');
    const signs = isDisplay ? 'display' : (marked.getAttribute(SIGNS) as MathsSigns);
    drawing.replaceWith(tex === '' ? '' : mathsText(tex, signs));
  }
  for (const picture of root.querySelectorAll('img[alt]')) {
    const tex = written(picture.getAttribute('alt') ?? '');
    if (tex === '' || !isOfFormula(picture)) continue;
    const isDisplay = /-(?:display|block)(?:\s|$)/.test(picture.className);
    picture.replaceWith(mathsText(tex, isDisplay ? 'display' : 'inline'));
  }
}

function outer(element: Element): Element | null {
  return element.parentElement?.closest(DRAWN) ?? null;
}

/** A picture that a page drew of a formula, whose TeX it gives as the words for it. */
function isOfFormula(picture: Element): boolean {
  return (
    PICTURE_CLASS.test(picture.className) ||
    PICTURE_ADDRESS.test(picture.getAttribute(SOURCE_ASIDE) ?? '')
  );
}

/** `math` is the HTML of a whole `<math>` element. */
function marksOf(math: string): string {
  const element = mathElementOf(math);
  const annotation = findIn(
    element,
    ({ name, attributes }) =>
      name === 'annotation' && /tex/i.test(attributes.get('encoding') ?? ''),
  );
  const alternative = element.attributes.get('alttext') ?? '';
  const latex = element.attributes.get('data-latex') ?? '';
  const given = [
    annotation ? contentOf(annotation) : '',
    latex,
    isTex(alternative) ? alternative : '',
  ];
  const tex = given.find((each) => each.trim() !== '') ?? texOfMathMl(element);
  const isBlock =
    element.attributes.get('display') === 'block' || element.attributes.get('mode') === 'display';
  return mark(tex, isBlock ? 'display' : 'inline');
}

/** Words for a formula may be prose. */
function isTex(words: string): boolean {
  return /[\\^_{}=]/.test(words) || !/\s/.test(words.trim());
}

function mark(tex: string, signs: MathsSigns, ...flags: readonly string[]): string {
  const attributes = [`${TEX}="${escapeAttribute(tex)}"`, `${SIGNS}="${signs}"`];
  attributes.push(...flags.map((flag) => `${flag}=""`));
  return `<span ${attributes.join(' ')}></span>`;
}

/** TeX as a field holds it: on one line, without what a page wrapped around it and without signs. */
function written(tex: string): string {
  const line = tex
    .replace(/(?<!\\)%[^\n]*\n/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const style = /^\{\s*\\(?:displaystyle|textstyle)\b\s*(.*)\}$/s.exec(line);
  const bare = style && isBalanced(style[1] ?? '') ? (style[1] ?? '') : line;
  return bare
    .replace(/^\\(?:displaystyle|textstyle)\b\s*/, '')
    .replace(/^\$\$?([^$]*)\$\$?$/, '$1')
    .replace(/(?<!\\)\\[()]/g, '$')
    .trim();
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const [sign] of tex.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
