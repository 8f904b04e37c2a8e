/** The live questions that neither Today nor a card asks: loaded as those in later.ts are. */
export { cramReportNow as cramReport, forecasts } from './live/exams.ts';
export { notesAdded, noteTypes, sampleNote, typesInUse } from './live/notes.ts';
export { presets, savedSearches, settings, silencedRules } from './live/settings.ts';
export { card, lastOperation, setAside, studyDay } from './live/study.ts';
