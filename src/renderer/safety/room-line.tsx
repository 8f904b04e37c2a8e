import { useSyncExternalStore } from 'react';
import { t } from '../../kernel/texts.ts';
import './room-line.css';

/** What is known of the space on the disk: see store/place/room.ts. */
export interface RoomKnown {
  readonly left: 'enough' | 'short' | 'refused' | 'aborted';
  onChange(listener: () => void): () => void;
}

/** Above every screen, while there is no space to write: what is safe, and what to do. */
export function RoomLine({ room }: { readonly room: RoomKnown }) {
  const left = useSyncExternalStore(
    (listener) => room.onChange(listener),
    () => room.left,
  );
  if (left === 'enough') return null;
  // A screen whose change was refused says so itself, and loudly.
  return (
    <p className="room-line small" role="status">
      {t`${WHAT[left]} Every answer and change that was accepted is saved, and a note that is being written is kept in this window, also when it is loaded again. Free some space on this disk, then go on: what you do next is tried again.`}
    </p>
  );
}

const WHAT = {
  short: t`Less than 200 MB are free on this disk, so Rounds has stopped writing.`,
  refused: t`The disk is full, and the last change was not saved.`,
  aborted: t`The last change was not saved, most likely because the disk is full.`,
} as const;
