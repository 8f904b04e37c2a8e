import { useSyncExternalStore } from 'react';
import type { JournalStanding } from '../../../engine/journal/journal-standing.ts';
import { comesLater } from '../../kit/page/comes-later.tsx';
import { Part } from '../../kit/page/part.tsx';

const JournalLine = comesLater(async () => (await import('../safety.ts')).JournalLine);

/** Whether the journal is written, and why not (JOURNAL-24). */
export function JournalWatch({ standing }: { readonly standing: JournalStanding }) {
  const failure = useSyncExternalStore(
    (listener) => standing.onChange(listener),
    () => standing.failure,
  );
  return failure ? (
    <Part>
      <JournalLine {...failure} />
    </Part>
  ) : null;
}
