import { Link } from 'wouter';
import type { FolderStanding } from '../../../engine/journal/folder/kept-folder.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { useEngine } from '../../engine.tsx';

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
        ? plural(
            has,
            'The folder that you chose has # step that is not in this collection. ',
            'The folder that you chose has # steps that are not in this collection. ',
          )
        : t`The folder that you chose lacks the last ${plural(lacks, '# step')}, for more than a day now. `}
      <Link href="/settings?at=copies">{t`See in Settings`}</Link>
    </p>
  );
}
