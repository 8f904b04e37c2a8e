import { t } from '../../kernel/texts.ts';
import './room-line.css';

/** What is known of what a change waits for: see store/place/waits.ts. */
export interface WaitKnown {
  readonly waitedFor: 'database' | 'journal' | undefined;
  onChange(listener: () => void): () => void;
}

/** Above every screen, while what was done last is not accepted yet: what it waits for. */
export function WaitLine(props: { readonly waitedFor: 'database' | 'journal' }) {
  return (
    <p className="room-line small" role="status">
      {WORDS[props.waitedFor]}
    </p>
  );
}

const WORDS = {
  database: t`Your last change is being written: the disk has not answered for some seconds. It counts as soon as it has; everything accepted before is saved.`,
  journal: t`Your last change is in the database. The journal, its second copy, has not answered for some seconds; after half a minute Rounds goes on without it and completes it later.`,
} as const;
