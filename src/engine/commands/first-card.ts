/**
 * The verbs that a first card comes by. They are in the review's file, with what a card is drawn with
 * (start-chunk.config.ts): Today is shown without them.
 */
export { planDay, studyMinutes, studyPlan } from './exams/plan-day.ts';
export { beginStudy, finishStudy, nextInStudy, openStudy } from './study/study.ts';
