import { t } from '../../kernel/texts.ts';
import { faceOf, slotsOf, textOfFace } from '../content/cards-of-note.ts';
import { clozePlainText } from '../content/cloze.ts';
import type { NoteDraft } from '../content/note.ts';
import { normalText } from '../duplicates/normal-text.ts';
import type { NoteId, Slot } from '../../kernel/ids.ts';
import type { Blank, LintCard } from '../lint/lint-card.ts';
import { hidesTooMuch, MAX_BLANKS, MAX_NOTE_LENGTH } from '../lint/lint.ts';
import { nothingLeft } from '../lint/rules/deletions.ts';
import { enumeration } from '../lint/rules/enumeration.ts';
import { hintGiveaway, ownGiveaway } from '../lint/rules/giveaway.ts';
import { longAnswer, MAX_ANSWER_WORDS, MAX_BLANK_WORDS } from '../lint/rules/length.ts';
import { yesOrNo } from '../lint/rules/yes-no.ts';
import { type DeckProblem, type FilePlace, warningAt } from './deck-problem.ts';

/**
 * Warnings about cards that are hard to learn (DECK-25), found by the rules of docs/card-rules.md.
 * `places`: where each fact is in its file (ParsedDeck.places).
 */
export function problemsOf(
  drafts: readonly NoteDraft[],
  places: ReadonlyMap<NoteId, FilePlace> = new Map(),
): DeckProblem[] {
  const idByText = new Map<string, NoteId>();
  return drafts.flatMap((draft) => {
    const place = places.get(draft.id) ?? { line: 1, column: 1 };
    const text = normalText(allText(draft));
    const twin = idByText.get(text);
    if (twin === undefined) idByText.set(text, draft.id);
    const messages = new Set<string>();
    if (twin !== undefined) messages.add(t`The same text as "${twin}". ${KEPT} take one out.`);
    if (draft.source === '') messages.add(t`No source. ${KEPT} say where the fact comes from.`);
    if (text.length > MAX_NOTE_LENGTH) messages.add(TOO_LONG);
    else for (const message of cardMessages(draft)) messages.add(message);
    return [...messages].map((message) => warningAt(place, message, draft.id));
  });
}

function cardMessages(draft: NoteDraft): string[] {
  const slots = slotsOf(draft.content);
  // Each card is read from the whole text, so not even that is done for hundreds.
  if (slots.length > MAX_BLANKS) return [TOO_LONG];
  const cards = slots.map((slot) => cardOf(draft, slot));
  if (hidesTooMuch(cards)) return [TOO_LONG];
  return cards.flatMap((card) => {
    const limit = card.kind === 'cloze' ? MAX_BLANK_WORDS : MAX_ANSWER_WORDS;
    const found = [
      yesOrNo(card) && YES_NO,
      enumeration(card) && ENUMERATES,
      (ownGiveaway(card, cards) ?? hintGiveaway(card)) && GIVEAWAY,
      longAnswer(card) && t`answer over ${limit} words. ${KEPT} ask for less at once.`,
      nothingLeft(card) && NOTHING_LEFT,
    ];
    return found
      .filter((message) => message !== undefined)
      .map((message) => t`Card ${card.slot}: ${message}`);
  });
}

/** The card as the linter reads it; blanks and what they hide come in the same order. */
function cardOf({ content }: NoteDraft, slot: Slot): LintCard {
  const { question, answer } = faceOf(content, slot);
  const asked = textOfFace(question);
  if (content.type !== 'cloze') {
    return { kind: 'question', slot, question: asked, answer: textOfFace(answer) };
  }
  const hints = question.filter(({ kind }) => kind === 'blank').map(({ hint }) => hint);
  const hidden = answer.filter(({ kind }) => kind === 'revealed').map(({ text }) => text);
  const blanks = hidden.map((text, index): Blank => {
    const hint = hints[index];
    return hint === undefined ? { hidden: text } : { hidden: text, hint };
  });
  const shown = question.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  return { kind: 'cloze', slot, question: asked, shown: shown.join(' '), blanks };
}

function allText({ content }: NoteDraft): string {
  if (content.type === 'cloze') return clozePlainText(content.text);
  return `${content.front}\n${content.back}`;
}

const KEPT = t`The fact was loaded;`;
const TOO_LONG = t`The text is too long for a card. ${KEPT} make several facts of it.`;
const YES_NO = t`a yes/no question can be guessed. ${KEPT} ask what, which or why.`;
const ENUMERATES = t`a list of three or more is hard to recall. ${KEPT} hide one of them a card.`;
const GIVEAWAY = t`the question holds its own answer. ${KEPT} reword the question or its hint.`;
const NOTHING_LEFT = t`everything is hidden. ${KEPT} leave words to ask with.`;
