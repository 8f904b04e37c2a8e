import { useSyncExternalStore } from 'react';
import type { Damage } from '../../engine/damage.ts';
import { Part } from '../kit/page/part.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';

const DamageLine = comesLater(async () => (await import('./safety.ts')).DamageLine);

/** Whether the database was found damaged; the words are loaded ahead, and shown when needed. */
export function DamageWatch(props: {
  readonly damage: Damage;
  /** Not where another window writes: that one puts the cards back. */
  readonly mayPutBack: () => boolean;
  /** Every accepted step is in the journal, too. */
  readonly isInJournal: () => boolean;
  readonly putBack: () => Promise<void>;
}) {
  const { damage, mayPutBack, isInJournal, putBack } = props;
  const isFound = useSyncExternalStore(
    (listener) => damage.onFound(listener),
    () => damage.isFound,
  );
  if (!isFound || !mayPutBack()) return null;
  return (
    <Part>
      <DamageLine isInJournal={isInJournal()} putBack={putBack} />
    </Part>
  );
}
