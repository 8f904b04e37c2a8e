import { cardNumber, type CardTemplate, type Field, fieldText } from '../../content/note-type.ts';
import { type CardSide, clozeAnswers, clozeHtml, clozeNumbersIn } from '../cloze-html.ts';
import { MAX_HTML_CHARACTERS } from '../html/readable.ts';
import { escapeText } from '../html/entities.ts';
import { isFilled } from '../html-text.ts';
import type { FieldReplacement, TemplateNode } from '../parse-template.ts';
import type { CardInput } from '../render.ts';
import { expectedAnswer, type TypedAnswer } from '../typed-answer.ts';
import { clozeFieldsIn } from './fields.ts';
import { changesSigns, type FilterContext, filtered } from './filters.ts';
import { tagPathsHtml } from './tag-paths.ts';
import { cardNumberIn, fieldsByName, nameKey } from './template-names.ts';
import { lastPart } from '../../../kernel/path.ts';
import { t } from '../../../kernel/texts.ts';

/** What stands before a place, as far as it matters there. */
interface Before {
  readonly isInTag: boolean;
  readonly isInStyle: boolean;
  /** Its last signs. */
  readonly tail: string;
}

function withMore({ isInTag, isInStyle, tail }: Before, piece: string): Before {
  const [opened, closed] = [piece.lastIndexOf('<'), piece.lastIndexOf('>')];
  const [style, styleEnd] = [piece.lastIndexOf('<style'), piece.lastIndexOf('</style')];
  return {
    isInTag: opened === closed ? isInTag : opened > closed,
    isInStyle: style === styleEnd ? isInStyle : style > styleEnd,
    tail: (tail + piece.slice(-40)).slice(-40),
  };
}

/** One walk over the nodes of one side of a card. */
export class RenderPass {
  private readonly input: CardInput;
  private readonly template: CardTemplate;
  private readonly side: CardSide;
  /** HTML for {{FrontSide}}; '' on the front itself. */
  private readonly frontSide: string;
  /** What stands in the place of a {{type:…}} whose field is not empty. */
  private readonly onTyped: (answer: TypedAnswer) => string;
  private readonly fields: ReadonlyMap<string, Field>;
  /** Anki's of the card. */
  private readonly number: number;
  /** What is in the place of a field, by how it is written: some templates ask for one often. */
  private readonly replaced = new Map<string, string>();
  private readonly filled = new Map<string, boolean>();
  /** How many characters may still come; once they are spent, nothing more does. */
  private left = MAX_HTML_CHARACTERS;
  /** By name of the field, how many of the card's deletions come before its own. */
  private readonly deletionsBefore = new Map<string, number>();
  private readonly deletionsFound: string[] = [];

  constructor(
    input: CardInput,
    template: CardTemplate,
    side: CardSide,
    frontSide: string,
    onTyped: (answer: TypedAnswer) => string,
  ) {
    this.input = input;
    this.template = template;
    this.side = side;
    this.frontSide = frontSide;
    this.onTyped = onTyped;
    this.fields = fieldsByName(input.type);
    this.number = cardNumber(input.type, input.slot);
  }

  /** The deletions of the card in what was rendered, each as HTML, whatever is revealed. */
  get deletions(): readonly string[] {
    return this.deletionsFound;
  }

  /** Of what is longer than a card is drawn, somewhat more than its first MAX_HTML_CHARACTERS. */
  render(nodes: readonly TemplateNode[]): string {
    return this.after({ isInTag: false, isInStyle: false, tail: '' }, nodes);
  }

  /** `nodes` as they show after `start`. */
  private after(start: Before, nodes: readonly TemplateNode[]): string {
    let html = '';
    let before = start;
    for (const [index, node] of nodes.entries()) {
      if (this.left < 0) break;
      const piece = this.node(node, before, nodes[index + 1]);
      if (node.kind !== 'conditional') this.left -= piece.length;
      html += piece;
      before = withMore(before, piece);
    }
    return html;
  }

  private node(node: TemplateNode, before: Before, next: TemplateNode | undefined): string {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'comment':
      case 'delimiters':
        return '';
      case 'replacement':
        return this.inDirection(node, this.replacement(node, before), before, next);
      case 'conditional': {
        const holds = this.holds(node.name);
        if (holds === undefined) return unknownField(node.name);
        return holds === node.negated ? '' : this.after(before, node.children);
      }
    }
  }

  /**
   * What a right-to-left field shows, as a block of that direction where it stands alone, as a part of
   * a line else; inside a tag, where templates may put it, as it is.
   */
  private inDirection(
    { name, filters }: FieldReplacement,
    html: string,
    before: Before,
    next: TemplateNode | undefined,
  ): string {
    const isRtl = this.fields.get(nameKey(name))?.isRightToLeft === true;
    if (!isRtl || html === '' || filters.includes('type')) return html;
    if (before.isInTag) return html;
    const isAlone =
      /(?:^|>)\s*$/.test(before.tail) &&
      (next === undefined || next.kind !== 'text' || /^\s*(?:<|$)/.test(next.text));
    const tag = isAlone ? 'div' : 'bdi';
    return `<${tag} dir="rtl">${html}</${tag}>`;
  }

  private replacement(node: FieldReplacement, before: Before): string {
    if (node.filters.includes('type')) return this.replacementAnew(node);
    if (this.marksTags(node, before)) {
      return this.replacementAnew(node, tagPathsHtml(sorted(this.input.tags)));
    }
    const written = [...node.filters, node.name].join(':');
    const html = this.replaced.get(written) ?? this.replacementAnew(node);
    this.replaced.set(written, html);
    return html;
  }

  /** Where tags are read: not in an attribute or a style, nor where a filter works on their signs. */
  private marksTags({ name, filters }: FieldReplacement, before: Before): boolean {
    if (!this.input.marksTags || name !== 'Tags' || this.fields.has(name)) return false;
    return !before.isInTag && !before.isInStyle && !filters.some(changesSigns);
  }

  private replacementAnew({ name, filters }: FieldReplacement, html = this.value(name)): string {
    if (html === undefined) return unknownField(name);
    if (filters.includes('type')) return this.typed(html, filters);
    const { type } = this.input;
    const slot = this.number;
    const isOcclusion = type.kind === 'occlusion';
    const context: FilterContext = { fieldName: name, slot, side: this.side, isOcclusion };
    return filters.reduceRight(
      (text, filter) =>
        filter === 'cloze' && !isOcclusion
          ? this.cloze(text, name)
          : filtered(filter, text, context),
      html,
    );
  }

  /**
   * A cloze field without a deletion of this card is left out, as in Anki; if no field has one,
   * because the deletion is gone from the note, it is shown.
   */
  private cloze(html: string, name: string): string {
    const { deletionsShown = 0 } = this.input;
    const slot = this.number;
    if (!clozeNumbersIn(html).includes(slot) && !this.isDeletionGone()) return '';
    if (this.side === 'back') return clozeHtml(html, slot, this.side);
    const before = this.deletionsBefore.get(name) ?? this.deletionsFound.length;
    if (!this.deletionsBefore.has(name)) {
      this.deletionsBefore.set(name, before);
      this.deletionsFound.push(...clozeAnswers(html, slot));
    }
    return clozeHtml(html, slot, this.side, deletionsShown - before);
  }

  private isDeletionGone(): boolean {
    const { type, slot, fields } = this.input;
    if (type.kind !== 'cloze') return false;
    const shown = clozeFieldsIn(this.template.front, type);
    return !shown.some(({ id }) => clozeNumbersIn(fieldText(fields, id)).includes(slot));
  }

  private typed(html: string, filters: readonly string[]): string {
    const isCloze = filters.includes('cloze');
    if (isCloze && this.input.type.kind === 'occlusion') return '';
    const answers = isCloze ? clozeAnswers(html, this.number) : [html];
    const texts = answers.map(expectedAnswer).filter((text) => text !== '');
    const expected = (new Set(texts).size === 1 ? texts.slice(0, 1) : texts).join(', ');
    return expected === '' ? '' : this.onTyped({ expected, ignoresMarks: filters.includes('nc') });
  }

  /** HTML, or undefined where nothing has that name. */
  private value(name: string): string | undefined {
    const field = this.fields.get(nameKey(name));
    if (field !== undefined) return fieldText(this.input.fields, field.id);
    const { tags, type, deckName, flag, cardId } = this.input;
    switch (name) {
      case 'FrontSide':
        return this.frontSide;
      case 'Tags':
        return escapeText(sorted(tags).join(' '));
      case 'Type':
        return escapeText(type.name);
      case 'Deck':
        return escapeText(deckName);
      case 'Subdeck':
        return escapeText(lastPart(deckName));
      case 'Card':
        return escapeText(this.template.name);
      case 'CardFlag':
        return `flag${flag ?? 0}`;
      case 'CardID':
        return escapeText(cardId ?? '');
      default:
        return undefined;
    }
  }

  /** Whether a section about `name` shows; undefined where nothing has that name. */
  private holds(name: string): boolean | undefined {
    const number = cardNumberIn(name);
    if (number !== undefined && !this.fields.has(name)) return number === this.number;
    const html = this.value(name);
    if (html === undefined) return undefined;
    const isThere = this.filled.get(name) ?? isFilled(html);
    this.filled.set(name, isThere);
    return isThere;
  }
}

function sorted(tags: readonly string[]): string[] {
  return [...tags].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function unknownField(name: string): string {
  return escapeText(t`{unknown field ${name}}`);
}
