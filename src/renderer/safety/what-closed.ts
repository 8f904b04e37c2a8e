import type { Problem, Result } from '../../kernel/problem.ts';
import { type Closed, closedInWords } from './closed-words.ts';

/** What is asked here of the journal's files. */
interface Listed {
  list(folder: 'journal'): Promise<Result<readonly { readonly bytes: number }[]>>;
}

const PATIENCE_MILLIS = 3000;

/**
 * What is said where the database is closed, and whether putting back is offered. `left`: what is known
 * of the space on the disk; `journal`: the one that has every accepted step, as far as is known.
 */
export async function whatClosed(
  why: Closed['why'],
  left: 'enough' | 'short' | 'refused' | 'aborted' | undefined,
  journal: Listed | false,
): Promise<{ readonly problem: Problem; readonly isOffered: boolean }> {
  const isTaken = why === 'closed-by-browser';
  const isInJournal = isTaken && journal && (await isEmptied(journal)) ? 'emptied' : !!journal;
  const isDiskFull = left === 'aborted' ? 'likely' : !(left === undefined || left === 'enough');
  return {
    problem: closedInWords({ why, isDiskFull, isInJournal }),
    isOffered: isTaken && isInJournal === true && !isDiskFull,
  };
}

/** Whether the browser has deleted the journal, too; one that does not answer soon is believed to be there. */
function isEmptied(journal: Listed): Promise<boolean> {
  const listed = journal.list('journal');
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MILLIS));
  const isEmpty = listed.then((each) => each.ok && each.value.every(({ bytes }) => bytes === 0));
  return Promise.race([isEmpty, late]);
}
