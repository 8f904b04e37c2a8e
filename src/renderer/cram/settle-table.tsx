import { type DueChange, daysLater, dueChange, askedDayOf } from '../../domain/cram/due-change.ts';
import type { Settled } from '../../domain/cram/settle.ts';
import type { Schedule } from '../../domain/memory/schedule.ts';
import type { SettlePreview } from '../../engine/queries/once/study/cram.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { date } from '../kit/text/format.ts';

const ORDER: readonly DueChange[] = ['sooner', 'later', 'begun', 'same'];

/** The cards that would change: what each asks, when it is due, and when it would be. */
export function SettleTable({ preview }: { readonly preview: SettlePreview }) {
  const { cards, at } = preview;
  const { today } = at;
  const inOrder = [...cards].sort(
    (a, b) => ORDER.indexOf(dueChange(a, at)) - ORDER.indexOf(dueChange(b, at)),
  );
  const { first, more } = useFirst(inOrder, (n) => plural(n, '# more card'));
  const dueText = (schedule: Schedule): string => {
    if (schedule.state === 'new') return t`New`;
    const day = askedDayOf(schedule, at) ?? today;
    if (schedule.state !== 'review' && day <= today) return t`In steps`;
    if (day <= today) return t`Today`;
    const isFar = day - today > 300;
    return date(day, { day: 'numeric', month: 'short', ...(isFar && { year: 'numeric' }) });
  };
  return (
    <div>
      <table className="settle-table number">
        <caption className="hidden-text">{t`Cards that would change`}</caption>
        <thead>
          <tr className="soft small">
            <th scope="col">{t`Card`}</th>
            <th scope="col">{t`Due now`}</th>
            <th scope="col">{t`Then`}</th>
          </tr>
        </thead>
        <tbody>
          {first.map((card) => (
            <tr key={card.before.id}>
              <th scope="row">
                <span className="settle-question">{card.question || t`A picture or a sound`}</span>
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
  return `${plural(Math.abs(daysLater(card, at)), '# day')} ${change}`;
}
