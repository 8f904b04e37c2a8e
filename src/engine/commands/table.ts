import { cramCards, cramChoice } from './cram/cram-choice.ts';
import { answerCram, beginCram, dropCram, settleCram } from './cram/cram.ts';
import {
  createDeck,
  deleteDeck,
  deletePreset,
  moveNotesToNewDeck,
  renameDeck,
  setDeckPreset,
} from './decks/decks.ts';
import { loadDeck, loadShippedDeck } from './decks/load-deck.ts';
import { saveDeck } from './decks/save-deck.ts';
import { deleteOverlay, enterMark, saveOverlay, switchOverlay } from './exams/overlays.ts';
import { planDay, studyMinutes, studyPlan } from './exams/plan-day.ts';
import { freeSpace } from './media/free-space.ts';
import { addMedia, deleteMedia } from './media/media.ts';
import { deleteUnused, mendMedia } from './media/mend-media.ts';
import { dropDraft, keepDraft } from './notes/drafts.ts';
import { deleteNoteType, saveNoteType } from './notes/note-types.ts';
import {
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
import { checkCollection } from './settings/check-collection.ts';
import { deleteSearch, saveSearch } from './settings/searches.ts';
import {
  addPreset,
  saveStudyOptions,
  setPreset,
  setStudySettings,
  silenceRule,
} from './settings/settings.ts';
import { nextAfter, prepareNext } from './study/ahead.ts';
import { answerCard } from './study/answer.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  redateCards,
  releaseCards,
  rescheduleCards,
  setCardsDue,
  suspendCards,
} from './study/cards.ts';
import { beginStudy, finishStudy, nextInStudy, openStudy } from './study/study.ts';
import { redoLast, undoLast } from './study/undo.ts';

/** Every verb, by its name: it decides, then applies. None rejects. */
export const COMMANDS = {
  addMedia,
  addNote,
  addPreset,
  answerCard,
  answerCram,
  archiveNotes,
  beginCram,
  beginStudy,
  buryCards,
  changeNoteType,
  checkCollection,
  cramCards,
  cramChoice,
  createDeck,
  deleteDeck,
  deleteMedia,
  deleteNotes,
  deleteNoteType,
  deleteOverlay,
  deletePreset,
  deleteSearch,
  deleteUnused,
  dropCram,
  dropDraft,
  editNote,
  editNotes,
  enterMark,
  finishStudy,
  flagCards,
  forgetCards,
  freeSpace,
  keepDraft,
  loadDeck,
  loadShippedDeck,
  markNotes,
  mendMedia,
  moveNotes,
  moveNotesToNewDeck,
  nextAfter,
  nextInStudy,
  openStudy,
  planDay,
  prepareNext,
  redateCards,
  redoLast,
  releaseCards,
  renameDeck,
  renameSection,
  rescheduleCards,
  saveDeck,
  saveNoteType,
  saveOverlay,
  saveSearch,
  saveStudyOptions,
  setCardsDue,
  setDeckPreset,
  setPreset,
  setStudySettings,
  settleCram,
  silenceRule,
  studyMinutes,
  studyPlan,
  suspendCards,
  switchOverlay,
  tagNotes,
  undoLast,
};

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
