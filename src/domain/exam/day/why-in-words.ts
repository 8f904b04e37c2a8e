import { plural, t } from '../../../kernel/texts.ts';
import type { PlannedCard } from './day-plan.ts';

/** Why a card is asked for today, in one sentence (EXAM-16). `examName`: of the exam it is for. */
export function whyInWords({ why, seconds }: PlannedCard, examName?: string): string {
  const whole = Math.max(1, Math.round(seconds));
  const cost = plural(whole, 'for # second');
  switch (why.kind) {
    case 'exam':
      return t`${examName ?? t`Exam`}: ${points(why.gain)} of predicted recall on the day ${cost}.`;
    case 'floor':
      return t`${examName ?? t`Exam`}: below the floor you set; ${points(why.gain)} of predicted recall on the day ${cost}.`;
    case 'due':
      return t`Due by its own date: ${points(why.gain)} of predicted recall a month from now ${cost}.`;
    case 'ahead':
      return plural(
        why.days,
        'Ahead of its day: due tomorrow. The next date counts from today, with the time that has really passed.',
        'Ahead of its day: due in # days. The next date counts from today, with the time that has really passed.',
      );
    case 'learning':
      return t`In learning: the time of its next step has come.`;
    case 'new':
      return t`New: ${points(why.gain)} of predicted recall a month from now ${cost}.`;
  }
}

/** '+4 points', '+0.3 points', '+0.004 points' of a large exam: two figures, or a small one's first. */
function points(gain: number): string {
  const value = gain * 100;
  // A review that is to come first can also be worth nothing to the exam.
  if (!(value >= 0.0005)) return t`less than +0.001 points`;
  const digits = value >= 10 ? 0 : value >= 0.095 ? 1 : value >= 0.0095 ? 2 : 3;
  const shown = value.toFixed(digits).replace(/\.0+$/, '');
  return `+${shown} ${shown === '1' ? t`point` : t`points`}`;
}
