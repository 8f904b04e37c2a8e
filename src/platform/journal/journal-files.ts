import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { inItsWords } from '../files/in-its-words.ts';

export type JournalFolder = 'journal' | 'payloads' | 'media';

export interface JournalFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * The files in which a second copy of every operation is kept, outside the database. A file is only
 * ever added to at its end, or written once; nothing here changes or deletes one.
 * Paths: `journal/<device>/<first counter>.jsonl`, `payloads/<sha256>.gz`, `media/<sha256>`.
 */
export interface JournalFiles {
  /** Every file in one of its folders, in no order: of media there may be ten thousand. */
  list(folder: JournalFolder): Promise<Result<readonly JournalFile[]>>;
  /** The bytes of a file from `from` on. */
  read(path: string, from: number): Promise<Result<Uint8Array>>;
  /** Adds `bytes` where the file ends, at `at`, and resolves when they are on the disk. */
  append(path: string, at: number, bytes: Uint8Array): Promise<Result<true>>;
  /** A whole file, once; one that is there already stays, unless its content is not this. */
  put(path: string, bytes: Uint8Array): Promise<Result<true>>;
  /** Lets another window write the files, where this one holds one open; absent: it holds none. */
  letGo?(): Promise<void>;
}

/** What `work` on those files comes to; what it throws is said in words. */
export async function journalInWords<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await work());
  } catch (error) {
    return failed(
      t`The journal could not be reached (${inItsWords(error)}).`,
      t`The cards in the database are as they were.`,
      t`Check that the disk has space, then start Rounds again.`,
    );
  }
}
