import { askedFor, type Blank, type LintCard, shownText } from '../card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { hasPhrase, tellingWords, wordsOf } from '../language/words.ts';

/** CR5 and, where the words stand in another deletion, CR6: the question shows its own answer. */
export function ownGiveaway(card: LintCard, siblings: readonly LintCard[]): Finding | undefined {
  const shown = shownText(card);
  const given = askedFor(card).find((answer) => isGivenAway(shown, answer));
  if (given === undefined) return undefined;
  if (card.kind === 'cloze' && isHiddenElsewhere(card, siblings, given)) {
    return {
      ruleId: 'CR6',
      slot: card.slot,
      message:
        `“${excerptOf(given)}” is also under a deletion with another number, and is shown while this one is hidden. ` +
        'Give both deletions the same number.',
      excerpt: excerptOf(given),
    };
  }
  const isChoice = /\b(?:or|versus|vs)\b/i.test(shown);
  return {
    ruleId: 'CR5',
    slot: card.slot,
    message: isChoice
      ? 'The question offers its answer as one of a few to choose from, so it may be guessed. Ask for it without naming it.'
      : 'The question shows its own answer. Reword the question, or hide those words there too.',
    excerpt: excerptOf(given),
  };
}

/**
 * CR6 for cards with questions of their own: another card of the note shows this card's answer in
 * its question. Two cards that ask each other's way round do so by nature.
 */
export function siblingGiveaway(
  card: LintCard,
  siblings: readonly LintCard[],
): Finding | undefined {
  if (card.kind === 'cloze') return undefined;
  const answer = wordsOf(card.answer);
  if (isRelative(answer) || !answer.some((word) => word.length >= 4)) return undefined;
  const asked = wordsOf(card.question).join(' ');
  const teller = siblings.find(
    (other) =>
      other.kind === 'question' &&
      other.slot !== card.slot &&
      hasPhrase(wordsOf(other.question).join(' '), answer) &&
      !hasPhrase(asked, answer) &&
      !hasPhrase(asked, wordsOf(other.answer)),
  );
  if (teller === undefined) return undefined;
  return {
    ruleId: 'CR6',
    slot: card.slot,
    message: `The question of card ${teller.slot} shows the answer of card ${card.slot}. Ask card ${teller.slot} without it.`,
    excerpt: excerptOf(card.answer),
  };
}

/** CR7: a hint that holds what it hints at, or half of it. */
export function hintGiveaway(card: LintCard): Finding | undefined {
  if (card.kind === 'question') return undefined;
  const blank = card.blanks.find(isToldByHint);
  if (blank === undefined) return undefined;
  return {
    ruleId: 'CR7',
    slot: card.slot,
    message:
      'The hint gives the hidden words away. ' +
      'Let it say what kind of thing is asked for, such as “which drug”.',
    excerpt: excerptOf(`${blank.hidden} (${blank.hint ?? ''})`),
  };
}

function isToldByHint({ hidden, hint }: Blank): boolean {
  if (hint === undefined || /\/|\b(?:or|vs|versus)\b/i.test(hint)) return false;
  if (isGivenAway(hint, hidden)) return true;
  const [word = '', ...others] = wordsOf(hidden);
  if (others.length > 0 || word.length < 6) return false;
  return wordsOf(hint).some(
    (part) => part.length >= 4 && part.length * 5 >= word.length * 3 && word.startsWith(part),
  );
}

/** Whether `shown` holds the answer, or every word of it that tells something. */
function isGivenAway(shown: string, answer: string): boolean {
  const words = wordsOf(answer);
  const telling = tellingWords(answer);
  if (telling.length === 0 || isRelative(words)) return false;
  if (telling.length === 1 && (telling[0]?.length ?? 0) < 2) return false;
  const inShown = wordsOf(shown);
  if (hasPhrase(inShown.join(' '), words) && !isKindOnly(inShown, words)) return true;
  const own = new Set(withoutKinds(inShown));
  return telling.every((word) => own.has(word));
}

/** In 'Which wave is lost?' the word wave names the kind, and 'The a wave' is no giveaway. */
function withoutKinds(words: readonly string[]): string[] {
  return words.filter(
    (_, index) =>
      !KIND_ASKERS.has(words[index - 1] ?? '') && !KIND_ASKERS.has(words[index - 2] ?? ''),
  );
}

function isKindOnly(words: readonly string[], phrase: readonly string[]): boolean {
  return !hasPhrase(withoutKinds(words).join(' '), phrase) && phrase.length === 1;
}

const KIND_ASKERS = new Set(['which', 'what']);

function isHiddenElsewhere(card: LintCard, siblings: readonly LintCard[], text: string): boolean {
  const words = wordsOf(text);
  return siblings.some(
    (other) =>
      other.slot !== card.slot &&
      askedFor(other).some((hidden) => hasPhrase(wordsOf(hidden).join(' '), words)),
  );
}

/**
 * Sides, directions, amounts: 'Which way does the tongue deviate in a lesion on the left?' is not
 * answered by its own 'left'.
 */
function isRelative(words: readonly string[]): boolean {
  return words.every((word) => RELATIVE.has(word) || /^\d+$/.test(word));
}

const RELATIVE = new Set(
  `left right up down upper lower high low higher more less most least same before after above below
   early late first second third fourth fifth last one two three four five six seven eight nine ten
   increase increases increased decrease decreases decreased rise rises fall falls raised lowered
   up down anterior posterior superior inferior medial lateral proximal distal internal external
   acute chronic positive negative large small long short fast slow true false yes no not both all none
   male female men women with without the a an to on of in at it side is are towards toward`
    .trim()
    .split(/\s+/),
);
