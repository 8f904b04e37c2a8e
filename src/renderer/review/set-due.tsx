import { type FormEvent, useState } from 'react';
import type { CardId } from '../../kernel/ids.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import type { ReviewRound } from './use-review.ts';

/** Puts the card off to a chosen day. */
export function SetDue(props: {
  readonly cardId: CardId;
  readonly review: ReviewRound;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [days, setDays] = useState('1');
  const value = Number(days);
  const isValid = /^\d+$/.test(days.trim()) && value <= 36_500;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isValid) return;
    props.onClose();
    const said = value === 0 ? t`Due today.` : t`Due in ${plural(value, '# day')}.`;
    void props.review.act(() => engine.run('setCardsDue', [props.cardId], value), said, 'next');
  }

  return (
    <Dialog title={t`Set the due date`} onClose={props.onClose}>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span>{t`Days from today`}</span>
          <input
            data-first
            inputMode="numeric"
            value={days}
            onChange={(event) => setDays(event.target.value)}
            aria-describedby="due-help"
            aria-invalid={!isValid}
          />
        </label>
        <p id="due-help" className="small soft">
          {isValid
            ? t`0 is today. What you remember of the card does not change, only its date.`
            : t`A whole number from 0 to 36,500.`}
        </p>
        <p className="actions">
          <button type="submit" className="primary" disabled={!isValid}>{t`Set`}</button>
        </p>
      </form>
    </Dialog>
  );
}
