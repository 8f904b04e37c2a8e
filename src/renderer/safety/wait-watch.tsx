import { useSyncExternalStore } from 'react';
import { comesLater } from '../kit/page/comes-later.tsx';
import { Part } from '../kit/page/part.tsx';
import type { WaitKnown } from './wait-line.tsx';

const WaitLine = comesLater(async () => (await import('./safety.ts')).WaitLine);

/** What a change is waited for that takes long; its words are loaded ahead, and shown when needed. */
export function WaitWatch({ waits }: { readonly waits: WaitKnown }) {
  const waitedFor = useSyncExternalStore(
    (listener) => waits.onChange(listener),
    () => waits.waitedFor,
  );
  if (waitedFor === undefined) return null;
  return (
    <Part>
      <WaitLine waitedFor={waitedFor} />
    </Part>
  );
}
