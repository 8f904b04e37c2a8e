import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { isPacked, type StoredBody, unpackPayload } from '../../store/log/payloads.ts';

/** The body of a step, also where it is large and stands beside the lines. */
export async function bodyOf(body: StoredBody, files: JournalFiles): Promise<Result<unknown>> {
  if (!isPacked(body)) return ok(body);
  const sha256 = body['#payload'];
  const read = await files.read(`payloads/${sha256}.gz`, 0);
  if (!read.ok) return read;
  const unpacked = await unpackPayload({ sha256, bytes: read.value });
  if (unpacked !== undefined) return ok(unpacked);
  return failed(t`What it brought is damaged.`, t`The file is where it was.`, t`Keep it.`);
}
