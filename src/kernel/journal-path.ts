/**
 * Every path that a journal, a copy and a folder of another device may have, and no other:
 * `journal/<device>/<first counter>.jsonl`, `payloads/<sha256>.gz`, `media/<sha256>`.
 */
export const JOURNAL_PATH =
  /^(?:journal\/[A-Za-z0-9_-]{1,64}\/\d{10}\.jsonl|payloads\/[0-9a-f]{64}\.gz|media\/[0-9a-f]{64})$/;

/** The file of a device's operations from number `first` on. */
export function segmentPath(deviceId: string, first: number): string {
  return `journal/${deviceId}/${String(first).padStart(10, '0')}.jsonl`;
}
