import { loaded } from '../loaded.ts';
import { mediaContent } from './once/media/media.ts';
import type { Read } from './context.ts';
import type { LIBRARY } from './library.ts';
import { cramReportNow, forecasts, openCramAnswers, overlays } from './live/exams.ts';
import {
  decks,
  mediaFile,
  noteForEditing,
  notesAdded,
  noteTypes,
  sampleNote,
  typesInUse,
} from './live/notes.ts';
import { presets, savedSearches, settings, silencedRules } from './live/settings.ts';
import {
  card,
  daysNotSaved,
  lastOperation,
  lastOutside,
  setAside,
  studyDay,
  today,
} from './live/study.ts';
import type { PLANNER } from './planner.ts';

type Soon = typeof import('./soon.ts');
type Later = typeof import('./later.ts');

/** The code of the questions about the card at hand, likewise; asked for before all that is later. */
export const loadSoonQueries = (): Promise<Soon> => import('./soon.ts');

function soon<Name extends keyof Soon>(name: Name): Soon[Name] {
  return loaded<Soon[Name]>(async () => (await loadSoonQueries())[name]);
}

/** The code of the questions that no card waits for: there when one is asked, or when this is called. */
export const loadLaterQueries = (): Promise<Later> => import('./later.ts');

function later<Name extends keyof Later>(name: Name): Later[Name] {
  return loaded<Later[Name]>(async () => (await loadLaterQueries())[name]);
}

/** Read from the store alone, in the page: these can be watched. */
export const LIVE = {
  card,
  cramReport: cramReportNow,
  daysNotSaved,
  decks,
  forecasts,
  lastOperation,
  lastOutside,
  mediaFile,
  noteForEditing,
  notesAdded,
  noteTypes,
  openCramAnswers,
  overlays,
  presets,
  sampleNote,
  savedSearches,
  setAside,
  settings,
  silencedRules,
  studyDay,
  today,
  typesInUse,
} satisfies Record<string, Read>;

/** Asked once, in the page: what takes long, or what the workers have a part in. */
export const ONCE = {
  adviseCatchUp: later('adviseCatchUp'),
  backlogNow: later('backlogNow'),
  checkMediaNow: later('checkMediaNow'),
  chosenNotes: later('chosenNotes'),
  draftKept: soon('draftKept'),
  firstRows: later('firstRows'),
  idsOfSearch: later('idsOfSearch'),
  libraryTotal: later('libraryTotal'),
  lintNotes: later('lintNotes'),
  mediaContent,
  nextRedo: soon('nextRedo'),
  nextUndo: soon('nextUndo'),
  plannedTomorrow: later('plannedTomorrow'),
  previewExam: later('previewExam'),
  previewPoint: later('previewPoint'),
  previewSettle: later('previewSettle'),
  previewWorkload: later('previewWorkload'),
  previewWorkloadOf: later('previewWorkloadOf'),
  printableCards: later('printableCards'),
  collectionFile: later('collectionFile'),
  copies: later('copies'),
  copiesOutside: later('copiesOutside'),
  databasesAside: later('databasesAside'),
  deckFile: later('deckFile'),
  readDeckText: later('readDeckText'),
  readShippedText: later('readShippedText'),
  replacePlan: later('replacePlan'),
  sessionReport: later('sessionReport'),
  spaceToFree: later('spaceToFree'),
} satisfies Record<string, Read>;

/** Answered by the library's worker; what they do is in library.ts, which the page never loads. */
export const IN_LIBRARY = [
  'counts',
  'duplicates',
  'find',
  'ids',
  'nearest',
  'rows',
  'searchCounts',
  'vocabulary',
] as const;

/** Answered by the planner's worker; what they do is in planner.ts. */
export const IN_PLANNER = [
  'dayAfter',
  'dayPlan',
  'examOutlook',
  'examPoint',
  'makeReady',
  'workloadWith',
] as const;

export type LiveQueries = typeof LIVE;
type OnceQueries = typeof ONCE;
export type LibraryQueries = Pick<typeof LIBRARY, (typeof IN_LIBRARY)[number]>;
export type PlannerQueries = Pick<typeof PLANNER, (typeof IN_PLANNER)[number]>;

/** Every query, by its name. */
export type Queries = LiveQueries & OnceQueries & LibraryQueries & PlannerQueries;
