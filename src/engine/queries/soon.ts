/** The questions about the step before: loaded as the verbs in ../commands/soon.ts are. */
export { nextRedo, nextUndo } from './once/next-step.ts';
