import { declarations, nameOf } from '../html/kinds.ts';
import { SOURCE_ASIDE } from '../html/safe-fragment.ts';
import { colouredIn, putColours } from './pasted-colours.ts';

const DROPPED = new Set(
  (
    'style script meta link title head noscript template button input select textarea nav object ' +
    'embed iframe svg canvas audio video'
  ).split(' '),
);
const FORMATS = 'b strong i em u s strike del sub sup code a span'.split(' ');
const STRUCTURE = (
  'pre blockquote h1 h2 h3 h4 h5 h6 hr br img ul ol li table thead tbody tfoot tr td th p div ' +
  'section article header footer main aside center address figure figcaption dl dt dd'
).split(' ');
const KEPT = new Set([...FORMATS, ...STRUCTURE]);
const KEPT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: [SOURCE_ASIDE, 'alt'],
  ol: ['start', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};

/**
 * Cleans what was pasted from elsewhere, in place: words, structure, plain formatting, coloured and
 * highlighted words stay; fonts, sizes, classes, the page's own colours and everything hidden go.
 * `root` is sanitised already.
 */
export function cleanPasted(root: ParentNode & Node): void {
  for (const element of [...root.querySelectorAll('*')]) {
    if (DROPPED.has(nameOf(element)) || isHidden(element)) element.remove();
  }
  const coloured = colouredIn(root);
  for (const element of [...root.querySelectorAll('*')]) {
    if (root.contains(element)) cleanElement(element);
  }
  putColours(coloured);
}

function cleanElement(element: Element): void {
  const name = nameOf(element);
  const style = new Map(declarations(element.getAttribute('style') ?? ''));
  const kept = KEPT_ATTRIBUTES[name] ?? [];
  for (const { name: attribute } of [...element.attributes]) {
    if (!kept.includes(attribute)) element.removeAttribute(attribute);
  }
  wrapByStyle(element, style);
  const isPlain = /^(normal|[1-4]00)$/.test(style.get('font-weight') ?? '');
  const isFalseBold = isPlain && ['b', 'strong'].includes(name);
  const isUpright = style.get('font-style') === 'normal' && ['i', 'em'].includes(name);
  const address = element.getAttribute('href')?.trim() ?? '';
  const leadsNowhere = name === 'a' && !/^(https?|mailto):/i.test(address);
  if (isFalseBold || isUpright || leadsNowhere || !KEPT.has(name)) {
    element.replaceWith(...element.childNodes);
  }
}

/** Bold, italic and the like that a style says become the tags that say so. */
function wrapByStyle(element: Element, style: ReadonlyMap<string, string>): void {
  if (/^(h[1-6]|ul|ol|table|thead|tbody|tfoot|tr|hr|br|img)$/.test(nameOf(element))) return;
  for (const tag of tagsOf(style)) {
    if (element.closest(tag) || (tag === 'u' && element.closest('a'))) continue;
    const wrapper = element.ownerDocument.createElement(tag);
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  }
}

function tagsOf(style: ReadonlyMap<string, string>): string[] {
  const weight = style.get('font-weight') ?? '';
  const slant = style.get('font-style') ?? '';
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const position = style.get('vertical-align') ?? '';
  return [
    ...(/^(bold|bolder|[6-9]00)\b/.test(weight) ? ['b'] : []),
    ...(/^(italic|oblique)/.test(slant) ? ['i'] : []),
    ...(line.includes('underline') ? ['u'] : []),
    ...(line.includes('line-through') ? ['s'] : []),
    ...(position === 'sub' || isShifted(position, style, '-') ? ['sub'] : []),
    ...(position === 'super' || isShifted(position, style, '') ? ['sup'] : []),
  ];
}

/** Raised or lowered by a length, as some pages write small figures: smaller than what is around. */
function isShifted(position: string, style: ReadonlyMap<string, string>, sign: string): boolean {
  const isLength = new RegExp(`^${sign}(?!0(?:\\D|$))[\\d.]+(?:em|ex|pt|px|%)$`).test(position);
  return (
    isLength && /^(?:smaller|x*-?small|0?\.\d+r?em|[1-8]?\d%)$/.test(style.get('font-size') ?? '')
  );
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i.test(style);
}
