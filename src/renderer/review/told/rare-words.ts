/** What is said where an answer made a card a leech, and what was done about it. */
export const LEECH_WORDS = {
  suspended: 'Forgotten too often: this card is a leech and now suspended. Decks brings it back.',
  tagged: 'Forgotten too often: this note is now tagged as a leech.',
} as const;

/** Why no card goes on by itself. */
export const NO_SECONDS =
  'These cards have no seconds after which they go on. Settings, “More options”, gives them some.';
