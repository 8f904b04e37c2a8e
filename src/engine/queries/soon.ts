/** The questions about the step before and what is half written: loaded as the verbs in ../commands/soon.ts are. */
export { nextRedo, nextUndo } from './once/next-step.ts';
export { draftKept } from './once/drafts.ts';
