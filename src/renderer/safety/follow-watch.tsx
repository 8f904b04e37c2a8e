import { useSyncExternalStore } from 'react';
import type { ReadOnly } from '../../engine/read-only.ts';
import type { WishAnswer } from '../../platform/windows/windows.ts';
import { Part } from '../kit/page/part.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';

const FollowLine = comesLater(async () => (await import('./safety.ts')).FollowLine);

/** Whether this window follows another; its words are loaded when they are needed. */
export function FollowWatch(props: {
  readonly readOnly: ReadOnly;
  readonly wish: () => Promise<WishAnswer>;
}) {
  const { readOnly, wish } = props;
  const follows = useSyncExternalStore(
    (listener) => readOnly.onChange(listener),
    () => readOnly.because !== undefined,
  );
  if (!follows) return null;
  return (
    <Part>
      <FollowLine wish={wish} />
    </Part>
  );
}
