import { t } from '../../../kernel/texts.ts';
import { type LintCard, wordsShown } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';

/** CR10: a question that hangs on 'it' or 'this' and does not say what that is. */
export function orphanPronoun(card: LintCard): Finding | undefined {
  if (card.hasMedia === true) return undefined;
  const text = wordsShown(card).slice(0, 1000).trim();
  const isOrphan = card.kind === 'cloze' ? isOpenSentence(text) : isOpenQuestion(text);
  if (!isOrphan || isForeign(text)) return undefined;
  return {
    ruleId: 'CR10',
    slot: card.slot,
    message:
      t`Cards come up one by one, months later, and this one does not say what “it” or “this” is. ` +
      t`Name it in the question.`,
    excerpt: excerptOf(text),
  };
}

const PRONOUN = '(?:it|they|he|she|them|this|that|these|those|its|their)';
const VERB =
  '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|causes?|leads?|occurs?|affects?|acts?|works?|treats?|blocks?|inhibits?|binds?|requires?|presents?|increases?|decreases?|contains?|consists?|results?|arises?|develops?|supplies|supply|lies|lie|runs?)';

/** 'What does it do?': nothing between the asking word and the pronoun names a thing. */
const OPEN_QUESTION = new RegExp(
  `^(?:and |but |so )?(?:what|which|how|why|when|where|who|whom|whose|by what|in what|for what|to what)(?: (?:much|many|long|often|far|soon|else|about))? (?:${VERB} )?(?:${VERB} )?${PRONOUN}\\b(?<rest>[^.?!]*)\\?$`,
  'i',
);
/** 'Which drug treats this condition?': a kind, and nothing more is said about which. */
const OPEN_KIND =
  /^(?:what|which|how|why|when|where|who)\b(?<before>[^.?!;:]*)\b(?:this|these|that) (?:drug|medication|medicine|agent|condition|disease|disorder|syndrome|patient|nerve|muscle|artery|vein|vessel|structure|bone|organ|cell|enzyme|hormone|virus|bacterium|organism|pathogen|parasite|molecule|receptor|protein|gene|sign|symptom|finding|lesion|tumour|tumor|case|process|test|procedure|drugs|patients|nerves|muscles|cells|structures)s?(?: (?:work|act|given|treated|called|caused|used|diagnosed|run|pass|insert|originate|cause|treat|do|lie|supply|bind|affect|look like|made|produced|released))?\?$/i;
/** 'It is …', 'They …' at the start of a sentence that is all there is. */
const OPEN_SENTENCE = new RegExp(`^(?:it|they|this|these|he|she) ${VERB}\\b(?<rest>.*)$`, 'is');
/** 'It is safe to …', 'How long does it take for …', 'Why is it that …': it stands for what follows. */
const POINTS_AHEAD =
  /\b(?:to|that|when|if|whether|for|called|takes?|who|which|because)\s+\S|\bcalled\b/i;

function isOpenQuestion(text: string): boolean {
  const open = OPEN_QUESTION.exec(text);
  if (open !== null) return !POINTS_AHEAD.test(open.groups?.rest ?? '');
  const kind = OPEN_KIND.exec(text);
  return kind !== null && !NAMES_A_THING.test(kind.groups?.before ?? '');
}

function isOpenSentence(text: string): boolean {
  const open = OPEN_SENTENCE.exec(text);
  return open !== null && !POINTS_AHEAD.test(open.groups?.rest ?? '');
}

/** What the question has said already: a name with a capital, a word of nine letters, a number. */
const NAMES_A_THING = /[\p{Lu}\p{N}]|,|\b(?:if|with|whose|in which)\b/u;
