import type { CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { count } from '../kit/text/format.ts';

/** What a check of the collection found, in sentences: what was wrong, what was done, what is kept. */
export function checkInWords(check: CollectionCheck): string[] {
  const { operations, damaged, refused, deferred, gaps, isLeft, wasSound, differing } = check;
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const checked = `${count(operations, 'operation')} checked`;
  const sentences: string[] = [];
  if (isLeft) {
    const faults = [
      ...(damaged.length > 0
        ? [`${damaged.length.toLocaleString('en')} of them cannot be read any more`]
        : []),
      ...(missing > 0
        ? [`${count(missing, 'step')} ${missing === 1 ? 'is' : 'are'} missing from the log`]
        : []),
    ];
    if (faults.length === 0) faults.push('the log is empty beside your cards');
    sentences.push(
      `${checked}: ${faults.join(', and ')}. Your cards were left exactly as they are, because what those steps did may stand in them alone. Start Rounds again: what its journal still has of them is put back then.`,
    );
  } else if (wasSound) {
    sentences.push(`${checked}: every card is as it should be.`);
  } else {
    const rows = Object.values(differing).reduce((sum, each) => sum + each, 0);
    sentences.push(
      rows > 0
        ? `${checked}: ${count(rows, 'row')} differed from what the operations say and ${rows === 1 ? 'was' : 'were'} put right.`
        : `${checked}: every card is as it should be.`,
    );
  }
  const without = refused.length - damaged.length;
  if (without > 0) {
    sentences.push(
      `${count(without, 'step')} had no effect, because what ${without === 1 ? 'it was' : 'they were'} about was gone by then. ${without === 1 ? 'It is' : 'They are'} kept.`,
    );
  }
  if (deferred.length > 0) {
    sentences.push(
      `${count(deferred.length, 'step')} of a newer version of Rounds ${deferred.length === 1 ? 'is' : 'are'} put aside and kept; that version will apply ${deferred.length === 1 ? 'it' : 'them'}.`,
    );
  }
  return sentences;
}
