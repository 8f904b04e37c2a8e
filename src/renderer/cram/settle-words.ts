import type { DueChanges } from '../../domain/cram/due-change.ts';
import type { SettlePreview } from '../../engine/queries/once/study/cram.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';

/** '12 cards will come later, 3 sooner.' */
export function changesInWords({ later, sooner, same, begun }: DueChanges): string {
  const parts: string[] = [];
  const add = (number: number, one: string, many: string): void => {
    if (number === 0) return;
    const what = parts.length === 0 ? plural(number, '# card') : thousands(number);
    parts.push(`${what} ${number === 1 ? one : many}`);
  };
  add(later, t`will come later`, t`will come later`);
  add(sooner, t`will come sooner`, t`will come sooner`);
  add(begun, t`is learnt for the first time`, t`are learnt for the first time`);
  add(same, t`stays on its day`, t`stay on their days`);
  return `${parts.join(', ')}.`;
}

/** Which answers are left out, and why; undefined where none is. */
export function leftOutInWords({
  tooLate,
  gone,
}: Pick<SettlePreview, 'tooLate' | 'gone'>): string | undefined {
  const parts: string[] = [];
  if (tooLate > 0) {
    parts.push(
      plural(
        tooLate,
        '{tooLate} left out, because its card was answered in study since.',
        '{tooLate} left out, because their cards were answered in study since.',
        { tooLate: are(tooLate) },
      ),
    );
  }
  if (gone > 0) parts.push(t`${are(gone)} left out, because the card is gone.`);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function are(answers: number): string {
  return plural(answers, '# answer is', '# answers are');
}
