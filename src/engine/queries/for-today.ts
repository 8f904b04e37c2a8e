/** What Today asks: in its screen's file (start-chunk.config.ts). */
export { openCramAnswers } from './live/exams.ts';
export { daysNotSaved, lastOutside, today } from './live/today.ts';
