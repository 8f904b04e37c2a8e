import { HEAD_BYTES, typeOf } from '../../domain/media/sniff.ts';
import type { MediaFile, MediaName } from '../../domain/media/media-file.ts';
import { isOfOneFile } from '../../exchange/anki/read-package.ts';
import { Stopped } from '../../exchange/collection-file/bad-file.ts';
import type { BroughtMedia } from '../../exchange/incoming/brought.ts';
import type { Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Content } from '../../store/media/blobs.ts';
import { ContentsWriter } from '../../store/media/contents-writer.ts';
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

/** So many files are read at the same time: of hostile ones each may unpack to 100 MB. */
const AT_ONCE = 4;
/** After so many the screen is asked whether to go on. */
const ASKED_AFTER = 16;

/**
 * Puts the contents into the database, some at a time, under names that are free; Stopped is thrown
 * where it is no longer wanted, Refused where there is no room.
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
  const writer = new ContentsWriter(db);
  const write = async (writing: Promise<Result<true>>): Promise<void> => {
    const put = await writing;
    if (!put.ok) throw new Refused(put.problem);
  };
  for (let from = 0; from < media.length; from += AT_ONCE) {
    if (from % ASKED_AFTER === 0) await goOn(watch, from, media.length);
    const read = await Promise.all(media.slice(from, from + AT_ONCE).map(readContent));
    for (const { file, content, why } of read) {
      if (!content) {
        leftOut.push({ what: file.name, why });
        continue;
      }
      const { sha256, bytes } = content;
      const name = nameFor(file.name, sha256, taken);
      if (name === undefined) {
        leftOut.push({ what: file.name, why: t`Other files have all the names it could get.` });
        continue;
      }
      if (name !== file.name) names.set(file.name, name);
      await write(writer.add(content));
      if (taken.has(name.toLowerCase())) continue;
      const type = typeIn(bytes, name);
      const added = { id: name, sha256, bytes: bytes.length, type, addedAtMillis: now.atMillis };
      taken.set(name.toLowerCase(), added);
      stored.push(added);
    }
  }
  await write(writer.end());
  await goOn(watch, media.length, media.length);
  return { names, stored, leftOut };
}

interface ReadContent {
  readonly file: BroughtMedia;
  /** undefined: it is not what it should be, and `why` says so. */
  readonly content?: Content;
  readonly why: string;
}

async function readContent(file: BroughtMedia): Promise<ReadContent> {
  try {
    const bytes = (await file.read()) as Uint8Array<ArrayBuffer>;
    return { file, content: { sha256: await sha256Of(bytes), bytes }, why: '' };
  } catch (error) {
    if (!isOfOneFile(error)) throw error;
    return { file, why: error.message };
  }
}

/** Throws Stopped where nobody wants it any more. */
export async function goOn(watch: Watch, done = 0, total = 0, phase?: string): Promise<void> {
  if (!(await watch(done, total, phase))) throw new Stopped();
}

/** What it is by its bytes; what Rounds cannot show is kept for the way back, and never shown. */
function typeIn(content: Uint8Array, name: string): string {
  const found = typeOf(content.subarray(0, HEAD_BYTES), { name, type: '' });
  return found ?? 'application/octet-stream';
}
