import { faceOf, slotsOf, textOfFace } from '../content/cards-of-note.ts';
import { clozePlainText } from '../content/cloze.ts';
import type { NoteDraft } from '../content/note.ts';
import type { NoteId, Slot } from '../ids.ts';
import { type DeckProblem, type Place, warningAt } from './problem.ts';

const MAX_ANSWER_WORDS = 20;
const MAX_CLOZE_WORDS = 10;
/** Cards of longer notes are not looked at one by one. */
const MAX_NOTE_LENGTH = 10_000;

/**
 * Warnings about cards that are hard to learn, after Wozniak's "Twenty rules of formulating
 * knowledge". `places`: where each fact is in its file (ParsedDeck.places).
 */
export function problemsOf(
  drafts: readonly NoteDraft[],
  places: ReadonlyMap<NoteId, Place> = new Map(),
): DeckProblem[] {
  const idByText = new Map<string, NoteId>();
  return drafts.flatMap((draft) => {
    const place = places.get(draft.id) ?? { line: 1, column: 1 };
    const text = comparable(allText(draft));
    const twin = idByText.get(text);
    if (twin === undefined) idByText.set(text, draft.id);
    const messages = new Set<string>();
    if (twin !== undefined) messages.add(`The same text as "${twin}". ${KEPT} take one out.`);
    if (draft.source === '') messages.add(`No source. ${KEPT} say where the fact comes from.`);
    if (text.length > MAX_NOTE_LENGTH) messages.add(TOO_LONG);
    else for (const slot of slotsOf(draft.content)) cardProblems(draft, slot, messages);
    return [...messages].map((message) => warningAt(place, message, draft.id));
  });
}

function cardProblems({ content }: NoteDraft, slot: Slot, messages: Set<string>): void {
  const { question, answer } = faceOf(content, slot);
  const isCloze = content.type === 'cloze';
  const asked = textOfFace(question);
  const hidden = isCloze
    ? answer.filter(({ kind }) => kind === 'revealed').map(({ text }) => text)
    : [textOfFace(answer)];
  const limit = isCloze ? MAX_CLOZE_WORDS : MAX_ANSWER_WORDS;
  const add = (message: string) => messages.add(`Card ${slot}: ${message}`);

  if (isYesNo(isCloze ? '' : asked, hidden)) add(YES_NO);
  if (ENUMERATION.test(asked) || hidden.some(isEnumeration)) add(ENUMERATES);
  if (hidden.some((text) => isGivenAway(asked, text))) add(GIVEAWAY);
  if (hidden.some((text) => wordsOf(text).length > limit))
    add(`answer over ${limit} words. ${KEPT} ask for less at once.`);
  const shown = question.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  if (isCloze && wordsOf(shown.join(' ')).length === 0) add(NOTHING_LEFT);
}

const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b[^?]*\?$/i;
const YES_OR_NO = /^(?:yes|no|true|false)\b/i;
const ENUMERATION = /^(?:list|enumerate)\b|^name (?:all|the|two|three|four|five|six|\d)\b/i;

function isYesNo(asked: string, hidden: readonly string[]): boolean {
  return AUXILIARY.test(asked.trim()) || hidden.some((text) => YES_OR_NO.test(text.trim()));
}

/** Three or more short things in a row. */
function isEnumeration(answer: string): boolean {
  const items = answer.split(/[,;\n]| and | or /).filter((item) => item.trim() !== '');
  return items.length >= 3 && items.every((item) => wordsOf(item).length <= 4);
}

/** Whether the question holds the answer, or every word of it that means something. */
function isGivenAway(asked: string, answer: string): boolean {
  const answerWords = wordsOf(answer);
  const inQuestion = new Set(wordsOf(asked));
  if (answerWords.length === 0) return false;
  if (` ${wordsOf(asked).join(' ')} `.includes(` ${answerWords.join(' ')} `)) return true;
  const telling = answerWords.filter((word) => !FILLERS.has(word));
  return telling.length > 0 && telling.every((word) => inQuestion.has(word));
}

const FILLERS = new Set(
  'a an and are as at by for from in is it its of on or that the they to was were with'.split(' '),
);

function allText({ content }: NoteDraft): string {
  if (content.type === 'cloze') return clozePlainText(content.text);
  return `${content.front}\n${content.back}`;
}

function comparable(text: string): string {
  return wordsOf(text).join(' ');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const KEPT = 'The fact was loaded;';
const TOO_LONG = `The text is too long for a card. ${KEPT} make several facts of it.`;
const YES_NO = `a yes/no question can be guessed. ${KEPT} ask what, which or why.`;
const ENUMERATES = `a list of three or more is hard to recall. ${KEPT} hide one of them a card.`;
const GIVEAWAY = `the question holds its own answer. ${KEPT} reword the question or its hint.`;
const NOTHING_LEFT = `everything is hidden. ${KEPT} leave words to ask with.`;
