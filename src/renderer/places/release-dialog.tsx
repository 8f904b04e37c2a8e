import { useState } from 'react';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { NumberField } from '../kit/form/fields.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { lastPart } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';

/** Brings a section's suspended cards into study, its new cards a few each day. */
export function ReleaseDialog(props: {
  readonly path: string;
  /** Suspended cards, and those of them that are new. */
  readonly suspended: number;
  readonly fresh: number;
  readonly onRelease: (newPerDay: number) => void;
  readonly onClose: () => void;
}) {
  const { suspended, fresh } = props;
  const [perDay, setPerDay] = useState(10);
  const isValid = Number.isInteger(perDay) && perDay >= 1 && perDay <= 9999;
  const days = isValid ? Math.ceil(fresh / perDay) : 0;
  return (
    <Confirm
      title={t`Release “${named(lastPart(props.path))}”`}
      doIt={t`Release`}
      isDisabled={!isValid || suspended === 0}
      onDo={() => {
        props.onClose();
        props.onRelease(perDay);
      }}
      onClose={props.onClose}
    >
      {suspended === 0 ? (
        <p>{t`No card of it is suspended: there is nothing to release.`}</p>
      ) : (
        <>
          <p>{t`${plural(suspended, '# suspended card')}, ${thousands(fresh)} of them new.`}</p>
          <NumberField
            name={t`New cards a day`}
            help={t`Counting from today. The deck’s own limit holds besides.`}
            isFirst
            value={perDay}
            onChange={setPerDay}
          />
          <p className="soft small">
            {isValid ? whenDone(fresh, days) : t`A whole number from 1 to 9,999.`}
          </p>
        </>
      )}
    </Confirm>
  );
}

function whenDone(fresh: number, days: number): string {
  if (fresh === 0) return t`All of them have been learnt before and come back at once.`;
  if (days === 1) return t`All new ones come today; those learnt before come back at once.`;
  return t`The last new ones come on day ${days}; those learnt before come back at once.`;
}
