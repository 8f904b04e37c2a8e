import { notNow, type Problem, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** In what way a file is no collection that can be read. */
export type FileFault =
  /** No zip at all. */
  | 'no-collection'
  /** A zip of something else. */
  | 'another-program'
  /** Its end is missing. */
  | 'cut-off'
  /** Something in it was changed or lost. */
  | 'damaged'
  /** The system gives it back no more. */
  | 'unreadable'
  /** Its names are none of a collection's: made to harm, or put together by hand. */
  | 'strange-names'
  | 'newer'
  /** More comes out of it than a collection can hold. */
  | 'too-large';

export type FileProblem = Problem & { readonly fault: FileFault };
/** What was read, or in words and by its kind why nothing was. */
export type FileResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: FileProblem };

const KEPT = t`Nothing was taken from it, and your cards are as they were.`;
const TODO: Readonly<Record<FileFault, string>> = {
  'no-collection': t`Choose a file whose name ends in .rounds.`,
  'another-program': t`Choose a file that Rounds has saved, whose name ends in .rounds.`,
  'cut-off': t`Copy or download it once more from where it came; or take an older one.`,
  damaged: t`Copy it once more from where it came; or take an older one. Keep this one for now.`,
  unreadable: t`Look whether the disk that it is on is there, and try again; or take an older one.`,
  'strange-names': t`Take the file as Rounds has saved it; do not trust one that came otherwise.`,
  newer: t`Update Rounds, and then load it.`,
  'too-large': t`Do not trust this file; if Rounds has saved it, this is a defect worth reporting.`,
};

/** Thrown while a file is read; `inFileWords` makes a result of it. */
export class BadFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault, what: string) {
    super(what);
    this.fault = fault;
  }
}

/** What `work` comes to; what is wrong with the file is a problem in words. */
export async function inFileWords<Value>(work: () => Promise<Value>): Promise<FileResult<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof BadFile) {
      const { fault, message } = error;
      return { ok: false, problem: { fault, what: message, kept: KEPT, todo: TODO[fault] } };
    }
    throw error;
  }
}

/** The same of a copy that Rounds keeps: it came from nowhere else, and there are others. */
export function ofOwnCopy(problem: Problem): Problem {
  const { fault } = problem as Partial<FileProblem>;
  if (fault === undefined || fault === 'newer') return problem;
  const what = fault === 'cut-off' ? t`The end of this copy is missing.` : problem.what;
  return {
    what: t`This copy cannot be read. ${what}`,
    kept: t`Nothing was changed: your cards and the other copies are as they were.`,
    todo: t`Take another copy, or one in a folder of your own. Make a copy now, so that the newest is a good one.`,
  };
}

/** Thrown where the person no longer wants it. */
export class Stopped extends Error {}

export const STOPPED_READING: Result<never> = notNow(
  t`Stopped before it was done.`,
  t`Nothing was changed.`,
  t`Begin again whenever you like.`,
);
