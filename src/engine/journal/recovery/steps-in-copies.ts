import { inFileWords } from '../../../exchange/collection-file/bad-file.ts';
import { readWholeFile, type WholeFile } from '../../../exchange/collection-file/check-file.ts';
import { type CopyName, parseCopyName } from '../../../exchange/copies/copy-name.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import { ContentsWriter } from '../../../store/media/contents-writer.ts';
import { isPacked, type StoredBody } from '../../../store/log/payloads.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { blobBytes } from '../../copies/blob-bytes.ts';
import { idOf, type KeptStep } from '../steps-in-journal.ts';

/** A copy that was looked into: how many steps came from it, or why it could not be read. */
export interface LookedInto {
  readonly atMillis: number;
  readonly steps: number;
  readonly unread?: string;
}

interface Asked {
  /** Ids of steps that nothing else has; what a copy gives is taken out. */
  readonly wanted: Set<string>;
  /** Whether the newest copy that can be read gives all it has, and not only what is wanted. */
  readonly takesAll: (copy: CopyName) => boolean;
  readonly isInForce: (step: KeptStep) => boolean;
  /** Ids that the database has. */
  readonly here: ReadonlySet<string>;
}

/** Copies in the order in which they are trusted: newest first; files that were only loaded, last. */
export async function copiesInOrder(place: CopiesPlace): Promise<readonly CopyName[]> {
  const listed = await place.list();
  if (!listed.ok) return [];
  const isLoaded = ({ why }: CopyName) => Number(why === 'loaded');
  return listed.value
    .flatMap((name) => parseCopyName(name) ?? [])
    .sort((a, b) => isLoaded(a) - isLoaded(b) || b.atMillis - a.atMillis);
}

/**
 * Adds to `steps` what copies have of it: one after the other, the newest first, until nothing is
 * wanted any more. Each is read to its end and compared before anything is taken from it.
 */
export async function stepsInCopies(
  store: RoundsDatabase,
  place: CopiesPlace,
  steps: Map<string, KeptStep>,
  { wanted, takesAll, isInForce, here }: Asked,
  watch: (done: number, total: number) => unknown,
): Promise<readonly LookedInto[]> {
  const looked: LookedInto[] = [];
  let isNewest = true;
  for (const copy of await copiesInOrder(place)) {
    const isWhole = isNewest && takesAll(copy);
    if (!isWhole && wanted.size === 0) continue;
    const { atMillis } = copy;
    const whole = await read(place, copy.name, watch);
    if (!whole.ok) {
      looked.push({ atMillis, steps: 0, unread: whole.problem.what });
      continue;
    }
    isNewest = false;
    let taken = 0;
    for (const step of whole.value.operations as readonly KeptStep[]) {
      const id = idOf(step);
      const isNew = isWhole && !steps.has(id) && !here.has(id) && isInForce(step);
      // What it brought was lost before the copy was made.
      if ((!isNew && !wanted.has(id)) || isPacked(step.body as StoredBody)) continue;
      wanted.delete(id);
      if (steps.has(id) && canonical(steps.get(id)) === canonical(step)) continue;
      steps.set(id, step);
      taken++;
    }
    if (isWhole) await putMedia(store, whole.value);
    looked.push({ atMillis, steps: taken });
  }
  return looked;
}

async function read(
  place: CopiesPlace,
  name: string,
  watch: (done: number, total: number) => unknown,
): Promise<Result<WholeFile>> {
  const content = await place.open(name);
  if (!content.ok) return content;
  return inFileWords(() =>
    readWholeFile(blobBytes(content.value), async (done, total) => {
      await watch(done, total);
      return true;
    }),
  );
}

/** A file that came from elsewhere holds its pictures and sounds itself. */
async function putMedia(store: RoundsDatabase, { manifest, opened }: WholeFile): Promise<void> {
  const writer = new ContentsWriter(store);
  for (const file of manifest.files) {
    if (!file.path.startsWith('media/')) continue;
    await writer.addBytes(await opened.read(file));
  }
  await writer.end();
}
