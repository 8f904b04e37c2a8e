import type { CollectionCounts } from '../../domain/collection/collection-counts.ts';
import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import { BadFile } from './bad-file.ts';

/** The version of the format; raised when an older program would misread what a newer one writes. */
export const COLLECTION_FORMAT = 1;
export const MANIFEST_NAME = 'manifest.json';

export interface FileInCollection {
  readonly path: string;
  readonly bytes: number;
  /** Of its content as it is in the file: of a payload, of its compressed bytes. */
  readonly sha256: string;
}

/** What a file says of itself. docs/collection-format.md has it with an example. */
export interface Manifest {
  readonly rounds: 'collection';
  readonly format: number;
  /** What wrote it: for people; nothing follows from it. */
  readonly program: string;
  /** When its newest operation was done; 0 where there is none. */
  readonly lastAtMillis: number;
  readonly counts: CollectionCounts;
  /** Of the collection that the operations add up to (docs/rules/log.md). */
  readonly stateHash: string;
  /** Everything else in the file, in its order there. */
  readonly files: readonly FileInCollection[];
  /** Media that a copy of the program's own shares with its journal, and does not hold itself. */
  readonly beside: readonly FileInCollection[];
}

/** The manifest that `text` is. Throws BadFile. */
export function parseManifest(text: string): Manifest {
  let value: Partial<Manifest> | null;
  try {
    value = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw damaged('it cannot be read');
  }
  if (value === null || typeof value !== 'object' || value.rounds !== 'collection') {
    throw new BadFile('another-program', 'This is a file of another program, not of Rounds.');
  }
  if (!isCount(value.format) || value.format === 0) throw damaged('it names no format');
  if (value.format > COLLECTION_FORMAT) {
    throw new BadFile('newer', 'This collection was saved by a newer version of Rounds.');
  }
  const { program, lastAtMillis, stateHash, counts, files, beside } = value;
  if (typeof program !== 'string') throw damaged('it names no program');
  if (!isCount(lastAtMillis) || lastAtMillis > LAST_DATE) throw damaged('it names no time');
  if (!/^[0-9a-f]{16}$/.test(stateHash ?? '')) throw damaged('it has no state');
  const numbers = counts && COUNTED.every((name) => isCount(counts[name]));
  if (!numbers) throw damaged('it does not count');
  for (const list of [files, beside]) {
    if (!Array.isArray(list) || !list.every(isFile)) throw damaged('its list of files is damaged');
  }
  return value as Manifest;
}

/** The last moment that a date can name. */
const LAST_DATE = 8.64e15;
const COUNTED = ['cards', 'notes', 'reviews', 'operations', 'media'] as const;

function isFile(value: unknown): boolean {
  const { path, bytes, sha256 } = (value ?? {}) as Partial<FileInCollection>;
  return JOURNAL_PATH.test(path ?? '') && isCount(bytes) && /^[0-9a-f]{64}$/.test(sha256 ?? '');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function damaged(why: string): BadFile {
  return new BadFile('damaged', `The collection’s table of contents is damaged: ${why}.`);
}
