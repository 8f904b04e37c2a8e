import { loaded } from '../loaded.ts';
import { answerCram, beginCram, dropCram, settleCram } from './cram/cram.ts';
import { planDay, studyMinutes, studyPlan } from './exams/plan-day.ts';
import { dropDraft, keepDraft } from './notes/drafts.ts';
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

type Later = typeof import('./later.ts');

/** The code of the verbs that no card waits for: there when one is run, or when this is called. */
export const loadLaterCommands = (): Promise<Later> => import('./later.ts');

function later<Name extends keyof Later>(name: Name): Later[Name] {
  return loaded<Later[Name]>(async () => (await loadLaterCommands())[name]);
}

/** Every verb, by its name: it decides, then applies. None rejects. */
export const COMMANDS = {
  addMedia: later('addMedia'),
  addNote: later('addNote'),
  addPreset: later('addPreset'),
  answerCard,
  answerCram,
  archiveNotes: later('archiveNotes'),
  beginCram,
  beginStudy,
  buryCards,
  changeNoteType: later('changeNoteType'),
  checkCollection: later('checkCollection'),
  cramCards: later('cramCards'),
  cramChoice: later('cramChoice'),
  createDeck: later('createDeck'),
  deleteDeck: later('deleteDeck'),
  deleteMedia: later('deleteMedia'),
  deleteNotes: later('deleteNotes'),
  deleteNoteType: later('deleteNoteType'),
  deleteOverlay: later('deleteOverlay'),
  deletePreset: later('deletePreset'),
  deleteSearch: later('deleteSearch'),
  deleteUnused: later('deleteUnused'),
  dropCram,
  dropDraft,
  editNote: later('editNote'),
  editNotes: later('editNotes'),
  enterMark: later('enterMark'),
  finishStudy,
  flagCards,
  forgetCards,
  freeSpace: later('freeSpace'),
  keepDraft,
  loadDeck: later('loadDeck'),
  loadShippedDeck: later('loadShippedDeck'),
  markNotes: later('markNotes'),
  mendCollection: later('mendCollection'),
  mendMedia: later('mendMedia'),
  moveNotes: later('moveNotes'),
  moveNotesToNewDeck: later('moveNotesToNewDeck'),
  nextAfter,
  nextInStudy,
  openStudy,
  planDay,
  prepareNext,
  redateCards,
  redoLast,
  releaseCards,
  renameDeck: later('renameDeck'),
  renameSection: later('renameSection'),
  rescheduleCards,
  saveDeck: later('saveDeck'),
  saveNoteType: later('saveNoteType'),
  saveOverlay: later('saveOverlay'),
  saveSearch: later('saveSearch'),
  saveStudyOptions: later('saveStudyOptions'),
  setCardsDue,
  setDeckPreset: later('setDeckPreset'),
  setPreset: later('setPreset'),
  setStudySettings: later('setStudySettings'),
  settleCram,
  silenceRule: later('silenceRule'),
  studyMinutes,
  studyPlan,
  suspendCards,
  switchOverlay: later('switchOverlay'),
  tagNotes: later('tagNotes'),
  undoLast,
};

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
