import { attributesOf, declarations, FORMATS, nameOf } from '../kinds.ts';

/** Formatting on a piece of text: a mark of the editor's schema as plain data. */
export interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

let lastKey = 0;

/**
 * The formatting inside `element`, given what is around it. Known formatting becomes a mark that
 * toggles; everything else becomes a general mark that keeps tag and attributes. A general mark has
 * a key, so that two elements side by side stay two.
 */
export function marksWithin(element: Element, around: readonly Mark[]): readonly Mark[] {
  const name = nameOf(element);
  const attributes = attributesOf(element);
  if (attributes === null && ['span', 'font'].includes(name)) return around;
  if (name === 'span') {
    const colours = coloursOnly(element);
    if (colours) return withColours(around, colours);
  }
  const format = FORMATS[name];
  if (format !== undefined) {
    const outer = around.find((mark) => mark.type === format || excludes(mark.type, format));
    // Bold within bold is bold; a script within a script is deeper.
    const isSame = outer?.attrs?.tag === name && !name.startsWith('su');
    if (isSame && attributes === null) return around;
    // A text has each format once: of two that differ, the outer one is kept in the general way.
    const isKept = !(isSame && outer?.attrs?.attributes === null);
    const others = around.flatMap((mark) => {
      if (mark !== outer) return [mark];
      return isKept ? [general(mark.attrs?.tag, mark.attrs?.attributes)] : [];
    });
    return [...others, { type: format, attrs: { tag: name, attributes } }];
  }
  if (name === 'a' && element.hasAttribute('href')) {
    // HTML has no link in a link; where one was made by hand, the inner one leads.
    const others = around.filter(({ type }) => type !== 'link');
    return [...others, { type: 'link', attrs: { attributes } }];
  }
  const rest = setsColour(element) ? withColours(around, { text: null }) : around;
  return [...rest, general(name, attributes)];
}

function general(tag: unknown, attributes: unknown): Mark {
  lastKey += 1;
  return { type: 'element', attrs: { tag, attributes, key: lastKey } };
}

interface Colours {
  readonly text?: string | null;
  readonly back?: string | null;
}

/** The colours of a span that has nothing else; undefined for any other. */
function coloursOnly(element: Element): Colours | undefined {
  if (element.attributes.length !== 1) return undefined;
  const style = declarations(element.getAttribute('style') ?? '');
  const colours: Record<string, string> = {};
  for (const [name, value] of style) {
    if (/!\s*important/.test(value)) return undefined;
    if (name === 'color') colours.text = value;
    else if (name === 'background-color') colours.back = value;
    else return undefined;
  }
  return style.length === 0 ? undefined : colours;
}

/** The inner colour wins, as it does on a card. */
function withColours(around: readonly Mark[], colours: Colours): readonly Mark[] {
  const outer = around.find(({ type }) => type === 'colour')?.attrs;
  const attrs = { text: outer?.text ?? null, back: outer?.back ?? null, ...colours };
  const others = around.filter(({ type }) => type !== 'colour');
  if (attrs.text === null && attrs.back === null) return others;
  return [...others, { type: 'colour', attrs }];
}

function setsColour(element: Element): boolean {
  if (element.hasAttribute('color')) return true;
  return declarations(element.getAttribute('style') ?? '').some(([name]) => name === 'color');
}

function excludes(one: string, other: string): boolean {
  const scripts = ['subscript', 'superscript'];
  return scripts.includes(one) && scripts.includes(other);
}
