import { lazy, useSyncExternalStore } from 'react';
import type { Damage } from '../../engine/damage.ts';
import { Part } from '../kit/page/part.tsx';

const DamageLine = lazy(async () => ({ default: (await import('./safety.ts')).DamageLine }));

/** Whether the database was found damaged; the words are loaded ahead, and shown when needed. */
export function DamageWatch(props: {
  readonly damage: Damage;
  /** Why the journal may lack something; undefined: it lacks nothing. */
  readonly isInJournal: () => boolean;
  readonly putBack: () => Promise<void>;
}) {
  const { damage, isInJournal, putBack } = props;
  const isFound = useSyncExternalStore(
    (listener) => damage.onFound(listener),
    () => damage.isFound,
  );
  if (!isFound) return null;
  return (
    <Part>
      <DamageLine isInJournal={isInJournal()} putBack={putBack} />
    </Part>
  );
}
