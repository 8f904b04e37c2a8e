import { t } from '../../../kernel/texts.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { NumberField } from '../../kit/form/fields.tsx';
import type { TriedDaysOff, TriedOptions } from './tried-values.ts';

/** From Monday on. */
const WEEKDAYS = [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`];

/** What is tried out: limits and retention, and days off. */
export function ValueFields(props: {
  readonly options: TriedOptions;
  readonly daysOff: TriedDaysOff;
  readonly onOptions: (options: TriedOptions) => void;
  readonly onDaysOff: (daysOff: TriedDaysOff) => void;
}) {
  const { options, daysOff, onOptions, onDaysOff } = props;
  const { weekdays } = daysOff;
  return (
    <>
      <div className="simulator-values">
        <NumberField
          name={t`New cards a day`}
          value={options.newPerDay}
          onChange={(newPerDay) => onOptions({ ...options, newPerDay })}
        />
        <NumberField
          name={t`Reviews a day, at most`}
          value={options.reviewsPerDay}
          onChange={(reviewsPerDay) => onOptions({ ...options, reviewsPerDay })}
        />
        <NumberField
          name={t`Desired retention, %`}
          value={options.percent}
          onChange={(percent) => onOptions({ ...options, percent })}
        />
      </div>
      <div className="simulator-off">
        <fieldset className="simulator-days">
          <legend>{t`Weekdays off`}</legend>
          <div className="segments">
            {WEEKDAYS.map((name, weekday) => (
              <button
                key={name}
                type="button"
                className="tool"
                aria-pressed={weekdays.includes(weekday)}
                onClick={() =>
                  onDaysOff({
                    ...daysOff,
                    weekdays: weekdays.includes(weekday)
                      ? weekdays.filter((each) => each !== weekday)
                      : [...weekdays, weekday].sort((a, b) => a - b),
                  })
                }
              >
                {name}
              </button>
            ))}
          </div>
        </fieldset>
        <div className="simulator-break">
          <DayField
            name={t`Break, first day`}
            value={daysOff.from}
            onChange={(from) => onDaysOff({ ...daysOff, from })}
          />
          <DayField
            name={t`Break, last day`}
            value={daysOff.to}
            onChange={(to) => onDaysOff({ ...daysOff, to })}
          />
        </div>
      </div>
    </>
  );
}
