import { t } from '../../../kernel/texts.ts';

/** What is said where an answer made a card a leech, and what was done about it. */
export const LEECH_WORDS = {
  suspended: t`Forgotten too often: this card is a leech and now suspended. Decks brings it back.`,
  tagged: t`Forgotten too often: this note is now tagged as a leech.`,
} as const;

/** Why no card goes on by itself. */
export const NO_SECONDS = t`These cards have no seconds after which they go on. Settings, “More options”, gives them some.`;
