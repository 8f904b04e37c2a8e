import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { JournalFiles } from '../journal/journal-files.ts';

/** A folder as the person knows it. */
export interface FolderKnown {
  readonly name: string;
  /** false: the person is to be asked again before Rounds may use it. */
  readonly mayUse: boolean;
}

export interface FolderFile {
  readonly name: string;
  readonly bytes: number;
  /** Rounds made it, on this device, and it is as it was made. Nothing else is ever deleted. */
  readonly isOurs: boolean;
}

/** A folder of the person's own, on a stick or wherever they want, to which copies and the journal go as well. */
export interface ChosenFolder {
  /** undefined: none is chosen. */
  known(): Promise<Result<FolderKnown | undefined>>;
  /** Lets the person choose one, in a click of theirs; null: nothing was chosen. */
  choose(): Promise<Result<FolderKnown | null>>;
  /** Asks the person again, in a click of theirs; whether it may be used. */
  allow(): Promise<Result<boolean>>;
  /** Nothing in it is changed. */
  forget(): Promise<Result<true>>;
  /** The copies in it, whoever made them. */
  list(): Promise<Result<readonly FolderFile[]>>;
  /**
   * Writes a copy under another name, onto the disk, reads it back for `isWhole`, and gives it its
   * name only then. Where anything fails nothing of it stays.
   */
  put(
    name: string,
    content: Blob,
    isWhole: (written: Blob) => Promise<Result<unknown>>,
  ): Promise<Result<true>>;
  /** The bytes of a copy from one place up to another; fewer where it ends before. */
  read(name: string, from: number, to: number): Promise<Result<Uint8Array>>;
  /** A copy whole. */
  open(name: string): Promise<Result<Blob>>;
  /** A file that is not `isOurs` stays. */
  remove(name: string): Promise<Result<true>>;
  /** The journal in it, of this device and of others; nothing of it is ever deleted. */
  readonly journal: JournalFiles;
}

/** The one kind of name that Rounds writes in a folder of the person's: see copy-outside.ts. */
export const FOLDER_NAME =
  /^Rounds \d{4}-\d\d-\d\d \d{1,15}-\d{1,6}-(?:day|asked|before|loaded)\.rounds$/;
/** What a copy is called until it has been read back. */
export const BEGUN = '.part';
/** Nothing that Rounds wrote in the folder is in it any more. */
export const ANOTHER_FOLDER = 'ANOTHER';

/** A copy is put there, one that is there is read, or the journal is written there or read. */
export type Doing = 'write' | 'read' | 'journal';

/** What `work` on the folder called `name` comes to; what it throws is said in words. */
export async function folderInWords<Value>(
  name: string,
  work: () => Promise<Value>,
  doing: Doing = 'write',
): Promise<Result<Value>> {
  try {
    return ok(await work());
  } catch (error) {
    return folderProblem(name, codeOf(error), doing);
  }
}

/** The system's short code, or the browser's name for it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What is wrong with a folder, what was kept, and what to do, for each way in which one fails. */
function folderProblem(name: string, code: string, doing: Doing): Result<never> {
  const failing = {
    write: t`No copy in “${name}”`,
    read: t`The copy in “${name}” cannot be read`,
    journal: t`The journal in “${name}” cannot be reached`,
  }[doing];
  const kept = doing === 'journal' ? ALL_HERE : AS_IT_WAS;
  for (const { codes, what, todo } of KNOWN) {
    if (codes.includes(code)) return failed(`${failing}: ${what}`, kept, todo);
  }
  return failed(
    t`${failing}: the system refused it (${code}).`,
    kept,
    t`Try again, or choose another folder.`,
  );
}

const AS_IT_WAS = t`Your cards, the copies on this computer and what is in the folder are as they were.`;
const ALL_HERE = t`All that you did is saved on this computer, and goes there once it can.`;

const KNOWN: readonly {
  readonly codes: readonly string[];
  readonly what: string;
  readonly todo: string;
}[] = [
  {
    codes: ['ENOENT', 'ENOTDIR', 'NotFoundError', 'TypeMismatchError'],
    what: t`it is not there.`,
    todo: t`Plug in the stick or disk that it is on, or choose another folder.`,
  },
  {
    codes: [ANOTHER_FOLDER],
    what: t`nothing that Rounds wrote there is in it, so it may be another disk.`,
    todo: t`Plug in the right stick or disk, or choose this folder again.`,
  },
  {
    codes: ['EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'EBADF', 'InvalidStateError', 'NotReadableError'],
    what: t`the disk went away while it was being written, or cannot be read.`,
    todo: t`Plug it in again; if that does not help, choose another folder.`,
  },
  {
    codes: ['NO_ANSWER'],
    what: t`its disk does not answer.`,
    todo: t`Look whether the disk or the network is there; it is tried again by itself.`,
  },
  {
    codes: ['EACCES', 'EPERM', 'EROFS', 'NotAllowedError', 'NoModificationAllowedError'],
    what: t`it is read-only, or Rounds may not write there.`,
    todo: t`Allow it to be written to, or choose another folder.`,
  },
  {
    codes: ['ENOSPC', 'EDQUOT', 'QuotaExceededError'],
    what: t`its disk is full.`,
    todo: t`Free some space there, or choose a folder on another disk.`,
  },
  {
    codes: ['EFBIG', 'FILE_TOO_BIG'],
    what: t`its disk takes no file of this size.`,
    todo: t`Choose a folder on another disk; one that was made for large files takes it.`,
  },
];
