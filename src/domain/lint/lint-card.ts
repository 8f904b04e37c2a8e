import type { Slot } from '../../kernel/ids.ts';

/** One blank of a cloze card: what it hides and, where there is one, the hint shown in its place. */
export interface Blank {
  readonly hidden: string;
  readonly hint?: string;
}

/**
 * A card as the linter reads it: plain text, as shown. `answer` is what the question asks for, not
 * the whole back. `shown` is a cloze's question without its blanks. `hasMedia`: the question shows
 * a picture, plays a sound or the like, so its words need not say everything.
 */
export type LintCard = {
  readonly slot: Slot;
  readonly question: string;
  readonly hasMedia?: boolean;
} & (
  | { readonly kind: 'question'; readonly answer: string }
  | { readonly kind: 'cloze'; readonly shown: string; readonly blanks: readonly Blank[] }
);

/** What the card asks for: its answer, or what each of its blanks hides. */
export function askedFor(card: LintCard): readonly string[] {
  return card.kind === 'question' ? [card.answer] : card.blanks.map(({ hidden }) => hidden);
}

/** The words a person reads before answering: a cloze's blanks and hints are left out. */
export function wordsShown(card: LintCard): string {
  return card.kind === 'question' ? card.question : card.shown;
}
