import { useId } from 'react';
import { type DayEase, hasEasyDays } from '../../../domain/balance/easy-days.ts';
import type { Preset } from '../../../domain/collection/deck.ts';
import { t } from '../../../kernel/texts.ts';
import { Choice } from '../../kit/form/fields.tsx';

const WEEKDAYS = [
  t`Monday`,
  t`Tuesday`,
  t`Wednesday`,
  t`Thursday`,
  t`Friday`,
  t`Saturday`,
  t`Sunday`,
] as const;

const EASES: Readonly<Record<DayEase, string>> = {
  normal: t`Usual`,
  reduced: t`Fewer`,
  minimum: t`Avoid`,
};

/** Whether due dates are moved towards emptier days. */
export function EvenOut(props: {
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
}) {
  // Absent and on are the same; what was absent stays so, or Save would write no change.
  const { evenOut: _before, ...others } = props.preset;
  return (
    <Choice<'yes' | 'no'>
      name={t`Even out the days`}
      help={t`Of the days on which a card may come back, one with fewer reviews is taken, and cards of one note come on different days. On the whole intervals stay as long. Needs due dates that are spread.`}
      value={props.preset.evenOut === false ? 'no' : 'yes'}
      onChange={(isOn) => props.onChange(isOn === 'yes' ? others : { ...others, evenOut: false })}
      choices={{ yes: t`Yes, as far as spreading reaches`, no: t`No, leave it to chance` }}
    />
  );
}

/** How much may come on each weekday. */
export function EasyWeekdays(props: {
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
}) {
  const { easyDays, ...others } = props.preset;
  const help = useId();
  const set = (weekday: number, ease: DayEase): void => {
    const after = WEEKDAYS.map((_, at) => (at === weekday ? ease : (easyDays?.[at] ?? 'normal')));
    props.onChange(hasEasyDays(after) ? { ...others, easyDays: after } : others);
  };
  return (
    <fieldset className="easy-days" aria-describedby={help}>
      <legend>{t`Easy weekdays`}</legend>
      <div className="easy-days-row">
        {WEEKDAYS.map((name, weekday) => (
          <Choice<DayEase>
            key={name}
            name={name}
            value={easyDays?.[weekday] ?? 'normal'}
            onChange={(ease) => set(weekday, ease)}
            choices={EASES}
          />
        ))}
      </div>
      <p id={help} className="small soft">
        {props.preset.fuzz
          ? t`On a day with fewer, about half as much comes back; a day to avoid is passed over wherever spreading reaches another. Intervals of one or two days, and cards that are due already, stay.`
          : t`Without effect now: due dates are not spread, so there is no other day to take.`}
      </p>
    </fieldset>
  );
}
