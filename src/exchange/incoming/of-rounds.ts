import type { IncomingCounts } from '../../domain/import/incoming.ts';
import { t } from '../../kernel/texts.ts';
import { replayOperations } from '../../log/replay/replay-all.ts';
import { readWholeFile } from '../collection-file/check-file.ts';
import type { Bytes } from '../collection-file/zip-directory.ts';

/** A collection file of Rounds' own in numbers: it is merged with, or replaces, what is here. */
export interface RoundsFile {
  readonly counts: IncomingCounts;
  readonly problems: readonly string[];
}

/** Reads it whole. Throws BadFile. */
export async function readRoundsFile(bytes: Bytes): Promise<RoundsFile> {
  const { manifest, operations } = await readWholeFile(bytes);
  const replayed = replayOperations(operations);
  const { notes, cards, reviews, undone, decks, refused, deferred } = replayed;
  let inSight = 0;
  for (const { absent } of cards.values()) if (!absent) inSight++;
  let counting = reviews.size;
  for (const target of undone.keys()) if (reviews.has(target)) counting--;
  return {
    counts: {
      notes: notes.size,
      cards: inSight,
      reviews: counting,
      media: manifest.files.filter(({ path }) => path.startsWith('media/')).length,
      types: new Set([...notes.values()].map(({ noteTypeId }) => noteTypeId)).size,
      decks: decks.size,
    },
    problems: [
      ...refused.map(({ why }) => t`A step has no effect: ${why}.`),
      ...deferred.map(({ why }) => t`A step of a newer Rounds is put aside: ${why}.`),
    ],
  };
}
