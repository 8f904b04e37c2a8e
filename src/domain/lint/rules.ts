import { t } from '../../kernel/texts.ts';

/** A rule of docs/card-rules.md, by its number there. */
export type RuleId =
  | 'CR1'
  | 'CR2'
  | 'CR3'
  | 'CR4'
  | 'CR5'
  | 'CR6'
  | 'CR7'
  | 'CR8'
  | 'CR9'
  | 'CR10'
  | 'CR11'
  | 'CR12'
  | 'CR13'
  | 'CR14'
  | 'CR15'
  | 'CR16'
  | 'CR17'
  | 'CR18'
  | 'CR19';

export interface CardRule {
  readonly id: RuleId;
  /** What the rule looks for, as the person reads it where rules are switched off. */
  readonly name: string;
}

/** All rules, in the order of docs/card-rules.md. */
export const CARD_RULES: readonly CardRule[] = [
  { id: 'CR1', name: t`Answer too long` },
  { id: 'CR2', name: t`Question too long` },
  { id: 'CR3', name: t`List asked at once` },
  { id: 'CR4', name: t`Yes or no` },
  { id: 'CR5', name: t`Question shows its answer` },
  { id: 'CR6', name: t`Another card shows the answer` },
  { id: 'CR7', name: t`Hint gives it away` },
  { id: 'CR8', name: t`Two questions in one` },
  { id: 'CR9', name: t`Abbreviation not explained` },
  { id: 'CR10', name: t`“It” or “this” without a noun` },
  { id: 'CR11', name: t`Unclear what is asked` },
  { id: 'CR12', name: t`Asked by exception` },
  { id: 'CR13', name: t`Nothing left to ask with` },
  { id: 'CR14', name: t`Only a small word hidden` },
  { id: 'CR15', name: t`Too many deletions` },
  { id: 'CR16', name: t`No source` },
  { id: 'CR17', name: t`Nearly the same as another note` },
  { id: 'CR18', name: t`Long passage` },
  { id: 'CR19', name: t`Picture without a description` },
];

/** The rule called `id`, or undefined where there is none (a setting of a newer version, say). */
export function isRuleId(id: string): id is RuleId {
  return CARD_RULES.some((rule) => rule.id === id);
}

/** Switched off until a person switches it on: one's own notes mostly come from one lecture. */
export const SILENCED_AT_FIRST: readonly RuleId[] = ['CR16'];
