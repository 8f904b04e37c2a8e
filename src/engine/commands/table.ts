import { loaded } from '../loaded.ts';

type FirstCard = typeof import('./first-card.ts');
type Soon = typeof import('./soon.ts');
type Later = typeof import('./later.ts');

/** The code of the verbs that a first card comes by: there when one is run, or when this is called. */
export const loadFirstCardCommands = (): Promise<FirstCard> => import('./first-card.ts');

function firstCard<Name extends keyof FirstCard>(name: Name): FirstCard[Name] {
  return loaded<FirstCard[Name]>(async () => (await loadFirstCardCommands())[name]);
}

/** The code of the verbs of the card at hand, likewise; asked for before all that is later. */
export const loadSoonCommands = (): Promise<Soon> => import('./soon.ts');

function soon<Name extends keyof Soon>(name: Name): Soon[Name] {
  return loaded<Soon[Name]>(async () => (await loadSoonCommands())[name]);
}

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
  answerCard: soon('answerCard'),
  answerCram: soon('answerCram'),
  archiveNotes: later('archiveNotes'),
  beginCram: soon('beginCram'),
  beginStudy: firstCard('beginStudy'),
  bringInFromFolder: later('bringInFromFolder'),
  buryCards: soon('buryCards'),
  buryNote: soon('buryNote'),
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
  deletePutAside: later('deletePutAside'),
  deleteSearch: later('deleteSearch'),
  deleteUnused: later('deleteUnused'),
  dropCram: soon('dropCram'),
  dropDraft: soon('dropDraft'),
  editNote: later('editNote'),
  editNotes: later('editNotes'),
  enterMark: later('enterMark'),
  exportFile: later('exportFile'),
  finishStudy: firstCard('finishStudy'),
  flagCards: soon('flagCards'),
  forgetCards: soon('forgetCards'),
  forgetImport: later('forgetImport'),
  freeSpace: later('freeSpace'),
  keepDraft: soon('keepDraft'),
  loadDeck: later('loadDeck'),
  loadShippedDeck: later('loadShippedDeck'),
  lookAtImport: later('lookAtImport'),
  makeCopy: later('makeCopy'),
  makeDailyCopy: later('makeDailyCopy'),
  markNotes: later('markNotes'),
  mendCollection: later('mendCollection'),
  mendMedia: later('mendMedia'),
  mergeFile: later('mergeFile'),
  moreNew: later('moreNew'),
  moveNotes: later('moveNotes'),
  moveNotesToNewDeck: later('moveNotesToNewDeck'),
  nextAfter: soon('nextAfter'),
  nextInStudy: firstCard('nextInStudy'),
  openStudy: firstCard('openStudy'),
  planDay: firstCard('planDay'),
  prepareNext: soon('prepareNext'),
  readImport: later('readImport'),
  redateCards: soon('redateCards'),
  redoLast: soon('redoLast'),
  regradeHard: later('regradeHard'),
  releaseCards: soon('releaseCards'),
  renameDeck: later('renameDeck'),
  renameSection: later('renameSection'),
  replaceByFile: later('replaceByFile'),
  rescheduleCards: soon('rescheduleCards'),
  restoreCopy: later('restoreCopy'),
  runImport: later('runImport'),
  saveCollection: later('saveCollection'),
  saveDeck: later('saveDeck'),
  saveNoteType: later('saveNoteType'),
  saveOverlay: later('saveOverlay'),
  saveSearch: later('saveSearch'),
  saveStudyOptions: later('saveStudyOptions'),
  setCardsDue: soon('setCardsDue'),
  setDeckPreset: later('setDeckPreset'),
  setPreset: later('setPreset'),
  setStudySettings: later('setStudySettings'),
  settleCram: soon('settleCram'),
  silenceRule: later('silenceRule'),
  studyAhead: later('studyAhead'),
  studyMinutes: firstCard('studyMinutes'),
  studyPlan: firstCard('studyPlan'),
  suspendCards: soon('suspendCards'),
  suspendNote: soon('suspendNote'),
  switchOverlay: later('switchOverlay'),
  tagNotes: later('tagNotes'),
  takeBackImport: later('takeBackImport'),
  undoLast: soon('undoLast'),
};

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
