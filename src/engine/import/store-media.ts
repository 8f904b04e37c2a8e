import { HEAD_BYTES, typeOf } from '../../domain/media/sniff.ts';
import type { MediaFile, MediaName } from '../../domain/media/media-file.ts';
import { isOfOneFile } from '../../exchange/anki/read-package.ts';
import { Stopped } from '../../exchange/collection-file/bad-file.ts';
import type { BroughtMedia } from '../../exchange/incoming/brought.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Watch } from '../../kernel/watch.ts';
import { putBlob } from '../../store/media/blobs.ts';
import { Refused } from '../../store/log/planned.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Here } from './decide/here.ts';
import { nameFor } from './decide/media-names.ts';
import type { ImportReport } from './import-look.ts';

/** What was stored of a file's pictures, sounds and films. */
export interface StoredMedia {
  readonly names: ReadonlyMap<string, MediaName>;
  /** Those that were not here. */
  readonly stored: readonly MediaFile[];
  readonly leftOut: ImportReport['leftOut'];
}

/**
 * Puts the contents into the database one by one, under names that are free; Stopped is thrown where
 * it is no longer wanted, Refused where there is no room.
 */
export async function storeMedia(
  db: RoundsDatabase,
  media: readonly BroughtMedia[],
  here: Here,
  now: ClockReading,
  watch: Watch,
): Promise<StoredMedia> {
  const names = new Map<string, MediaName>();
  const stored: MediaFile[] = [];
  const leftOut: { what: string; why: string }[] = [];
  const taken = new Map(here.media);
  for (const [index, file] of media.entries()) {
    await goOn(watch, index, media.length);
    let content: Uint8Array;
    try {
      content = await file.read();
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
      leftOut.push({ what: file.name, why: error.message });
      continue;
    }
    const sha256 = await sha256Of(content);
    const name = nameFor(file.name, sha256, taken);
    if (name === undefined) {
      leftOut.push({ what: file.name, why: 'Other files have all the names it could get.' });
      continue;
    }
    if (name !== file.name) names.set(file.name, name);
    const holder = taken.get(name.toLowerCase());
    const put = await putBlob(db, exactBuffer(content));
    if (!put.ok) throw new Refused(put.problem);
    if (holder) continue;
    const type = typeIn(content, name);
    const added = { id: name, sha256, bytes: content.length, type, addedAtMillis: now.atMillis };
    taken.set(name.toLowerCase(), added);
    stored.push(added);
  }
  await goOn(watch, media.length, media.length);
  return { names, stored, leftOut };
}

/** Throws Stopped where nobody wants it any more. */
export async function goOn(watch: Watch, done = 0, total = 0, phase?: string): Promise<void> {
  if (!(await watch(done, total, phase))) throw new Stopped();
}

/** The bytes alone: a view may be one of a larger buffer. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength
    ? (bytes.buffer as ArrayBuffer)
    : (bytes.slice().buffer as ArrayBuffer);
}

/** What it is by its bytes; what Rounds cannot show is kept for the way back, and never shown. */
function typeIn(content: Uint8Array, name: string): string {
  const found = typeOf(content.subarray(0, HEAD_BYTES), { name, type: '' });
  return found ?? 'application/octet-stream';
}
