/** How long each side is shown before a card goes on by itself; 0: until the person does. */
export interface Advance {
  readonly questionSeconds: number;
  readonly answerSeconds: number;
  readonly afterQuestion: 'answer' | 'remind';
  readonly afterAnswer: 'bury' | 'again' | 'hard' | 'good' | 'remind';
  /** The seconds begin when the sounds of the side are over. */
  readonly waitsForSounds: boolean;
}

/** As Anki has it before a person changes it: neither side goes on. */
export const NO_ADVANCE: Advance = {
  questionSeconds: 0,
  answerSeconds: 0,
  afterQuestion: 'answer',
  afterAnswer: 'bury',
  waitsForSounds: true,
};
