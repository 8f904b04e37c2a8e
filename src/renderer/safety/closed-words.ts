import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What is known when the database is gone under the program. */
export interface Closed {
  readonly why: 'newer-version' | 'closed-by-browser';
  /** A write was refused for lack of space before; 'likely': it was broken off without a reason. */
  readonly isDiskFull: boolean | 'likely';
  /** Every accepted step is in the journal, too; 'emptied': that is gone as well. */
  readonly isInJournal: boolean | 'emptied';
}

/** Why nothing more can be done here, what is safe, and what to do; and nothing that is not known. */
export function closedInWords({ why, isDiskFull, isInJournal }: Closed): Problem {
  if (why === 'newer-version') {
    return {
      what: t`Another version of Rounds has taken over the cards.`,
      kept: t`Every answer that was accepted is kept.`,
      todo: t`Go on in the other window, or close it and load this one again.`,
    };
  }
  if (isInJournal === 'emptied') {
    return {
      what: t`What the browser kept for this address was deleted: the card database and the journal are gone. That happens when site data is cleared, and when the disk is full.`,
      kept: t`Nothing more is written. What you saved as a file, and what is in a folder of your own, is as it was.`,
      todo: t`Load this page again, then load your newest file or copy in Settings.`,
    };
  }
  const kept = isInJournal
    ? t`Nothing more is written. Every accepted answer and change is in the journal as well, outside the database.`
    : t`Nothing more is written. The journal does not have all of what was accepted; the database may.`;
  const again = isInJournal
    ? t`load this page again: what the database lacks then is put back from the journal.`
    : t`load this page again; if cards are missing then, do not study on: what is left can still be put back.`;
  return isDiskFull
    ? {
        what:
          isDiskFull === 'likely'
            ? t`The browser broke off a change and closed the card database; most likely the disk is full.`
            : t`The disk is full, and the browser has closed the card database.`,
        kept,
        todo: t`Free some space on this disk, then ${again}`,
      }
    : {
        what: t`The browser has closed the card database. It does so when the disk is full, when site data is cleared, or when it cannot read its files.`,
        kept,
        todo: isInJournal
          ? t`Load this page again. Where it closes once more, put the cards back from the journal: the database as it is stays aside.`
          : t`Look whether this disk has space left; then ${again}`,
      };
}
