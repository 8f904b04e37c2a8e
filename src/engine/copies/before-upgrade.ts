import { DEFAULT_STUDY_SETTINGS } from '../../domain/collection/deck.ts';
import { inFileWords } from '../../exchange/collection-file/bad-file.ts';
import { replayedCounts, readWholeFile } from '../../exchange/collection-file/check-file.ts';
import { PROGRAM } from '../../exchange/collection-file/program.ts';
import { CollectionFileWriter } from '../../exchange/collection-file/write-file.ts';
import { copyNameOf } from '../../exchange/copies/copy-name.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { type ClockReading, studyDayOf } from '../../kernel/study-day.ts';
import { replayOperations } from '../../log/replay/replay-all.ts';
import { stateHash } from '../../log/replay/state-hash.ts';
import type { CopiesPlace } from '../../platform/copies/copies-place.ts';
import { type OlderDatabase, readOlderDatabase } from '../../store/migrations/older-database.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import { blobBytes } from './blob-bytes.ts';
import { BlobParts } from './snapshot.ts';

/**
 * Keeps a copy of what an older version of Rounds stored, before it is brought to this one (COPY-15).
 * Its name; undefined: it has no steps. Rejects where the database cannot be read.
 */
export async function copyBeforeUpgrade(
  older: DatabasePlace,
  copies: CopiesPlace,
  now: ClockReading,
): Promise<Result<string | undefined>> {
  const read = await readOlderDatabase(older);
  if (read.rows.length === 0) return ok(undefined);
  const content = await fileOf(read);
  const studyDay = studyDayOf(now, DEFAULT_STUDY_SETTINGS.rolloverHour);
  const name = copyNameOf({ atMillis: now.atMillis, studyDay, why: 'before' });
  const put = await copies.put(name, content, (written) =>
    inFileWords(() => readWholeFile(blobBytes(written))),
  );
  return put.ok ? ok(name) : put;
}

async function fileOf(older: OlderDatabase): Promise<Blob> {
  const parts = new BlobParts();
  const writer = new CollectionFileWriter((piece) => parts.add(piece));
  const { rows, payloads, media } = older;
  for (const deviceId of new Set(rows.map((row) => row.deviceId))) {
    const own = rows.filter((row) => row.deviceId === deviceId);
    await writer.addSegments(
      deviceId,
      (async function* () {
        yield own;
      })(),
    );
  }
  for (const { sha256, bytes } of payloads) await writer.add(`payloads/${sha256}.gz`, bytes);
  for (const { sha256, bytes } of media) {
    writer.addBeside({ path: `media/${sha256}`, bytes, sha256 });
  }
  const replayed = replayOperations(await older.operations());
  await writer.end({
    program: PROGRAM,
    lastAtMillis: rows.reduce((last, { atMillis }) => Math.max(last, atMillis), 0),
    stateHash: stateHash(replayed),
    counts: { ...replayedCounts(replayed), operations: rows.length, media: media.length },
  });
  return parts.whole();
}
