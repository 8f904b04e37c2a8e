import { t } from '../../../kernel/texts.ts';
import type { LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';
import { wordCount, wordsOf } from '../language/words.ts';

/**
 * CR11: a question that could mean several things: 'What about …?', or a bare word that a whole
 * sentence is to be said about. `isBothWays`: a pair of term and meaning, each the other's question.
 */
export function unclearQuestion(card: LintCard, isBothWays: boolean): Finding | undefined {
  if (card.kind === 'cloze' || card.hasMedia === true) return undefined;
  const question = card.question.trim();
  const isVague = VAGUE.test(question);
  if (!isVague && (isBothWays || !isBareTerm(question, card.answer))) return undefined;
  if (isForeign(question)) return undefined;
  return {
    ruleId: 'CR11',
    slot: card.slot,
    message: isVague
      ? t`Many answers would be right here. Say which fact about it is asked for.`
      : t`A bare term asks for everything and nothing. Add what is wanted: its cause, its sign, its place.`,
    excerpt: excerptOf(question),
  };
}

/** CR12: 'which is not …' has the right answers learnt as exceptions, and needs a list to choose from. */
export function negativeQuestion(card: LintCard): Finding | undefined {
  if (card.kind === 'cloze') return undefined;
  const question = card.question.slice(0, 2000).trim();
  if (!NEGATIVE.some((pattern) => pattern.test(question)) || isForeign(question)) return undefined;
  return {
    ruleId: 'CR12',
    slot: card.slot,
    message:
      t`A question by exception trains the wrong answers, and without a list to choose from it has many right ones. ` +
      t`Ask for what is so.`,
    excerpt: excerptOf(question),
  };
}

const VAGUE =
  /^(?:(?:and|so|but)\s+)?(?:(?:what|how)\s+about\b|tell\s+(?:me\s+)?(?:all\s+|everything\s+|something\s+)?about\b|what\s+do\s+(?:you|we)\s+know\s+(?:about|of)\b|what\s+(?:can|could)\s+(?:you|be)\s+(?:say|said|tell|told)\s|discuss\b|comment\s+on\b|talk\s+about\b|write\s+(?:a\s+note|notes)\s+on\b|thoughts\s+on\b|details\s+of\b|facts\s+about\b)/i;

const MAX_TERM_WORDS = 2;
const MIN_ANSWER_WORDS = 4;

/** One or two words without a sign of what is asked, and an answer that is a sentence. */
function isBareTerm(question: string, answer: string): boolean {
  const words = wordsOf(question);
  if (words.length === 0 || words.length > MAX_TERM_WORDS) return false;
  if (!/^[\p{L}\p{M}\p{N}\s’'-]+[?.]?$/u.test(question)) return false;
  if (/\d/.test(question) || words.some((word) => ASK_WORDS.has(word))) return false;
  return wordCount(answer) >= MIN_ANSWER_WORDS;
}

/** Words that say what is asked about the rest of a short question, or ask by themselves. */
const ASK_WORDS = new Set(
  t`what which how why when where who define definition meaning cause causes aetiology etiology
   treatment therapy management mechanism diagnosis dose dosage antidote function role action effect
   effects symptom symptoms sign signs triad tetrad pentad law rule formula equation criteria
   criterion score stages staging classification murmur origin insertion innervation supply course
   location target vector reservoir inheritance gene histology prognosis complication complications
   prevalence incidence epidemiology indication indications contraindication contraindications
   features presentation pathophysiology pathogenesis mnemonic test phenomenon reflex principle
   side adverse prevention screening prophylaxis receptor substrate product precursor structure
   branches border borders contents layers types risk factors`
    .trim()
    .split(/\s+/),
);

const NEGATIVE: readonly RegExp[] = [
  /\bexcept(?:\s+(?:for\s+)?(?:which|what|one)(?:\s+one)?)?\s*[:?.…_\s]*$/i,
  /\b(?:all|each|any|which|what)\s+(?:one\s+)?of\s+(?:the\s+following|these|those|the)\b[^?]*(?:\bnot\b|n['’]t\b|\bexcept\b|\bleast\s+likely\b)/i,
  /^(?:which|what)(?:\s+[\p{L}\p{N}-]+){0,4}?\s+(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:an?|the|one|part|among|considered|true|correct|typical|typically|usually|characteristic|associated|seen|found|included)\b/iu,
];
