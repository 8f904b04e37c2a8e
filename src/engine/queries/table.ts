import { eachLoaded, eachReady } from '../loaded.ts';
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

/** The code of the questions about the card at hand, likewise; asked for before all that is later. */
export const loadSoonQueries = (): Promise<Soon> => import('./soon.ts');

/** The code of the questions that no card waits for: there when one is asked, or when this is called. */
export const loadLaterQueries = (): Promise<Later> => import('./later.ts');

/** Live ones among them. */
export const loadLaterLive = (): Promise<LiveLater> => import('./live-later.ts');

/** Read from the store alone, in the page: these can be watched. */
export const LIVE = {
  decks,
  ...eachReady(loadTodayQueries, ['daysNotSaved', 'lastOutside', 'openCramAnswers', 'today']),
  ...eachReady(loadCardQueries, ['mediaFile', 'noteForEditing', 'overlays']),
  ...eachReady(loadLaterLive, [
    'card',
    'cramReport',
    'forecasts',
    'lastOperation',
    'notesAdded',
    'noteTypes',
    'presets',
    'sampleNote',
    'savedSearches',
    'setAside',
    'settings',
    'silencedRules',
    'studyDay',
    'typesInUse',
  ]),
} satisfies Record<string, Read>;

/** Asked once, in the page: what takes long, or what the workers have a part in. */
export const ONCE = {
  ...eachLoaded(loadCardQueries, ['mediaContent']),
  ...eachLoaded(loadSoonQueries, ['draftKept', 'nextRedo', 'nextUndo']),
  ...eachLoaded(loadLaterQueries, [
    'adviceOn',
    'adviseCatchUp',
    'backlogNow',
    'cardsAhead',
    'checkMediaNow',
    'chosenNotes',
    'collectionFile',
    'copies',
    'copiesOutside',
    'databasesAside',
    'deckFile',
    'firstRows',
    'idsOfSearch',
    'importsMade',
    'lastSlotOfType',
    'libraryTotal',
    'lintNotes',
    'plannedTomorrow',
    'previewExam',
    'previewPoint',
    'previewRegrade',
    'previewSettle',
    'previewTakeBack',
    'previewWorkload',
    'previewWorkloadOf',
    'printableCards',
    'readDeckText',
    'readShippedText',
    'replacePlan',
    'sessionReport',
    'spaceToFree',
  ]),
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
  'cardsByGroup',
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
