import { t } from '../../../kernel/texts.ts';
import { askedFor, type LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';
import { wordsOf } from '../language/words.ts';

const MAX_DELETIONS = 7;

/** CR13: every word is hidden, so that nothing asks. */
export function nothingLeft(card: LintCard): Finding | undefined {
  if (card.kind !== 'cloze' || card.hasMedia === true || card.blanks.length === 0) return undefined;
  if (wordsOf(card.shown).length > 0) return undefined;
  return {
    ruleId: 'CR13',
    slot: card.slot,
    message:
      t`Everything is hidden, so nothing says what is asked. ` +
      t`Leave the words in sight that lead to the answer.`,
    excerpt: excerptOf(card.question) ?? excerptOf(askedFor(card).join(' ')),
  };
}

/** CR14: a blank over 'the' or 'of' trains grammar. */
export function smallWordHidden(card: LintCard): Finding | undefined {
  if (card.kind !== 'cloze') return undefined;
  const blank = card.blanks.find(
    ({ hidden, hint }) => hint === undefined && SMALL_WORDS.has(hidden.trim()),
  );
  if (blank === undefined || wordsOf(card.shown).length === 0 || isForeign(card.shown)) {
    return undefined;
  }
  return {
    ruleId: 'CR14',
    slot: card.slot,
    message:
      t`Only “${blank.hidden.trim()}” is hidden, which the grammar tells. ` +
      t`Hide the word that carries the fact.`,
    excerpt: excerptOf(card.question),
  };
}

/** CR15: one text with so many cards that each comes with all the others' answers. */
export function manyDeletions(cardCount: number): Finding | undefined {
  if (cardCount <= MAX_DELETIONS) return undefined;
  return {
    ruleId: 'CR15',
    message:
      t`This text makes ${cardCount} cards, and reading it that often gets tiring. ` +
      t`Split it into sentences of one fact each.`,
  };
}

/** Not among them: words that can be the point, such as not, all, before, with and without. */
const SMALL_WORDS = new Set(
  'the an of is are was were be been to in on at by for from as it its this that these those which'.split(
    ' ',
  ),
);
