import { t } from '../../../kernel/texts.ts';
import { askedFor, type Blank, type LintCard, wordsShown } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { hasPhrase, tellingWords, wordsOf } from '../language/words.ts';

/** CR5 and, where the words stand in another deletion, CR6: the question shows its own answer. */
export function ownGiveaway(card: LintCard, siblings: readonly LintCard[]): Finding | undefined {
  const shown = wordsShown(card);
  const given = askedFor(card).find((answer) => isGivenAway(shown, answer));
  if (given === undefined) return undefined;
  if (card.kind === 'cloze' && isHiddenElsewhere(card, siblings, given)) {
    return {
      ruleId: 'CR6',
      slot: card.slot,
      message:
        t`The same words are also under a deletion with another number, and stand open while these are hidden. ` +
        t`Give both deletions the same number.`,
      excerpt: excerptOf(given),
    };
  }
  const isChoice = /\b(?:or|versus|vs)\b/i.test(shown);
  return {
    ruleId: 'CR5',
    slot: card.slot,
    message: isChoice
      ? t`The question offers its answer as one of a few to choose from, so it may be guessed. Ask for it without naming it.`
      : t`The question shows its own answer. Reword the question, or hide those words there too.`,
    excerpt: excerptOf(given),
  };
}

/**
 * CR6 for cards with questions of their own: the question of another card says what this one asks
 * about and shows its answer. Two cards that ask each other's way round do so by nature.
 */
export function siblingGiveaway(
  card: LintCard,
  siblings: readonly LintCard[],
): Finding | undefined {
  if (card.kind === 'cloze') return undefined;
  const answer = wordsOf(card.answer);
  if (isRelative(answer) || !answer.some((word) => word.length >= 4)) return undefined;
  const asked = wordsOf(card.question).join(' ');
  const teller = siblings.find((other) => {
    if (other.kind === 'cloze' || other.slot === card.slot) return false;
    const shown = wordsOf(other.question).join(' ');
    if (!hasPhrase(shown, answer) || hasPhrase(asked, answer)) return false;
    return !hasPhrase(asked, wordsOf(other.answer)) && isAboutTheSame(card.question, shown);
  });
  if (teller === undefined) return undefined;
  return {
    ruleId: 'CR6',
    slot: card.slot,
    message: t`The question of card ${teller.slot} shows the answer of card ${card.slot}. Ask card ${teller.slot} without it.`,
    excerpt: excerptOf(card.answer),
  };
}

/** Whether half of the words that tell what `question` is about are shown. */
function isAboutTheSame(question: string, shown: string): boolean {
  const telling = tellingWords(question).filter((word) => !ASKERS.has(word));
  const inShown = new Set(shown.split(' '));
  return 2 * telling.filter((word) => inShown.has(word)).length >= telling.length;
}

const ASKERS = new Set(['which', 'what', 'how', 'why', 'when', 'where', 'who', 'whose']);

/** CR7: a hint that holds what it hints at, or half of it. */
export function hintGiveaway(card: LintCard): Finding | undefined {
  if (card.kind === 'question') return undefined;
  const blank = card.blanks.find(isToldByHint);
  if (blank === undefined) return undefined;
  return {
    ruleId: 'CR7',
    slot: card.slot,
    message:
      t`The hint gives the hidden words away. ` +
      t`Let it say what kind of thing is asked for, such as “which drug”.`,
    excerpt: excerptOf(`${blank.hidden} (${blank.hint ?? ''})`),
  };
}

function isToldByHint({ hidden, hint }: Blank): boolean {
  if (hint === undefined || /\/|\b(?:or|vs|versus)\b/i.test(hint)) return false;
  if (isGivenAway(hint, hidden)) return true;
  const [word = '', ...others] = wordsOf(hidden);
  if (others.length > 0 || word.length < 6) return false;
  return wordsOf(hint).some(
    (part) => part.length >= 4 && part.length * 2 >= word.length && word.startsWith(part),
  );
}

/** Whether `shown` holds the answer, or every word of it that tells something. */
function isGivenAway(shown: string, answer: string): boolean {
  const words = wordsOf(answer);
  const telling = tellingWords(answer);
  if (telling.length === 0 || isRelative(words)) return false;
  if (telling.length === 1 && (telling[0]?.length ?? 0) < 2) return false;
  // 'Which wave is lost?' does not tell 'The a wave', whose a is no article.
  const inShown = words.includes('a') ? withoutKinds(wordsOf(shown)) : wordsOf(shown);
  if (hasPhrase(inShown.join(' '), words)) return true;
  const own = new Set(inShown);
  return telling.every((word) => own.has(word));
}

/** The words without the two after 'which' or 'what', which name the kind of thing asked for. */
function withoutKinds(words: readonly string[]): string[] {
  const isKindAsker = (word: string | undefined) => word === 'which' || word === 'what';
  return words.filter(
    (_, index) => !isKindAsker(words[index - 1]) && !isKindAsker(words[index - 2]),
  );
}

function isHiddenElsewhere(card: LintCard, siblings: readonly LintCard[], text: string): boolean {
  const telling = tellingWords(text);
  return siblings.some((other) => {
    if (other.slot === card.slot) return false;
    const hidden = new Set(askedFor(other).flatMap(wordsOf));
    return telling.every((word) => hidden.has(word));
  });
}

/**
 * Sides, directions, amounts: 'Which way does the tongue deviate in a lesion on the left?' is not
 * answered by its own 'left'.
 */
function isRelative(words: readonly string[]): boolean {
  return words.every((word) => RELATIVE.has(word) || /^\d+$/.test(word));
}

const RELATIVE = new Set(
  t`left right up down upper lower high low higher more less most least same before after above below
   early late first second third fourth fifth last one two three four five six seven eight nine ten
   increase increases increased decrease decreases decreased rise rises fall falls raised lowered
   up down anterior posterior superior inferior medial lateral proximal distal internal external
   acute chronic positive negative large small long short fast slow true false yes no not both all none
   male female men women with without the a an to on of in at it side is are towards toward`
    .trim()
    .split(/\s+/),
);
