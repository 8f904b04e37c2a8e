import { Link } from 'wouter';
import type { FolderStanding } from '../../../engine/journal/folder/kept-folder.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { useEngine } from '../../engine.tsx';
import { count } from '../../kit/text/format.ts';

/**
 * What the journal in the folder of the person's own has more than the collection, or has lacked for
 * more than a day: a stick need not be plugged in all day (JOURNAL-13, JOURNAL-15).
 */
export function FolderLine({ has, lacks, sinceMillis = Number.POSITIVE_INFINITY }: FolderStanding) {
  const { clock } = useEngine();
  const isLongBehind = lacks > 0 && clock().atMillis - sinceMillis > MILLIS_PER_DAY;
  if (has === 0 && !isLongBehind) return null;
  return (
    <p className="soft small">
      {has > 0
        ? `The folder that you chose has ${count(has, 'step')} that ${has === 1 ? 'is' : 'are'} not in this collection. `
        : `The folder that you chose lacks the last ${count(lacks, 'step')}, for more than a day now. `}
      <Link href="/settings?at=copies">See in Settings</Link>
    </p>
  );
}
