import { decodeEntities } from '../../../../domain/template/html/entities.ts';
import { type HtmlToken, htmlTokens } from '../../../../domain/template/html/html-tokens.ts';

/** An element of MathML as its text has it; nothing of it is ever parsed into a page. */
export interface MathElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (MathElement | string)[];
}

/** What lies deeper than this is read as its text: no formula of a page is nested so far. */
const MAX_DEPTH = 60;

/** The one element that `html` holds, with all that is in it. */
export function mathElementOf(html: string): MathElement {
  const root: MathElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const token of htmlTokens(html)) {
    const inner = open.at(-1) ?? root;
    if (token.kind === 'text')
      inner.children.push(decodeEntities(html.slice(token.from, token.to)));
    else if (token.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === localName(token.name));
      if (at > 0) open.length = at;
    } else if (token.kind === 'open') {
      const element = {
        name: localName(token.name),
        attributes: valuesOf(html, token),
        children: [],
      };
      inner.children.push(element);
      const isEmpty = html.startsWith('/>', token.to - 2);
      if (!isEmpty && open.length < MAX_DEPTH) open.push(element);
    }
  }
  const [only] = root.children;
  return typeof only === 'object' ? only : root;
}

/** The values of a tag's attributes by their names. */
export function valuesOf(html: string, token: HtmlToken & { kind: 'open' }): Map<string, string> {
  return new Map(
    token.attributes.map(({ name, from, to }) => [name, decodeEntities(html.slice(from, to))]),
  );
}

/** All text in an element, in order. */
export function contentOf(element: MathElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : contentOf(child)))
    .join('');
}

/** The first element of that name, in order, or undefined. */
export function findIn(
  element: MathElement,
  isWanted: (found: MathElement) => boolean,
): MathElement | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const found = isWanted(child) ? child : findIn(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

/** Presentation MathML (MathML Core) as TeX, for pages that give no TeX of their own. */
export function texOfMathMl(element: MathElement): string {
  if (element.name === 'mmultiscripts') return multiscripts(element);
  // Once: each of them is a walk through all that is below it.
  const parts = element.children.filter((child) => typeof child !== 'string').map(texOfMathMl);
  const group = (index: number) => `{${parts[index] ?? ''}}`;
  switch (element.name) {
    case 'mi':
      return identifier(contentOf(element).trim(), element.attributes.get('mathvariant'));
    case 'mn':
      return escaped(contentOf(element).trim());
    case 'mo':
      return operator(contentOf(element).trim());
    case 'mtext':
    case 'ms': {
      const text = contentOf(element);
      return text.trim() === '' ? '\\ ' : `\\text{${escaped(text)}}`;
    }
    case 'mspace':
      return '\\ ';
    case 'msup':
      return `${group(0)}^${group(1)}`;
    case 'msub':
      return `${group(0)}_${group(1)}`;
    case 'msubsup':
    case 'munderover':
      return `${under(element, parts[0])}_${group(1)}^${group(2)}`;
    case 'munder':
      return `${under(element, parts[0])}_${group(1)}`;
    case 'mover':
      return over(element, group(0), group(1));
    case 'mfrac': {
      const isChoice = /^0/.test(element.attributes.get('linethickness') ?? '');
      return isChoice
        ? `\\genfrac{}{}{0pt}{}${group(0)}${group(1)}`
        : `\\frac${group(0)}${group(1)}`;
    }
    case 'msqrt':
      return `\\sqrt{${joined(parts)}}`;
    case 'mroot':
      return `\\sqrt[${parts[1] ?? ''}]${group(0)}`;
    case 'mfenced': {
      const open = element.attributes.get('open') ?? '(';
      const close = element.attributes.get('close') ?? ')';
      return `\\left${fence(open)} ${parts.join(', ')}\\right${fence(close)} `;
    }
    case 'mtable':
      return `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`;
    case 'mtr':
    case 'mlabeledtr':
      return parts.join(' & ');
    case 'mphantom':
      return `\\phantom{${joined(parts)}}`;
    case 'annotation':
    case 'annotation-xml':
    case 'none':
    case 'mprescripts':
      return '';
    default:
      return joined(parts);
  }
}

/** Pieces side by side, apart where a command's name would take in the letter that follows. */
function joined(parts: readonly string[]): string {
  return parts.reduce((line, part) => {
    const isApart = /\\[a-zA-Z]+$/.test(line) && /^[a-zA-Z]/.test(part);
    return line + (isApart ? ' ' : '') + part;
  }, '');
}

const NAMED =
  /^(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|ker|gcd|arg|deg|Pr)$/;

function identifier(text: string, variant: string | undefined): string {
  if (NAMED.test(text)) return `\\${text} `;
  if (variant === 'bold') return `\\mathbf{${escaped(text)}}`;
  const isWord = [...text].length > 1;
  if (isWord || variant === 'normal') {
    return /^\p{L}/u.test(text) ? `\\mathrm{${escaped(text)}}` : escaped(text);
  }
  return escaped(text);
}

const OPERATORS: Readonly<Record<string, string>> = {
  '−': '-',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '∮': '\\oint ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '×': '\\times ',
  // They say what is meant and draw nothing: applied to, times, comma, plus.
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u2064': '',
};

function operator(text: string): string {
  const known = OPERATORS[text];
  if (known !== undefined) return known;
  return /^[a-zA-Z]{2,}$/.test(text) ? `\\operatorname{${text}}` : escaped(text);
}

function fence(sign: string): string {
  if (sign === '') return '.';
  return /^[{}]$/.test(sign) ? `\\${sign}` : sign;
}

const ACCENTS: Readonly<Record<string, string>> = {
  '¯': '\\overline',
  '‾': '\\overline',
  '―': '\\overline',
  '^': '\\hat',
  '\u02c6': '\\hat',
  '~': '\\tilde',
  '˜': '\\tilde',
  '→': '\\vec',
  '⃗': '\\vec',
  '˙': '\\dot',
  '¨': '\\ddot',
  '⏞': '\\overbrace',
};

function over(element: MathElement, base: string, above: string): string {
  const sign = element.children.filter((child) => typeof child !== 'string')[1];
  const accent = sign && ACCENTS[contentOf(sign).trim()];
  if (accent) return `${accent}${base}`;
  return isLargeSign(element) ? `${base.slice(1, -1)}^${above}` : `\\overset${above}${base}`;
}

/** The base of limits: a sum's stand under and over it as they are, any other's are put there. */
function under(element: MathElement, base = ''): string {
  if (element.name === 'msubsup') return `{${base}}`;
  return isLargeSign(element) ? base : `\\mathop{${base}}\\limits`;
}

function isLargeSign(element: MathElement): boolean {
  const [base] = element.children.filter((child) => typeof child !== 'string');
  return base !== undefined && /^(?:[∑∏∐⋂⋃∫∮]|lim|max|min|sup|inf)$/.test(contentOf(base).trim());
}

function multiscripts(element: MathElement): string {
  const parts = element.children.filter((child) => typeof child !== 'string');
  const split = parts.findIndex(({ name }) => name === 'mprescripts');
  const after = parts.slice(1, split < 0 ? undefined : split).map(texOfMathMl);
  const before = split < 0 ? [] : parts.slice(split + 1).map(texOfMathMl);
  const pair = ([sub = '', sup = '']: readonly string[]) =>
    (sub === '' ? '' : `_{${sub}}`) + (sup === '' ? '' : `^{${sup}}`);
  const lead = pair(before);
  return `${lead === '' ? '' : `{}${lead}`}{${parts[0] ? texOfMathMl(parts[0]) : ''}}${pair(after)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}$%#&_^~]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '^': '\\hat{}',
  '~': '\\sim ',
};

/** Without a prefix, as XML may have one: `m:math`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
