/**
 * The verbs that neither Today nor a card waits for. The page loads them in a quiet moment after
 * its first screen, or when one is run before that (table.ts).
 */
export { bringInFromFolder } from './copies/bring-in.ts';
export { makeCopy, makeDailyCopy, saveCollection } from './copies/copies.ts';
export { mergeFile, replaceByFile, restoreCopy } from './copies/restore.ts';
export { cramCards, cramChoice } from './cram/cram-choice.ts';
export {
  createDeck,
  deleteDeck,
  deletePreset,
  moveNotesToNewDeck,
  renameDeck,
  setDeckPreset,
} from './decks/decks.ts';
export { loadDeck, loadShippedDeck } from './decks/load-deck.ts';
export { saveDeck } from './decks/save-deck.ts';
export { deleteOverlay, enterMark, saveOverlay, switchOverlay } from './exams/overlays.ts';
export { exportFile } from './exports/export-file.ts';
export {
  forgetImport,
  lookAtImport,
  readImport,
  runImport,
  takeBackImport,
} from './import/import.ts';
export { freeSpace } from './media/free-space.ts';
export { addMedia, deleteMedia } from './media/media.ts';
export { deleteUnused, mendMedia } from './media/mend-media.ts';
export { deleteNoteType, saveNoteType } from './notes/note-types.ts';
export {
  addNote,
  archiveNotes,
  changeNoteType,
  deleteNotes,
  editNote,
  editNotes,
  markNotes,
  moveNotes,
  renameSection,
  tagNotes,
} from './notes/notes.ts';
export { regradeHard } from './study/regrade.ts';
export { deletePutAside } from './settings/put-aside.ts';
export { checkCollection, mendCollection } from './settings/check-collection.ts';
export { deleteSearch, saveSearch } from './settings/searches.ts';
export {
  addPreset,
  saveStudyOptions,
  setPreset,
  setStudySettings,
  silenceRule,
} from './settings/settings.ts';
export { moreNew, studyAhead } from './study/beyond-today.ts';
