import { t } from '../../kernel/texts.ts';
import {
  type CardTemplate,
  type FieldTexts,
  fieldText,
  type NoteType,
} from '../content/note-type.ts';
import type { CardId, Slot } from '../../kernel/ids.ts';
import { escapeText } from './html/entities.ts';
import { isFilled } from './html-text.ts';
import { parsedTemplate } from './language/parsed.ts';
import { RenderPass } from './language/render-pass.ts';
import { namesOfScriptsAlone } from './language/script-fields.ts';
import { withoutSpeech } from './language/speech.ts';
import { fieldsByName } from './language/template-names.ts';
import type { TemplateNode } from './parse-template.ts';
import { type TypedAnswer, typedAnswerHtml } from './typed-answer.ts';

export interface CardInput {
  readonly type: NoteType;
  readonly fields: FieldTexts;
  readonly slot: Slot;
  /** As the person sees them: sections, then labels. */
  readonly tags: readonly string[];
  /** With its parents: 'Medicine::Neurology'. */
  readonly deckName: string;
  /** 0 to 7; 0 is none. */
  readonly flag?: number;
  /** Absent where the card is not there yet. */
  readonly cardId?: CardId | undefined;
  /** What was typed for {{type:…}}; only the back shows it. */
  readonly typedText?: string;
  /** So many of the card's deletions the front shows already, one after the other. */
  readonly deletionsShown?: number;
  /** Whoever shows the card makes links of {{Tags}}: each level stands marked, see tag-paths.ts. */
  readonly marksTags?: true;
}

/** HTML and CSS from fields and templates: hostile until sanitised. */
export interface CardSides {
  readonly front: string;
  readonly back: string;
  readonly css: string;
  /** The front asks for a typed answer; the app puts its input outside the card. */
  readonly typed?: { readonly expected: string };
  /** What the front has deletions of, as HTML, in the order in which they come one by one. */
  readonly deletions?: readonly string[];
}

const TYPED_INPUT = '<span class="typed-input"></span>';

/**
 * The two sides of the card at `slot`, in the semantics of Anki's template language (its manual,
 * "Card Templates"). Never throws: what is wrong in a template is shown in its place.
 *
 * The front has <span class="typed-input"></span> where it asks for typing. The comparison stands
 * where the back asks for it, or else where the input was in {{FrontSide}}.
 */
export function renderCard(input: CardInput): CardSides {
  const { type, slot, typedText } = input;
  const template = templateOf(type, slot);
  if (template === undefined) {
    const message = escapeText(t`{no card ${slot} in the note type ${type.name}}`);
    return { front: message, back: message, css: type.css };
  }
  const ofScripts = namesOfScriptsAlone(template.front, template.back);
  const asking = [...parsedTemplate(template.front).nodes, ...scriptFields(ofScripts.front, input)];
  const answering = [
    ...parsedTemplate(template.back).nodes,
    ...scriptFields(ofScripts.back, input),
  ];
  /** As the answer has it: with nothing revealed before. */
  const asAsked = { ...input, deletionsShown: 0 };
  const side = (
    nodes: readonly TemplateNode[],
    which: 'front' | 'back',
    frontSide: string,
    onTyped: (answer: TypedAnswer) => string,
  ): string =>
    withoutSpeech(new RenderPass(asAsked, template, which, frontSide, onTyped).render(nodes));

  const question = once(() => TYPED_INPUT);
  const pass = new RenderPass(input, template, 'front', '', question.draw);
  const front = withoutSpeech(pass.render(asking));
  const comparison = once((answer) => typedAnswerHtml(answer, typedText));
  const isAsAsked = !question.answer && (input.deletionsShown ?? 0) === 0;
  const plainFront = isAsAsked ? front : side(asking, 'front', '', () => '');
  let back = side(answering, 'back', plainFront, comparison.draw);
  if (question.answer && !comparison.answer) {
    const inFront = once((answer) => typedAnswerHtml(answer, typedText));
    const frontSide = side(asking, 'front', '', inFront.draw);
    back = side(answering, 'back', frontSide, () => '');
  }
  return {
    front,
    back,
    css: type.css,
    ...(question.answer ? { typed: { expected: question.answer.expected } } : {}),
    ...(pass.deletions.length > 0 ? { deletions: pass.deletions } : {}),
  };
}

/** What is left of fields that only a script would have shown: closed, under their names. */
function scriptFields(names: readonly string[], { type, fields }: CardInput): TemplateNode[] {
  const byName = fieldsByName(type);
  return names.flatMap((key): TemplateNode[] => {
    const field = byName.get(key);
    const html = field && fieldText(fields, field.id);
    if (!html || !isFilled(html)) return [];
    const filters = type.kind !== 'standard' && html.includes('{{c') ? ['cloze'] : [];
    const opening = `<details class="script-field"><summary>${escapeText(field.name)}</summary>`;
    return [
      { kind: 'text', text: opening },
      { kind: 'replacement', filters, name: field.name },
      { kind: 'text', text: '</details>' },
    ];
  });
}

/** The template of the card at `slot`: its own in a standard type, the only one in others. */
export function templateOf(type: NoteType, slot: Slot): CardTemplate | undefined {
  if (type.kind !== 'standard') return type.templates[0];
  return type.templates.find((template) => template.slot === slot);
}

/** A card has one place for typing: the first. */
function once(draw: (answer: TypedAnswer) => string): {
  readonly answer: TypedAnswer | undefined;
  readonly draw: (answer: TypedAnswer) => string;
} {
  let first: TypedAnswer | undefined;
  return {
    get answer() {
      return first;
    },
    draw: (answer) => {
      if (first !== undefined) return '';
      first = answer;
      return draw(answer);
    },
  };
}
