import { useState } from 'react';
import type { OverlayId } from '../../../kernel/ids.ts';
import type { StudyBreak } from '../../../domain/overlay/overlay.ts';
import { spreadAfterBreak } from '../../../domain/overlay/pauses.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { DayField, dayField, dayFrom } from '../../kit/form/day-field.tsx';
import { NumberField, TextField } from '../../kit/form/fields.tsx';
import { PauseForm } from './pause-form.tsx';
import { noDay } from './pause-words.ts';
import { named } from '../../../kernel/named.ts';

const FIRST_LENGTH_DAYS = 7;

/** Plans a break, or changes one: its days, and over how many days the pile is spread after it. */
export function BreakDialog(props: {
  readonly saved: StudyBreak | undefined;
  readonly today: StudyDay;
  readonly onClose: () => void;
}) {
  const { saved, today } = props;
  const { newId } = useEngine();
  const [id] = useState(() => saved?.id ?? (newId() as OverlayId));
  const [first, setFirst] = useState(dayField(saved?.fromDay ?? today + 1));
  const [last, setLast] = useState(dayField(saved?.toDay ?? today + FIRST_LENGTH_DAYS));
  const [name, setName] = useState(saved?.name ?? '');
  /** undefined: as long as is advised, whatever the days are. */
  const [chosenSpread, setSpread] = useState(saved?.spreadDays);
  const fromDay = dayFrom(first);
  const toDay = dayFrom(last);
  const length = fromDay === undefined || toDay === undefined ? 0 : toDay - fromDay + 1;
  const spreadDays = chosenSpread ?? spreadAfterBreak(Math.max(1, length));

  return (
    <PauseForm
      title={saved ? t`Edit “${named(saved.name)}”` : t`Plan a break`}
      what="break"
      pause={breakOf()}
      said={(pause) => t`“${named(pause.name)}” saved. Undo takes that back.`}
      onClose={props.onClose}
    >
      <div className="pause-fields">
        <DayField name={t`First day`} isFirst value={first} onChange={setFirst} />
        <DayField name={t`Last day`} value={last} onChange={setLast} />
        <NumberField
          name={t`Spread afterwards over, days`}
          help={t`What fell due meanwhile, in equal shares; 1 asks for all of it at once.`}
          value={spreadDays}
          onChange={setSpread}
        />
        <TextField name={t`Name`} help={t`If you like.`} value={name} onChange={setName} />
      </div>
    </PauseForm>
  );

  function breakOf(): Result<StudyBreak> {
    if (fromDay === undefined) return { ok: false, problem: noDay('first') };
    if (toDay === undefined) return { ok: false, problem: noDay('last') };
    const called = name.trim() || t`Break`;
    const isOn = saved?.isOn ?? true;
    return ok({ kind: 'break', id, name: called, isOn, fromDay, toDay, spreadDays });
  }
}
