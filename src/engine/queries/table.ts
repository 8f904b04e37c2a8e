import { loaded, type Ready, ready } from '../loaded.ts';
import type { Read } from './context.ts';
import type { LIBRARY } from './library.ts';
import { decks } from './live/decks.ts';
import type { PLANNER } from './planner.ts';

type ForToday = typeof import('./for-today.ts');
type ForCard = typeof import('./for-card.ts');
type Soon = typeof import('./soon.ts');
type Later = typeof import('./later.ts');
type LiveLater = typeof import('./live-later.ts');

/** The code of what Today asks, and of what a card may: there when one is asked, or when this is called. */
export const loadTodayQueries = (): Promise<ForToday> => import('./for-today.ts');
export const loadCardQueries = (): Promise<ForCard> => import('./for-card.ts');

function forToday<Name extends keyof ForToday>(name: Name): Ready<ForToday[Name]> {
  return ready<ForToday[Name]>(async () => (await loadTodayQueries())[name]);
}

function forCard<Name extends keyof ForCard>(name: Name): Ready<ForCard[Name]> {
  return ready<ForCard[Name]>(async () => (await loadCardQueries())[name]);
}

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

/** Live ones among them. */
export const loadLaterLive = (): Promise<LiveLater> => import('./live-later.ts');

function liveLater<Name extends keyof LiveLater>(name: Name): Ready<LiveLater[Name]> {
  return ready<LiveLater[Name]>(async () => (await loadLaterLive())[name]);
}

/** Read from the store alone, in the page: these can be watched. */
export const LIVE = {
  card: liveLater('card'),
  cramReport: liveLater('cramReportNow'),
  daysNotSaved: forToday('daysNotSaved'),
  decks,
  forecasts: liveLater('forecasts'),
  lastOperation: liveLater('lastOperation'),
  lastOutside: forToday('lastOutside'),
  mediaFile: forCard('mediaFile'),
  noteForEditing: forCard('noteForEditing'),
  notesAdded: liveLater('notesAdded'),
  noteTypes: liveLater('noteTypes'),
  openCramAnswers: forToday('openCramAnswers'),
  overlays: forCard('overlays'),
  presets: liveLater('presets'),
  sampleNote: liveLater('sampleNote'),
  savedSearches: liveLater('savedSearches'),
  setAside: liveLater('setAside'),
  settings: liveLater('settings'),
  silencedRules: liveLater('silencedRules'),
  studyDay: liveLater('studyDay'),
  today: forToday('today'),
  typesInUse: liveLater('typesInUse'),
} satisfies Record<string, Read>;

/** Asked once, in the page: what takes long, or what the workers have a part in. */
export const ONCE = {
  adviceOn: later('adviceOn'),
  adviseCatchUp: later('adviseCatchUp'),
  backlogNow: later('backlogNow'),
  cardsAhead: later('cardsAhead'),
  checkMediaNow: later('checkMediaNow'),
  chosenNotes: later('chosenNotes'),
  draftKept: soon('draftKept'),
  firstRows: later('firstRows'),
  idsOfSearch: later('idsOfSearch'),
  importsMade: later('importsMade'),
  libraryTotal: later('libraryTotal'),
  lintNotes: later('lintNotes'),
  mediaContent: loaded<ForCard['mediaContent']>(async () => (await loadCardQueries()).mediaContent),
  nextRedo: soon('nextRedo'),
  nextUndo: soon('nextUndo'),
  plannedTomorrow: later('plannedTomorrow'),
  previewExam: later('previewExam'),
  previewPoint: later('previewPoint'),
  previewRegrade: later('previewRegrade'),
  previewSettle: later('previewSettle'),
  previewTakeBack: later('previewTakeBack'),
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
  'insights',
  'learnWeights',
  'nearest',
  'predictedAnswers',
  'retentionCurve',
  'rows',
  'searchCounts',
  'simulated',
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
