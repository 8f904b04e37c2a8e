import type { CardTemplate, FieldTexts, NoteType } from '../content/note-type.ts';
import type { CardId, Slot } from '../../kernel/ids.ts';
import { escapeText } from './html/entities.ts';
import { parsedTemplate } from './language/parsed.ts';
import { RenderPass } from './language/render-pass.ts';
import { withoutSpeech } from './language/speech.ts';
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
}

/** HTML and CSS from fields and templates: hostile until sanitised. */
export interface CardSides {
  readonly front: string;
  readonly back: string;
  readonly css: string;
  /** The front asks for a typed answer; the app puts its input outside the card. */
  readonly typed?: { readonly expected: string };
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
    const message = escapeText(`{no card ${slot} in the note type ${type.name}}`);
    return { front: message, back: message, css: type.css };
  }
  const asking = parsedTemplate(template.front).nodes;
  const answering = parsedTemplate(template.back).nodes;
  const side = (
    nodes: readonly TemplateNode[],
    which: 'front' | 'back',
    frontSide: string,
    onTyped: (answer: TypedAnswer) => string,
  ): string =>
    withoutSpeech(new RenderPass(input, template, which, frontSide, onTyped).render(nodes));

  const question = once(() => TYPED_INPUT);
  const front = side(asking, 'front', '', question.draw);
  const comparison = once((answer) => typedAnswerHtml(answer, typedText));
  const plainFront = question.answer ? side(asking, 'front', '', () => '') : front;
  let back = side(answering, 'back', plainFront, comparison.draw);
  if (question.answer && !comparison.answer) {
    const inFront = once((answer) => typedAnswerHtml(answer, typedText));
    const frontSide = side(asking, 'front', '', inFront.draw);
    back = side(answering, 'back', frontSide, () => '');
  }
  const sides = { front, back, css: type.css };
  return question.answer ? { ...sides, typed: { expected: question.answer.expected } } : sides;
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
