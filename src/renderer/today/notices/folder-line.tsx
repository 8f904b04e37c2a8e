import { Link } from 'wouter';
import type { FolderStanding } from '../../../engine/journal/folder/kept-folder.ts';
import { count } from '../../kit/text/format.ts';

/** What the journal in the folder of the person's own has more, or has not got for long (JOURNAL-13, 15). */
export function FolderLine({ lacks, has }: FolderStanding) {
  return (
    <p className="soft small">
      {has > 0
        ? `The folder that you chose has ${count(has, 'step')} that ${has === 1 ? 'is' : 'are'} not in this collection. `
        : `The folder that you chose lacks the last ${count(lacks, 'step')} since more than a day. `}
      <Link href="/settings?at=copies">See in Settings</Link>
    </p>
  );
}
