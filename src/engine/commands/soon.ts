/**
 * The verbs of the card at hand. What is before the first card does without them; the page loads
 * them as soon as it stands, or when one is run before that (table.ts).
 */
export { answerCram, beginCram, dropCram, settleCram } from './cram/cram.ts';
export { nextAfter, prepareNext } from './study/ahead.ts';
export { answerCard } from './study/answer.ts';
export {
  buryCards,
  buryNote,
  flagCards,
  forgetCards,
  redateCards,
  releaseCards,
  rescheduleCards,
  setCardsDue,
  suspendCards,
  suspendNote,
} from './study/cards.ts';
export { redoLast, undoLast } from './study/undo.ts';
export { dropDraft, keepDraft } from './notes/drafts.ts';
