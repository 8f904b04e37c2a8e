import { type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import type { FieldId, Slot } from '../../kernel/ids.ts';
import { clozeShown } from '../template/cloze-html.ts';
import { type ClozeNode, type Deletion, hintOf, parseCloze } from '../template/cloze-syntax.ts';
import { isEmptyHtml, textOfHtml } from '../template/html-text.ts';
import { clozeFieldsIn } from '../template/language/fields.ts';
import { renderCard, templateOf } from '../template/render.ts';
import { slotsOfNote } from '../template/slots.ts';
import { answerText } from './answer-text.ts';
import type { Blank, LintCard } from './lint-card.ts';
import { type LintNote, MAX_NOTE_LENGTH } from './lint.ts';

/** More cards of one note are not read: the first say what there is to say about their text. */
const MOST_CARDS = 30;

/**
 * A stored or half-written note as the linter reads it. `nearest`: see LintNote. Cards of an image
 * occlusion are pictures and are not read; nor are those of a note too long to be looked at.
 */
export function lintInput(
  type: NoteType,
  fields: FieldTexts,
  sections: readonly string[],
  nearest?: LintNote['nearest'],
): LintNote {
  const texts = new Map(
    type.fields.map(({ id }) => [id, isMask(type, id) ? '' : plainText(type, fields, id)]),
  );
  const length = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const isRead = type.kind !== 'occlusion' && length <= MAX_NOTE_LENGTH;
  const slots = isRead ? slotsOfNote(type, fields, sections.length > 0) : [];
  const cards = slots.slice(0, MOST_CARDS).map((slot) => cardOf(type, fields, slot));
  const note = { type, fields, texts, sections, cards, cardCount: slots.length };
  return nearest === undefined ? note : { ...note, nearest };
}

function isMask(type: NoteType, id: FieldId): boolean {
  return (
    type.kind === 'occlusion' &&
    type.templates.some(({ front }) => clozeFieldsIn(front, type).some((field) => field.id === id))
  );
}

function plainText(type: NoteType, fields: FieldTexts, id: FieldId): string {
  const html = fieldText(fields, id);
  return textOfHtml(type.kind === 'cloze' ? clozeShown(html) : html);
}

function cardOf(type: NoteType, fields: FieldTexts, slot: Slot): LintCard {
  const front = frontOf(type, fields, slot);
  const card = { slot, question: textOfHtml(front), hasMedia: MEDIA.test(front) };
  if (type.kind === 'standard') {
    return { ...card, kind: 'question', answer: answerText(type, fields, slot) };
  }
  const asking = clozeFieldsIn(templateOf(type, slot)?.front ?? '', type);
  const blanks: Blank[] = [];
  const left: Record<FieldId, string> = { ...fields };
  for (const { id } of asking) {
    const { nodes } = parseCloze(fieldText(fields, id), isEmptyHtml);
    for (const deletion of deletionsOf(nodes, slot)) blanks.push(blankOf(deletion));
    left[id] = withoutDeletions(nodes, slot);
  }
  return { ...card, kind: 'cloze', shown: textOfHtml(frontOf(type, left, slot)), blanks };
}

const MEDIA = /<(?:img|audio|video|svg|object|embed|canvas|picture|iframe)\b|\[sound:/i;

function frontOf(type: NoteType, fields: FieldTexts, slot: Slot): string {
  return renderCard({ type, fields, slot, tags: [], deckName: '' }).front;
}

/** The outermost deletions of card `slot`. */
function deletionsOf(nodes: readonly ClozeNode[], slot: Slot): Deletion[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return node.numbers.includes(slot) ? [node] : deletionsOf(node.nodes, slot);
  });
}

function blankOf(deletion: Deletion): Blank {
  const hidden = textOfHtml(withoutDeletions(deletion.nodes, 0));
  const hint = hintOf(deletion);
  return hint === undefined ? { hidden } : { hidden, hint: textOfHtml(hint) };
}

/** The text with card `slot`'s deletions gone, and all others shown. */
function withoutDeletions(nodes: readonly ClozeNode[], slot: Slot): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return node.numbers.includes(slot) ? ' ' : withoutDeletions(node.nodes, slot);
    })
    .join('');
}
