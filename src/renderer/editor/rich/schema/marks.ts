import { Mark, markInputRule, mergeAttributes } from '@tiptap/core';
import { t } from '../../../../kernel/texts.ts';
import type { Attributes } from '../html/kinds.ts';
import { kept } from './attributes.ts';
import { colourAttributes, shownAttributes } from './shown.ts';

/** A format that toggles. `tag`: `b` or `strong`, as the field has it; the first is what is written. */
function format(name: string, tags: readonly [string, ...string[]], markdown?: RegExp) {
  return Mark.create({
    name,
    excludes: name.endsWith('script') ? t`subscript superscript` : name,
    addAttributes: () => ({ tag: kept(tags[0]), attributes: kept() }),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ mark }) => [mark.attrs.tag, shownAttributes(mark.attrs.attributes), 0],
    addInputRules() {
      return markdown ? [markInputRule({ find: markdown, type: this.type })] : [];
    },
  });
}

/** Names that may be shown as they are: they draw text and nothing else. */
const DRAWN =
  /^(abbr|bdi|bdo|big|cite|dfn|kbd|mark|q|rp|rt|ruby|samp|small|strike|tt|var|b|i|u|s|em|strong|sub|sup|code|ins|del)$/;

/** Formatting the editor has no name for: kept with its attributes, and shown as far as is safe. */
const ElementMark = Mark.create({
  name: 'element',
  excludes: '',
  addAttributes: () => ({ tag: kept('span'), attributes: kept(), key: kept(0) }),
  renderHTML: ({ mark }) => {
    const tag = DRAWN.test(mark.attrs.tag) ? mark.attrs.tag : 'span';
    return [tag, shownAttributes(mark.attrs.attributes), 0];
  },
});

/** A link. In the editor it is text with an address, and leads nowhere. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ attributes: kept({}) }),
  renderHTML: ({ mark }) => {
    const attributes = mark.attrs.attributes as Attributes;
    const shown = shownAttributes(attributes);
    return [
      'span',
      mergeAttributes(shown, { class: 'rich-link', title: attributes.href ?? '' }),
      0,
    ];
  },
});

/** Text and background colour, as in `<span style="color: …">`. */
const Colour = Mark.create({
  name: 'colour',
  addAttributes: () => ({ text: kept(), back: kept() }),
  renderHTML: ({ mark }) => ['span', colourAttributes(mark.attrs.text, mark.attrs.back), 0],
});

/** In the order in which equal reaches are written, outermost first. */
export const marks = [
  ElementMark,
  Link,
  format('bold', ['b', 'strong'], /(?<=^|[\s(])\*\*(?!\s)([^*]+)\*\*$/),
  format('italic', ['i', 'em'], /(?<=^|[\s(])\*(?![\s*])([^*]*[^\s*])\*$/),
  format('underline', ['u', 'ins']),
  format('strike', ['s', 'strike', 'del'], /(?<=^|[\s(])~~(?!\s)([^~]+)~~$/),
  format('subscript', ['sub']),
  format('superscript', ['sup']),
  format('code', ['code'], /(?<=^|[\s(])`([^`\s][^`]*)`$/),
  Colour,
];
