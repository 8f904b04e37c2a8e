import { failed, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';

const KEPT = t`Everything saved before is kept; this change was not saved.`;

/** What a failed write means for a person. Names as IndexedDB and Dexie give them. */
export function storageProblem(error: unknown): Result<never> {
  const names = namesOf(error);
  if (isForSpace(error)) {
    return failed(
      t`The disk is full, so the change could not be saved.`,
      KEPT,
      t`Free some space on this disk, then try again.`,
    );
  }
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError')) {
    return failed(
      t`The card database was closed under the program.`,
      KEPT,
      t`Start Rounds again; it resumes at this card.`,
    );
  }
  if (names.has('AbortError')) {
    return failed(
      t`The browser broke off saving the change, most likely because the disk is full.`,
      KEPT,
      t`Free some space on this disk, then try again.`,
    );
  }
  if (names.has('ConstraintError')) {
    return failed(
      t`The number of this step was given before, so the change could not be saved.`,
      KEPT,
      t`Start Rounds again: it counts on after the last step.`,
    );
  }
  return failed(
    t`The change could not be saved (${[...names].join(', ') || t`unknown error`}).`,
    KEPT,
    t`Try again. If it keeps failing, check that the disk has space and start Rounds again.`,
  );
}

/** Whether a write was refused because the disk, or what the browser gives of it, is full. */
export function isForSpace(error: unknown): boolean {
  return namesOf(error).has('QuotaExceededError') || messageOf(error).includes('NO_SPACE');
}

/** What a failed read means for a person: what was saved is saved. */
export function readingProblem(error: unknown): Result<never> {
  const names = namesOf(error);
  if (names.has('QuotaExceededError')) return storageProblem(error);
  if (isDamage(error)) return { ok: false, problem: { ...DAMAGED, isDamage: true } };
  return failed(
    t`What is stored could not be read (${[...names].join(', ') || t`unknown error`}).`,
    t`Everything saved before is kept, every accepted answer too.`,
    t`Start Rounds again; it resumes at this place.`,
  );
}

/** Whether a read failed because the browser cannot read the files of the database any more. */
export function isDamage(error: unknown): boolean {
  const names = namesOf(error);
  if (isForSpace(error)) return false;
  if (names.has('UnknownError') || names.has('NotReadableError')) return true;
  return names.has('DataError') && messageOf(error).includes('Internal error');
}

const DAMAGED = {
  what: t`Some of the card database cannot be read any more: its files are damaged.`,
  kept: t`Nothing was changed by this, and the journal keeps what you did outside the database.`,
  todo: t`Choose “Put the cards back” at the top, in the window that writes.`,
};

/** The names of an error and of what caused it, outermost first. */
export function namesOf(error: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  let current = error;
  for (let depth = 0; depth < 5 && current !== null && typeof current === 'object'; depth++) {
    const { name, inner, cause } = current as { name?: unknown; inner?: unknown; cause?: unknown };
    if (typeof name === 'string') names.add(name);
    current = inner ?? cause;
  }
  return names;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
