import { useId, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { dayField, dayFrom } from '../../../kit/form/day-field.tsx';
import { weekdayDate } from '../../../kit/text/day-words.ts';
import type { ExamDraft } from '../exam-draft.ts';

const WEEKDAYS = [
  t`Monday`,
  t`Tuesday`,
  t`Wednesday`,
  t`Thursday`,
  t`Friday`,
  t`Saturday`,
  t`Sunday`,
];

/** How much time there is: minutes a day, other ones by weekday if wanted, and days off. */
export function MinutesFields(props: {
  readonly draft: ExamDraft;
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, onChange } = props;
  const id = useId();

  function byWeekday(isByWeekday: boolean): void {
    onChange({
      isByWeekday,
      ...(isByWeekday
        ? { weekdays: Array<string>(7).fill(draft.minutes) }
        : { minutes: draft.weekdays[0] ?? draft.minutes }),
    });
  }

  return (
    <fieldset className="plain-fieldset">
      <legend>{t`Minutes a day`}</legend>
      <div className="minutes-line">
        {!draft.isByWeekday && (
          <input
            aria-label={t`Minutes a day`}
            className="number short-field"
            inputMode="decimal"
            value={draft.minutes}
            onChange={(event) => onChange({ minutes: event.target.value })}
          />
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isByWeekday}
            onChange={(event) => byWeekday(event.target.checked)}
          />
          {t`different by weekday`}
        </label>
      </div>
      {draft.isByWeekday && (
        <div className="weekdays-room">
          <div className="weekdays">
            {WEEKDAYS.map((name, weekday) => (
              <div key={name} className="field">
                <label htmlFor={`${id}-${weekday}`} className="small">
                  {name.slice(0, 3)}
                </label>
                <input
                  id={`${id}-${weekday}`}
                  aria-label={t`${name}, minutes`}
                  className="number"
                  inputMode="decimal"
                  value={draft.weekdays[weekday] ?? ''}
                  onChange={(event) =>
                    onChange({
                      weekdays: draft.weekdays.map((each, at) =>
                        at === weekday ? event.target.value : each,
                      ),
                    })
                  }
                />
              </div>
            ))}
          </div>
        </div>
      )}
      <DaysOff {...props} />
    </fieldset>
  );
}

function DaysOff(props: {
  readonly draft: ExamDraft;
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const day = dayFrom(typed);
  const daysOff = [...draft.daysOff].sort((a, b) => a - b);

  function add(): void {
    if (day === undefined) return;
    onChange({ daysOff: [...new Set([...draft.daysOff, day])] });
    setTyped('');
  }

  return (
    <div className="field">
      <label htmlFor={id}>{t`Days off`}</label>
      {daysOff.length > 0 && (
        <ul className="day-chips">
          {daysOff.map((each) => (
            <li key={each}>
              <button
                type="button"
                onClick={() =>
                  onChange({ daysOff: draft.daysOff.filter((other) => other !== each) })
                }
              >
                <span className="hidden-text">{t`No longer off: `}</span>
                {weekdayDate(each)}
                <span aria-hidden="true"> ×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="minutes-line">
        <input
          id={id}
          type="date"
          className="number date-field"
          max={draft.date || dayField(0)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" disabled={day === undefined} onClick={add}>{t`Add day off`}</button>
      </div>
    </div>
  );
}
