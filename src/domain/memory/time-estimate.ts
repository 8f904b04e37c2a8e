/** What an answer is spent on. A new card's first answer is `new`; its steps are `learning`. */
export type AnswerKind = 'new' | 'learning' | 'review';

/** A person's answers of one kind so far: how many, and their capped durations added up. */
export interface AnswerTotals {
  readonly count: number;
  readonly millis: number;
}

/** From this many answers of a kind on, the person's own mean is used. */
export const OWN_MEAN_FROM = 50;

/** Seconds; the first three are the defaults of fsrs-rs' simulator. */
const NEW_SECONDS = 25.8;
const RECALLED_SECONDS = 13.0;
const FORGOTTEN_SECONDS = 31.7;
const LEARNING_SECONDS = 10;
const USUAL_RECALL = 0.9;

/**
 * Expected seconds of one answer (MEMORY-17). `recall`: predicted probability of recall, 0 to 1; weighs
 * a recalled review against a forgotten one while the person's own mean is not known yet.
 */
export function expectedSeconds(
  kind: AnswerKind,
  totals?: AnswerTotals,
  recall = USUAL_RECALL,
): number {
  return ownMeanSeconds(totals) ?? defaultSeconds(kind, recall);
}

function ownMeanSeconds(totals: AnswerTotals | undefined): number | undefined {
  if (!totals || !(totals.count >= OWN_MEAN_FROM)) return undefined;
  const seconds = totals.millis / totals.count / 1000;
  return seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined;
}

function defaultSeconds(kind: AnswerKind, recall: number): number {
  switch (kind) {
    case 'new':
      return NEW_SECONDS;
    case 'learning':
      return LEARNING_SECONDS;
    case 'review':
      return FORGOTTEN_SECONDS - (FORGOTTEN_SECONDS - RECALLED_SECONDS) * chance(recall);
  }
}

function chance(recall: number): number {
  return Number.isNaN(recall) ? USUAL_RECALL : Math.min(1, Math.max(0, recall));
}
