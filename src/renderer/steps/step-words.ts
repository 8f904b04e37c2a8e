import type { StepInWords } from '../../engine/queries/once/next-step.ts';
import { plural, t } from '../../kernel/texts.ts';
import { named } from '../../kernel/named.ts';

/** A longer question is named by its beginning. */
const LONGEST = 70;

/** 'answer (Good) – “What does it bind?” (Natalizumab)': what a step was, for a sentence. */
export function stepInFew(step: StepInWords): string {
  const subject = step.subject === '' ? '' : ` – “${named(shortened(step.subject))}”`;
  const others = step.others === 0 ? '' : t` and ${plural(step.others, '# other')}`;
  const deck = step.deck === '' || step.deck === step.subject ? '' : ` (${named(step.deck)})`;
  return `${step.what}${subject}${others}${deck}`;
}

/** 'yesterday', '3 days ago'; '' for today. */
export function whenInWords({ daysAgo }: Pick<StepInWords, 'daysAgo'>): string {
  if (daysAgo === 0) return '';
  if (daysAgo < 0) return t`from a day that is still to come`;
  return plural(daysAgo, 'yesterday', '# days ago');
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  return `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
}
