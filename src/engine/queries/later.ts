/**
 * The questions that neither Today nor a card waits for. The page loads them in a quiet moment
 * after its first screen, or when one is asked before that (table.ts).
 */
export { adviseCatchUp, backlogNow } from './once/backlog.ts';
export { checkMediaNow } from './once/media/check-media.ts';
export { collectionFile, copies, copiesOutside, databasesAside } from './once/copies.ts';
export { previewRegrade } from './once/study/regrade.ts';
export { previewSettle } from './once/study/cram.ts';
export { deckFile, readDeckText, readShippedText } from './once/decks.ts';
export { plannedTomorrow, previewExam, previewPoint, previewWorkloadOf } from './once/exams.ts';
export { idsOfSearch } from './once/found.ts';
export { importsMade, previewTakeBack } from '../import/take-back/asked-of-importer.ts';
export { adviceOn, lintNotes } from './once/lint-notes.ts';
export { chosenNotes, firstRows, lastSlotOfType, libraryTotal } from './once/notes.ts';
export { printableCards } from '../export/printable.ts';
export { replacePlan } from './once/replace.ts';
export { sessionReport } from './once/study/session.ts';
export { spaceToFree } from './once/media/space-to-free.ts';
export { previewWorkload } from './once/workload.ts';
export { cardsAhead } from './once/study/ahead.ts';
