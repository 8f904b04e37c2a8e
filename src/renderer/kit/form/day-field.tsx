import { useId } from 'react';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';

/** A day of the calendar, as a date field has it: see `dayField` and `dayFrom`. */
export function DayField(props: {
  readonly name: string;
  readonly value: string;
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <input
        id={id}
        type="date"
        className="number"
        data-first={props.isFirst || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

/** '2026-12-12' for the day on which a study day begins. */
export function dayField(studyDay: StudyDay): string {
  return new Date(studyDay * MILLIS_PER_DAY).toISOString().slice(0, 10);
}

export function dayFrom(field: string): StudyDay | undefined {
  const millis = Date.parse(field);
  return Number.isNaN(millis) ? undefined : Math.round(millis / MILLIS_PER_DAY);
}
