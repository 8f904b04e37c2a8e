import { t } from '../../../kernel/texts.ts';
import type { LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';
import { wordsOf } from '../language/words.ts';

/** CR8: two things asked on one card, so that one half can be known and the other forgotten. */
export function twoIdeas(card: LintCard): Finding | undefined {
  if (card.kind === 'cloze' || isForeign(card.question)) return undefined;
  const question = card.question.slice(0, 2000);
  if (questionCount(question) < 2 && !joinsQuestions(question) && !joinsAsked(question)) {
    return undefined;
  }
  return {
    ruleId: 'CR8',
    slot: card.slot,
    message:
      t`Two things are asked here, and one may be known when the other is not. ` +
      t`Make a card of each.`,
    excerpt: excerptOf(question),
  };
}

/** Sentences that ask: three words or more, with a word to ask by, up to a question mark. */
function questionCount(text: string): number {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.endsWith('?'));
  return sentences.filter((one) => ASKS.test(one) && wordsOf(one).length >= 3).length;
}

const ASKS =
  /\b(?:what|which|how|why|when|where|who|whose|is|are|was|were|do|does|did|can|should|will)\b/i;
const VERB = '(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should|must|may)';
const JOINED = new RegExp(
  `\\b(?:what|which|how|why|when|where|who)\\b.{0,200}?\\b(?:and|or)\\s+(?:(?:in|on|at|by|to|from|for|with)\\s+)?(?:` +
    `(?:what|why|where|who|when)\\s+(?:else\\s+)?${VERB}\\b|how\\s+(?:\\w+\\s+)?${VERB}\\b|what\\s+\\w+\\s+${VERB}\\b|why\\s*\\?` +
    `|(?:where|when|how|why|by\\s+whom)\\s*\\?)|\\b(?:when|where|how|why)\\s+and\\s+(?:when|where|how|why)\\b`,
  'is',
);

/** 'What is X and how is it treated?', 'Where and when …' */
function joinsQuestions(text: string): boolean {
  return JOINED.test(text);
}

/** 'What are the cause and the treatment of X?' */
function joinsAsked(text: string): boolean {
  const pair =
    /\bwhat(?:\s+is|\s+are|['’]s)\s+the\s+(?:\w+\s+){0,2}?(\w+)\s+and\s+(?:the\s+)?(?:\w+\s+){0,2}?(\w+)\s+(?:of|for|in)\b/i.exec(
      text,
    );
  const first = pair?.[1]?.toLowerCase() ?? '';
  const second = pair?.[2]?.toLowerCase() ?? '';
  return ASKED.has(first) && ASKED.has(second) && !SAME.has(first) && !SAME.has(second);
}

const ASKED = new Set(
  t`cause causes treatment therapy mechanism mechanisms diagnosis dose dosage function functions
   location origin insertion innervation supply prognosis complications inheritance incidence
   prevalence definition aetiology etiology pathogenesis pathophysiology management indication
   indications contraindications presentation epidemiology histology antidote target route
   symptoms signs structure gene enzyme vector reservoir course`
    .trim()
    .split(/\s+/),
);
/** Said in one breath: signs and symptoms. */
const SAME = new Set(['symptoms', 'signs']);
