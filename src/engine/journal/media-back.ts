import { sha256Of } from '../../kernel/sha256.ts';
import { t } from '../../kernel/texts.ts';
import type { JournalFile, JournalFiles } from '../../platform/journal/journal-files.ts';
import { hasBlob } from '../../store/media/blobs.ts';
import { ContentsWriter } from '../../store/media/contents-writer.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** Contents that the database lacks, from the journal, of whose files `listed` are; how many came. */
export async function putBackMedia(
  store: RoundsDatabase,
  files: JournalFiles,
  listed: readonly JournalFile[],
): Promise<number> {
  const kept = new Set(listed.map(({ path }) => path));
  const writer = new ContentsWriter(store);
  for (const sha256 of new Set((await store.media.toArray()).map((file) => file.sha256))) {
    if (!kept.has(`media/${sha256}`) || (await hasBlob(store, sha256))) continue;
    const read = await files.read(`media/${sha256}`, 0);
    const bytes = read.ok ? (read.value as Uint8Array<ArrayBuffer>) : undefined;
    if (!bytes || (await sha256Of(bytes)) !== sha256) continue;
    await writer.add({ sha256, bytes });
  }
  await writer.end();
  return writer.written;
}

/** Media files whose content is nowhere. */
export async function withoutContent(
  store: RoundsDatabase,
): Promise<{ readonly name: string; readonly why: string }[]> {
  const lost: { name: string; why: string }[] = [];
  for (const { id, sha256 } of await store.media.toArray()) {
    if (!(await hasBlob(store, sha256))) lost.push({ name: id, why: t`its content is gone` });
  }
  return lost;
}
