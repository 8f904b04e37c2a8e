import { type DueChange, daysLater, dueChange, askedDayOf } from '../../domain/cram/due-change.ts';
import type { Settled } from '../../domain/cram/settle.ts';
import type { Schedule } from '../../domain/memory/schedule.ts';
import type { SettlePreview } from '../../engine/queries/once/study/cram.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { count, date } from '../kit/text/format.ts';

const ORDER: readonly DueChange[] = ['sooner', 'later', 'begun', 'same'];

/** The cards that would change: what each asks, when it is due, and when it would be. */
export function SettleTable({ preview }: { readonly preview: SettlePreview }) {
  const { cards, at } = preview;
  const { today } = at;
  const inOrder = [...cards].sort(
    (a, b) => ORDER.indexOf(dueChange(a, at)) - ORDER.indexOf(dueChange(b, at)),
  );
  const { first, more } = useFirst(inOrder, 'card');
  const dueText = (schedule: Schedule): string => {
    if (schedule.state === 'new') return 'New';
    const day = askedDayOf(schedule, at) ?? today;
    if (schedule.state !== 'review' && day <= today) return 'In steps';
    if (day <= today) return 'Today';
    const isFar = day - today > 300;
    return date(day, { day: 'numeric', month: 'short', ...(isFar && { year: 'numeric' }) });
  };
  return (
    <div>
      <table className="settle-table number">
        <caption className="hidden-text">Cards that would change</caption>
        <thead>
          <tr className="soft small">
            <th scope="col">Card</th>
            <th scope="col">Due now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {first.map((card) => (
            <tr key={card.before.id}>
              <th scope="row">
                <span className="settle-question">{card.question || 'A picture or a sound'}</span>
              </th>
              <td className="soft">{dueText(card.before.schedule)}</td>
              <td>
                {dueText(card.after.schedule)}
                <span className="settle-change small soft">{differenceInWords(card, at)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}

function differenceInWords(card: Settled, at: SettlePreview['at']): string {
  const change = dueChange(card, at);
  if (change === 'begun' || change === 'same') return '';
  return `${count(Math.abs(daysLater(card, at)), 'day')} ${change}`;
}
