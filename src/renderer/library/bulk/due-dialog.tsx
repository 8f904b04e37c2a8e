import { useState } from 'react';
import type { CardId } from '../../../kernel/ids.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { NumberField } from '../../kit/form/fields.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import type { RunJob } from '../../jobs/use-job.ts';

const MOST_DAYS = 36_500;

/** Gives the chosen cards a due date, or spreads them over some days. */
export function DueDialog(props: {
  readonly cardIds: readonly CardId[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [days, setDays] = useState(1);
  const [spread, setSpread] = useState(0);
  const cards = plural(props.cardIds.length, '# card');
  const isValid = isDays(days) && isDays(spread) && days + spread <= MOST_DAYS;

  function doIt(): void {
    props.onClose();
    props.run({
      doing: t`Setting the due date of ${cards}`,
      said: t`${cards} due ${whenDue(days, spread)}.`,
      work: (watch) => engine.run('setCardsDue', props.cardIds, days, spread, watch),
    });
  }

  return (
    <Confirm
      title={t`Set the due date of ${cards}`}
      doIt={t`Set`}
      isDisabled={!isValid}
      onDo={doIt}
      onClose={props.onClose}
    >
      <NumberField
        name={t`Days from today`}
        help={t`0 is today.`}
        isFirst
        value={days}
        onChange={setDays}
      />
      <NumberField
        name={t`Spread over so many days more`}
        help={t`0 puts all on the one day.`}
        value={spread}
        onChange={setSpread}
      />
      <p className="soft small">
        {isValid
          ? t`Due ${whenDue(days, spread)}. What you remember of a card does not change, only its date.`
          : t`Whole numbers from 0 to 36,500.`}
      </p>
    </Confirm>
  );
}

/** 'today', 'in 3 days', '3 to 7 days from now'. */
function whenDue(days: number, spread: number): string {
  if (spread === 0) return days === 0 ? t`today` : t`in ${plural(days, '# day')}`;
  const last = t`${plural(days + spread, '# day')} from now`;
  return days === 0 ? t`between today and ${last}` : t`${days} to ${last}`;
}

function isDays(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_DAYS;
}
