import { eachLoaded } from '../loaded.ts';

type FirstCard = typeof import('./first-card.ts');
type Soon = typeof import('./soon.ts');
type Later = typeof import('./later.ts');

/** The code of the verbs that a first card comes by: there when one is run, or when this is called. */
export const loadFirstCardCommands = (): Promise<FirstCard> => import('./first-card.ts');

/** The code of the verbs of the card at hand, likewise; asked for before all that is later. */
export const loadSoonCommands = (): Promise<Soon> => import('./soon.ts');

/** The code of the verbs that no card waits for: there when one is run, or when this is called. */
export const loadLaterCommands = (): Promise<Later> => import('./later.ts');

/** Every verb, by its name: it decides, then applies. None rejects. */
export const COMMANDS = {
  ...eachLoaded(loadFirstCardCommands, [
    'beginStudy',
    'finishStudy',
    'nextInStudy',
    'openStudy',
    'planDay',
    'studyMinutes',
    'studyPlan',
  ]),
  ...eachLoaded(loadSoonCommands, [
    'answerCard',
    'answerCram',
    'beginCram',
    'buryCards',
    'buryNote',
    'dropCram',
    'dropDraft',
    'flagCards',
    'forgetCards',
    'keepDraft',
    'nextAfter',
    'prepareNext',
    'redateCards',
    'redoLast',
    'releaseCards',
    'rescheduleCards',
    'setCardsDue',
    'settleCram',
    'suspendCards',
    'suspendNote',
    'undoLast',
  ]),
  ...eachLoaded(loadLaterCommands, [
    'addMedia',
    'addNote',
    'addPreset',
    'archiveNotes',
    'bringInFromFolder',
    'changeNoteType',
    'checkCollection',
    'cramCards',
    'cramChoice',
    'createDeck',
    'deleteDeck',
    'deleteMedia',
    'deleteNotes',
    'deleteNoteType',
    'deleteOverlay',
    'deletePreset',
    'deletePutAside',
    'deleteSearch',
    'deleteUnused',
    'editNote',
    'editNotes',
    'enterMark',
    'exportFile',
    'forgetImport',
    'freeSpace',
    'loadDeck',
    'loadShippedDeck',
    'lookAtImport',
    'makeCopy',
    'makeDailyCopy',
    'markNotes',
    'mendCollection',
    'mendMedia',
    'mergeFile',
    'moreNew',
    'moveNotes',
    'moveNotesToNewDeck',
    'readImport',
    'regradeHard',
    'renameDeck',
    'renameSection',
    'replaceByFile',
    'restoreCopy',
    'runImport',
    'saveCollection',
    'saveDeck',
    'saveNoteType',
    'saveOverlay',
    'saveSearch',
    'saveStudyOptions',
    'setDeckPreset',
    'setPreset',
    'setStudySettings',
    'silenceRule',
    'studyAhead',
    'switchOverlay',
    'tagNotes',
    'takeBackImport',
  ]),
};

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
