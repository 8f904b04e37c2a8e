import { useSyncExternalStore } from 'react';
import type { RoomKnown } from './room-line.tsx';
import { Part } from '../kit/page/part.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';

const RoomLine = comesLater(async () => (await import('./safety.ts')).RoomLine);

/** What there is to say of the space on the disk; its words are loaded ahead, and shown when needed. */
export function RoomWatch({ room }: { readonly room: RoomKnown }) {
  const left = useSyncExternalStore(
    (listener) => room.onChange(listener),
    () => room.left,
  );
  if (left === 'enough') return null;
  return (
    <Part>
      <RoomLine room={room} />
    </Part>
  );
}
