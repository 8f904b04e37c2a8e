import type { Result } from '../../kernel/problem.ts';

/**
 * Where whole copies of the collection are kept, outside the database, and how one gets to a place
 * of the person's own.
 */
export interface CopiesPlace {
  /** The names of all copies, in no order. */
  list(): Promise<Result<readonly string[]>>;
  /**
   * Writes a copy under a temporary name, onto the disk, reads it back for `isWhole`, and gives it its
   * name only then. Where anything fails nothing of it stays.
   */
  put(
    name: string,
    content: Blob,
    isWhole: (written: Blob) => Promise<Result<unknown>>,
  ): Promise<Result<true>>;
  /** Not read yet. */
  open(name: string): Promise<Result<Blob>>;
  remove(name: string): Promise<Result<true>>;
  /** Lets the person save a file; true: handed to the system. */
  save(suggestedName: string, content: Blob): Promise<Result<boolean>>;
  /** Lets the person choose a collection file; null: nothing was chosen. */
  choose(): Promise<File | null>;
}
