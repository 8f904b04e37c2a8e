import { t } from '../../../kernel/texts.ts';
import { askedFor, type LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';

/** CR4: a question that is answered by yes or no, and so by chance half of the time. */
export function yesOrNo(card: LintCard): Finding | undefined {
  const asked = card.kind === 'question' ? lastQuestion(card.question) : '';
  const isAsked = asked !== '' && isYesNoQuestion(asked);
  const isAnswer = askedFor(card).some((text) => YES_OR_NO.test(text.trim()));
  // 'Which lumen is larger?' 'False': of two lumens, the false one.
  const isKind =
    /^which\b/i.test(card.question) &&
    askedFor(card).every((text) => !/^(?:yes|no)\b/i.test(text.trim()));
  if (!isAsked && (!isAnswer || isKind)) return undefined;
  return {
    ruleId: 'CR4',
    slot: card.slot,
    message:
      t`${/\bor\b/i.test(asked) ? t`A choice of two` : t`A yes-or-no question`} is answered right by chance half of the time. ` +
      t`Ask which, what, how or why, so that the answer has to be found.`,
    // Of a question that shows nothing, such as a comment, its answer is all there is to show.
    excerpt: excerptOf(isAsked ? asked : card.question.trim() || askedFor(card).join(' ')),
  };
}

const YES_OR_NO =
  /^(?:yes|no|true|false)(?:[.!]?$|[,;:](?!\d)|\s+[–—-]\s|\s*\(|\s(?:because|it|they)\b)/i;

const VERB =
  "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]t)?";
const AT_START = new RegExp(`^(?:(?:and|so|but)\\s+)?${VERB}\\s`, 'i');
const AFTER_CLAUSE = new RegExp(
  `^(?:in|on|at|during|after|before|for|with|if|when|under)\\s[^,?]{1,80},\\s+${VERB}\\s`,
  'i',
);
/** Asks for more than yes or no: 'Is it raised, and why?', 'Can you name …?' */
const ASKS_MORE =
  /(?:[,;:–—-]|\b(?:and|or))\s*(?:\w+\s)?(?:which|what|why|how|when|where|who|whose|whom)\b|^\w+\s+you\s+(?:name|list|describe|explain|know|tell|recall|give|define|distinguish|tell|recognise|recognize|calculate)\b/i;

function isYesNoQuestion(question: string): boolean {
  if (!AT_START.test(question) && !AFTER_CLAUSE.test(question)) return false;
  if (ASKS_MORE.test(question)) return false;
  // German asks with 'was', and not every question shows by another word that it is German.
  if (
    /^was\b/i.test(question) &&
    !/^was\s+(?:the|an?|it|this|that|there|his|her|any)\b/i.test(question)
  ) {
    return false;
  }
  return !isForeign(question);
}

/** The last sentence, where it ends in a question mark; '' otherwise. */
function lastQuestion(text: string): string {
  const trimmed = text.slice(-1000).trim();
  if (!trimmed.endsWith('?')) return '';
  return trimmed.split(/(?<=[.!?])\s+/).at(-1) ?? '';
}
