import { inFileWords } from '../../exchange/collection-file/bad-file.ts';
import { readWholeFile } from '../../exchange/collection-file/check-file.ts';
import type { DeviceId } from '../../kernel/ids.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { CopiesPlace } from '../../platform/copies/copies-place.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { makeRoom } from '../../store/copies/make-room.ts';
import type { SecondCopy } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { leaveBehind } from '../journal/leave-behind.ts';
import { blobBytes } from './blob-bytes.ts';
import { takeIn } from './take-in.ts';

/** What a replacement needs beside the database; at a start there is no engine yet. */
export interface ReplaceParts {
  readonly store: RoundsDatabase;
  readonly copies: CopiesPlace;
  readonly journal: JournalFiles | undefined;
  readonly keeper: Pick<SecondCopy, 'catchUp'> | undefined;
  readonly newId: () => string;
}

/** What a replacement came to: all of the copy, or the collection of before once more. */
export interface Replaced {
  readonly is: 'replaced' | 'put back';
  /** Pictures, sounds and films that are neither in the copy nor in the journal any more. */
  readonly mediaLost: number;
  /** Why it was put back. */
  readonly because?: Problem;
}

/** Begins to replace the collection by the copy `by`; `instead` is one of the collection as it is. */
export async function beginReplacing(
  { store }: Pick<ReplaceParts, 'store'>,
  by: string,
  instead: string,
): Promise<void> {
  await store.device.where('id').equals('device').modify({ replacing: { by, instead } });
}

/**
 * Ends what `beginReplacing` began, also after a kill: it is done from its beginning, and comes to the
 * same. undefined: nothing was begun. Where the copy cannot be read any more, the collection of before
 * is put back from its own; where that cannot be either, the journal has it, at the next start.
 */
export async function finishReplacing(
  parts: ReplaceParts,
  watch: Watch = () => true,
): Promise<Result<Replaced> | undefined> {
  const { store } = parts;
  const replacing = (await store.device.get('device'))?.replacing;
  if (!replacing) return undefined;
  const done = await fillFrom(parts, replacing.by, watch);
  if (done.ok) return ok({ is: 'replaced', mediaLost: done.value });
  const back = await fillFrom(parts, replacing.instead, watch);
  if (!back.ok) await endReplacing(store);
  return back.ok ? ok({ is: 'put back', mediaLost: back.value, because: done.problem }) : done;
}

/** How many media could not be found. */
async function fillFrom(
  { store, copies, journal, keeper, newId }: ReplaceParts,
  name: string,
  watch: Watch,
): Promise<Result<number>> {
  const content = await copies.open(name);
  if (!content.ok) return content;
  const whole = await inFileWords(() => readWholeFile(blobBytes(content.value), watch));
  if (!whole.ok) return whole;
  await makeRoom(store, newId() as DeviceId);
  const taken = await takeIn(store, whole.value, (path) => readBeside(journal, path));
  if (!taken.ok) return taken;
  // The journal gets what is new to it before it is told what of it is left behind.
  await keeper?.catchUp();
  if (journal) {
    const left = await leaveBehind(store, journal);
    if (!left.ok) return left;
  }
  await endReplacing(store);
  return ok(taken.value.mediaLost);
}

async function endReplacing(store: RoundsDatabase): Promise<void> {
  await store.device
    .where('id')
    .equals('device')
    .modify((device) => {
      delete device.replacing;
    });
}

/** What a copy only names, read where it lies. */
export async function readBeside(
  journal: JournalFiles | undefined,
  path: string,
): Promise<Result<Uint8Array>> {
  return (
    (await journal?.read(path, 0)) ?? {
      ok: false,
      problem: { what: t`There is no journal.`, kept: t`Nothing was changed.`, todo: t`Go on.` },
    }
  );
}
