import type { FolderStanding } from '../../../engine/journal/folder/kept-folder.ts';
import type { Recovered } from '../../../engine/journal/recovery/recover.ts';
import { count, dated } from '../../kit/text/format.ts';

/** What the journal in the folder lacks (JOURNAL-13). */
export function lacksWords({ lacks, sinceMillis, problem }: FolderStanding): string {
  if (lacks === 0) {
    return problem
      ? 'All that you did is in its journal, as far as is known.'
      : 'All that you did is in its journal, too.';
  }
  const steps = lacks === 1 ? 'the last step' : `the last ${count(lacks, 'step')}`;
  const since = sinceMillis === undefined ? '' : ` since ${dated(sinceMillis)}`;
  return `The folder lacks ${steps}${since}; ${lacks === 1 ? 'it goes' : 'they go'} there by ${lacks === 1 ? 'itself' : 'themselves'}.`;
}

/** What it has and this collection has not (JOURNAL-15). */
export function hasWords(has: number): string {
  return `The folder has ${count(has, 'step')} that ${has === 1 ? 'is' : 'are'} not in this collection.`;
}

/** What came of bringing it in. */
export function broughtInWords({ operations, media, lost }: Recovered): string {
  const words = [`${count(operations, 'step')} ${operations === 1 ? 'is' : 'are'} here now.`];
  if (media > 0)
    words.push(
      `So ${media === 1 ? 'is' : 'are'} ${count(media, 'picture or sound', 'pictures and sounds')}.`,
    );
  if (lost.length > 0) {
    const [first] = lost;
    words.push(
      `${count(lost.length, 'piece', 'pieces')} could not be read, the first of them ${first?.name} (${first?.why}).`,
    );
  }
  return words.join(' ');
}
