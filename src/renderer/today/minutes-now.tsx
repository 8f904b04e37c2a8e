import { type FormEvent, useId, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { writtenNumber } from '../kit/text/written-number.ts';

const MOST_MINUTES = 600;

/** 'I have so many minutes now': the best of them, begun at once (EXAM-18). */
export function MinutesNow({ onStudy }: { readonly onStudy: (minutes: number) => void }) {
  const id = useId();
  const [text, setText] = useState('10');
  const value = writtenNumber(text);
  const isWrong = !Number.isFinite(value) || value <= 0 || value > MOST_MINUTES;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isWrong) onStudy(value);
  }

  return (
    <form className="minutes-now" onSubmit={submit}>
      <label htmlFor={id}>{t`I have`}</label>
      <input
        id={id}
        className="number"
        inputMode="numeric"
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <span>{t`minutes now`}</span>
      <button type="submit" disabled={isWrong}>{t`Study the best of them`}</button>
      {isWrong && (
        <span
          id={`${id}-wrong`}
          className="small"
          role="status"
        >{t`Give a number of minutes from 1 to ${MOST_MINUTES}.`}</span>
      )}
    </form>
  );
}
