import { type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import type { FieldId, NoteId } from '../../kernel/ids.ts';
import type { LintCard } from './lint-card.ts';
import type { Finding } from './finding.ts';
import { unexplainedAbbreviation } from './rules/abbreviations.ts';
import { manyDeletions, nothingLeft, smallWordHidden } from './rules/deletions.ts';
import { enumeration } from './rules/enumeration.ts';
import { hintGiveaway, ownGiveaway, siblingGiveaway } from './rules/giveaway.ts';
import { longAnswer, longQuestion } from './rules/length.ts';
import { longPassage, nearDuplicate, noSource, pictureWithoutText } from './rules/note.ts';
import { orphanPronoun } from './rules/orphan.ts';
import { negativeQuestion, unclearQuestion } from './rules/question-form.ts';
import { twoIdeas } from './rules/two-ideas.ts';
import { yesOrNo } from './rules/yes-no.ts';
import type { RuleId } from './rules.ts';

/** A note as the linter reads it; lint-input.ts makes one of a stored or half-written note. */
export interface LintNote {
  readonly type: NoteType;
  /** As stored, HTML. */
  readonly fields: FieldTexts;
  /** The same as plain text: deletions shown, no markers. */
  readonly texts: ReadonlyMap<FieldId, string>;
  readonly sections: readonly string[];
  /** The first of the note's cards. */
  readonly cards: readonly LintCard[];
  readonly cardCount: number;
  /** The note most like this one, itself left out; not asked where it is absent. */
  readonly nearest?: () => { readonly noteId: NoteId; readonly similarity: number } | undefined;
}

/** A finding as it is shown. It never keeps anyone from saving. */
export interface Suggestion extends Finding {
  readonly severity: 'suggestion';
}

/** Longer notes are not looked at card by card: they are to be split first. */
export const MAX_NOTE_LENGTH = 10_000;
/** Nor those that hide more: what each hides is looked for in every card's question. */
export const MAX_BLANKS = 100;

/** Whether what a note's cards hide is too much to be looked at. */
export function hidesTooMuch(cards: readonly LintCard[]): boolean {
  let blanks = 0;
  for (const card of cards) blanks += card.kind === 'cloze' ? card.blanks.length : 0;
  return blanks > MAX_BLANKS;
}

/**
 * What could be better about a note's cards, by the rules of docs/card-rules.md without the
 * `silenced` ones, in the rules' order; what is true of several cards is said once. Never throws;
 * takes time in proportion to the cards' text.
 */
export function lintNote(note: LintNote, silenced: ReadonlySet<RuleId>): Suggestion[] {
  const found = [...cardFindings(note), ...noteFindings(note)].filter(
    ({ ruleId }) => !silenced.has(ruleId),
  );
  const isPassage = found.some(({ ruleId }) => ruleId === 'CR18');
  const isNews = isPassage ? found.filter(({ ruleId }) => !WITHIN_PASSAGE.has(ruleId)) : found;
  return onceEach(isNews).map((finding) => ({ ...finding, severity: 'suggestion' }));
}

/** What the rules about single cards find, by card. `noteText`: see CR9. */
export function findingsOfCard(
  card: LintCard,
  siblings: readonly LintCard[],
  noteText: string,
  isBothWays: boolean,
): Finding[] {
  const choice = yesOrNo(card);
  return [
    longAnswer(card),
    longQuestion(card),
    enumeration(card),
    choice,
    // Of a choice the answer is in the question by nature.
    choice === undefined ? ownGiveaway(card, siblings) : undefined,
    siblingGiveaway(card, siblings),
    hintGiveaway(card),
    twoIdeas(card),
    unexplainedAbbreviation(card, noteText),
    orphanPronoun(card),
    unclearQuestion(card, isBothWays),
    negativeQuestion(card),
    nothingLeft(card),
    smallWordHidden(card),
  ].filter((finding) => finding !== undefined);
}

/** A passage makes its questions and answers long; saying that once is enough. */
const WITHIN_PASSAGE: ReadonlySet<RuleId> = new Set(['CR1', 'CR2']);

function cardFindings({ type, texts, sections, cards }: LintNote): Finding[] {
  const noteText = [...texts.values(), ...sections].join('\n');
  if (noteText.length > MAX_NOTE_LENGTH || hidesTooMuch(cards)) return [];
  const isBothWays = cards.length > 1 && type.kind === 'standard';
  return cards.flatMap((card) => findingsOfCard(card, cards, noteText, isBothWays));
}

function noteFindings(note: LintNote): Finding[] {
  const { type, texts } = note;
  return [
    manyDeletions(type.kind === 'cloze' ? note.cardCount : 0),
    noSource(type.fields, (id) => fieldText(note.fields, id)),
    nearDuplicate(note.nearest?.(), type.sortFieldId),
    longPassage(type.fields, texts),
    pictureWithoutText(type.fields, (id) => fieldText(note.fields, id)),
  ].filter((finding) => finding !== undefined);
}

function onceEach(findings: readonly Finding[]): Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.message.toLowerCase()}`;
    if (!byText.has(key)) byText.set(key, finding);
  }
  return [...byText.values()].sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf({ ruleId }: Finding): number {
  return Number(ruleId.slice(2));
}
