import type { Grade } from '../../domain/memory/schedule.ts';
import type { Flag } from '../../domain/collection/card.ts';
import { t } from '../../kernel/texts.ts';

/** Something a person can do: by key, in a menu, by a button, and by its name in the palette. */
export interface Action {
  readonly id: string;
  /** In words, as the list of keys says it. */
  readonly name: string;
  /** In a menu over what it is done to, where fewer words will do. */
  readonly menuName?: string;
  /** It deletes or throws away what it is done to (LOOK-6). */
  readonly isDestructive?: boolean;
  /** The keys it has until a person gives it others, as chordOf writes them. */
  readonly keys:
    | readonly string[]
    | { readonly mac: readonly string[]; readonly other: readonly string[] };
  /** Under which word the list of keys has it. */
  readonly section: Section;
  /** What it does to what is at hand; undefined where it is not possible. */
  readonly does: (at: AtHand) => (() => void) | undefined;
}

/** The words of the list of keys, in its order. */
export const SECTIONS = [
  t`While reviewing`,
  t`Cards and notes`,
  t`In the library`,
  t`Anywhere`,
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What the screens in front can do just now: each says its part (use-at-hand.ts), and what nobody
 * says is not possible.
 */
export interface AtHand {
  // Everywhere.
  readonly goTo?: ((path: string) => void) | undefined;
  readonly showKeys?: (() => void) | undefined;
  /** Everything that can be done, to be found by its name. */
  readonly showPalette?: (() => void) | undefined;
  readonly showHelp?: (() => void) | undefined;
  /** Begins what today asks for, or goes on with it; absent where a card is at hand. */
  readonly begin?: (() => void) | undefined;
  /** Lets more new cards through today than its limit. */
  readonly moreNew?: (() => void) | undefined;
  /** Asks how far ahead of its day a card may come. */
  readonly studyAhead?: (() => void) | undefined;
  /** Shows what was begun elsewhere, in place of the card at hand. */
  readonly showBegun?: (() => void) | undefined;
  /** Back to Today, where one is not there. */
  readonly leave?: (() => void) | undefined;
  readonly undo?: (() => void) | undefined;
  readonly redo?: (() => void) | undefined;
  // A card and its answer.
  /** Shows the answer, then grades it Good; begins, where there is something to begin. */
  readonly reveal?: (() => void) | undefined;
  /** Shows one more of a question's deletions; the last one with the answer. */
  readonly showDeletion?: (() => void) | undefined;
  /** Plays the sounds that can be seen on the card, from the first one on. */
  readonly replay?: (() => void) | undefined;
  /** Switches on or off that cards go on by themselves. */
  readonly autoAdvance?: (() => void) | undefined;
  /** Shows the first picture of the card over the whole window. */
  readonly enlarge?: (() => void) | undefined;
  readonly grade?: ((grade: Grade) => void) | undefined;
  readonly why?: (() => void) | undefined;
  readonly more?: (() => void) | undefined;
  // The card at hand, or the rows chosen.
  readonly edit?: (() => void) | undefined;
  readonly info?: (() => void) | undefined;
  readonly mark?: (() => void) | undefined;
  readonly suspendCard?: (() => void) | undefined;
  readonly suspendNote?: (() => void) | undefined;
  readonly buryCard?: (() => void) | undefined;
  readonly buryNote?: (() => void) | undefined;
  readonly setDue?: (() => void) | undefined;
  readonly forget?: (() => void) | undefined;
  /** Gives the flag, or takes it off where it is there. */
  readonly flag?: ((flag: Flag) => void) | undefined;
  readonly moveToDeck?: (() => void) | undefined;
  readonly addTags?: (() => void) | undefined;
  readonly removeTags?: (() => void) | undefined;
  readonly deleteNotes?: (() => void) | undefined;
  // A list of cards or notes.
  readonly find?: (() => void) | undefined;
  /** Lists what a search finds, where there is a list. */
  readonly search?: ((text: string) => void) | undefined;
  readonly replace?: (() => void) | undefined;
  /** Takes what is chosen along; where nothing is, everything. */
  readonly exportNotes?: (() => void) | undefined;
  readonly togglePreview?: (() => void) | undefined;
}
