import { t } from '../../../kernel/texts.ts';
import { askedFor, type LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { wordCount } from '../language/words.ts';

export const MAX_ANSWER_WORDS = 20;
export const MAX_BLANK_WORDS = 10;
const MAX_QUESTION_WORDS = 80;
const MAX_CLOZE_WORDS = 60;

/** CR1: what is asked for is too long to be recalled in one go and graded. */
export function longAnswer(card: LintCard): Finding | undefined {
  const limit = card.kind === 'cloze' ? MAX_BLANK_WORDS : MAX_ANSWER_WORDS;
  const long = askedFor(card).find((text) => wordCount(text) > limit);
  if (long === undefined) return undefined;
  const what = card.kind === 'cloze' ? t`The hidden text` : t`The answer`;
  return {
    ruleId: 'CR1',
    slot: card.slot,
    message:
      t`${what} is ${wordCount(long)} words long, which is hard to recall and to grade. ` +
      t`Ask for one thing in a few words${card.kind === 'cloze' ? '' : t`, and leave the rest to other cards or to Extra`}.`,
    excerpt: excerptOf(long),
  };
}

/** CR2: so much to read before answering that reviews become reading. */
export function longQuestion(card: LintCard): Finding | undefined {
  const limit = card.kind === 'cloze' ? MAX_CLOZE_WORDS : MAX_QUESTION_WORDS;
  const count = wordCount(card.question);
  if (count <= limit) return undefined;
  return {
    ruleId: 'CR2',
    slot: card.slot,
    message:
      t`There are ${count} words to read before answering, at every review. ` +
      t`Keep what the answer hangs on, and move the rest to Extra.`,
    excerpt: excerptOf(card.question),
  };
}
