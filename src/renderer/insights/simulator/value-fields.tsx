import { DayField } from '../../kit/form/day-field.tsx';
import { NumberField } from '../../kit/form/fields.tsx';
import type { TriedDaysOff, TriedOptions } from './tried-values.ts';

/** From Monday on. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

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
          name="New cards a day"
          value={options.newPerDay}
          onChange={(newPerDay) => onOptions({ ...options, newPerDay })}
        />
        <NumberField
          name="Reviews a day, at most"
          value={options.reviewsPerDay}
          onChange={(reviewsPerDay) => onOptions({ ...options, reviewsPerDay })}
        />
        <NumberField
          name="Desired retention, %"
          value={options.percent}
          onChange={(percent) => onOptions({ ...options, percent })}
        />
      </div>
      <div className="simulator-off">
        <fieldset className="simulator-days">
          <legend>Weekdays off</legend>
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
            name="Break, first day"
            value={daysOff.from}
            onChange={(from) => onDaysOff({ ...daysOff, from })}
          />
          <DayField
            name="Break, last day"
            value={daysOff.to}
            onChange={(to) => onDaysOff({ ...daysOff, to })}
          />
        </div>
      </div>
    </>
  );
}
