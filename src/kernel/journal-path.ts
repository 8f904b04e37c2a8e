import { textHash } from './canonical.ts';

/**
 * Every path that a journal, a copy and a folder of another device may have, and no other:
 * `journal/<writer>/<first counter>.jsonl`, `payloads/<sha256>.gz`, `media/<sha256>`. The writer is the
 * device whose steps these are, or, in a folder of several, one that carries them for it.
 */
export const JOURNAL_PATH =
  /^(?:journal\/[A-Za-z0-9_-]{1,80}\/\d{10}\.jsonl|payloads\/[0-9a-f]{64}\.gz|media\/[0-9a-f]{64})$/;

/** The file of a device's operations from number `first` on. */
export function segmentPath(deviceId: string, first: number): string {
  return `journal/${deviceId}/${String(first).padStart(10, '0')}.jsonl`;
}

/** The writer's name of a device that writes down steps of another, which are not in that one's own files. */
export function carriedName(deviceId: string, carrier: string): string {
  return `${deviceId}_by_${textHash(carrier).slice(0, 8)}`;
}

/** The device whose steps a writer of this name writes down. */
export function deviceOfWriter(name: string): string {
  return name.replace(/_by_[0-9a-f]{8}$/, '');
}
