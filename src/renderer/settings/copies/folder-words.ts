import type { FolderStanding } from '../../../engine/journal/folder/kept-folder.ts';
import type { Recovered } from '../../../engine/journal/recovery/recover.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { dated } from '../../kit/text/format.ts';

/** What the journal in the folder lacks (JOURNAL-13). */
export function lacksWords({ lacks, sinceMillis, problem }: FolderStanding): string {
  if (lacks === 0) {
    return problem
      ? t`All that you did is in its journal, as far as is known.`
      : t`All that you did is in its journal, too.`;
  }
  const steps = plural(lacks, 'the last step', 'the last # steps');
  const since = sinceMillis === undefined ? '' : t` since ${dated(sinceMillis)}`;
  return plural(
    lacks,
    'The folder lacks {steps}{since}; it goes there by itself.',
    'The folder lacks {steps}{since}; they go there by themselves.',
    { steps, since },
  );
}

/** What it has and this collection has not (JOURNAL-15). */
export function hasWords(has: number): string {
  return plural(
    has,
    'The folder has # step that is not in this collection.',
    'The folder has # steps that are not in this collection.',
  );
}

/** What came of bringing it in. */
export function broughtInWords({ operations, media, lost }: Recovered): string {
  const words = [plural(operations, '# step is here now.', '# steps are here now.')];
  if (media > 0)
    words.push(plural(media, 'So is # picture or sound.', 'So are # pictures and sounds.'));
  if (lost.length > 0) {
    const [first] = lost;
    words.push(
      t`${plural(lost.length, '# piece')} could not be read, the first of them ${first?.name ?? ''} (${first?.why ?? ''}).`,
    );
  }
  return words.join(' ');
}
