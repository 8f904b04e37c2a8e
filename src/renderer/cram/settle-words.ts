import type { DueChanges } from '../../domain/cram/due-change.ts';
import type { SettlePreview } from '../../engine/queries/once/study/cram.ts';
import { count } from '../kit/text/format.ts';

/** '12 cards will come later, 3 sooner.' */
export function changesInWords({ later, sooner, same, begun }: DueChanges): string {
  const parts: string[] = [];
  const add = (number: number, one: string, many: string): void => {
    if (number === 0) return;
    const what = parts.length === 0 ? count(number, 'card') : number.toLocaleString('en');
    parts.push(`${what} ${number === 1 ? one : many}`);
  };
  add(later, 'will come later', 'will come later');
  add(sooner, 'will come sooner', 'will come sooner');
  add(begun, 'is learnt for the first time', 'are learnt for the first time');
  add(same, 'stays on its day', 'stay on their days');
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
      `${are(tooLate)} left out, because ${tooLate === 1 ? 'its card was' : 'their cards were'} answered in study since.`,
    );
  }
  if (gone > 0) parts.push(`${are(gone)} left out, because the card is gone.`);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function are(answers: number): string {
  return `${count(answers, 'answer')} ${answers === 1 ? 'is' : 'are'}`;
}
