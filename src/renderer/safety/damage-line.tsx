import { useState } from 'react';
import { t } from '../../kernel/texts.ts';
import './damage-line.css';

/** Above every screen once a read has failed: what is safe, and the way to have all of it again. */
export function DamageLine(props: {
  readonly isInJournal: boolean;
  readonly putBack: () => Promise<void>;
}) {
  const { isInJournal, putBack } = props;
  const [isUnderWay, setUnderWay] = useState(false);
  return (
    <div className="damage-line small" role="alert">
      <p>{t`The card database is damaged. ${isInJournal ? IN_JOURNAL : NOT_ALL} The damaged one is kept as it is.`}</p>
      <button
        type="button"
        disabled={isUnderWay}
        onClick={() => {
          setUnderWay(true);
          void putBack().finally(() => setUnderWay(false));
        }}
      >{t`Put the cards back`}</button>
    </div>
  );
}

const IN_JOURNAL = t`Every accepted answer and change is in the journal as well, and all cards can be put back from there.`;
const NOT_ALL = t`The journal may lack the last of what you did; what can still be read of that is written there before the cards are put back.`;
