import { loaded } from '../loaded.ts';
import { adviseCatchUp, backlogNow } from './once/backlog.ts';
import { checkMediaNow } from './once/check-media.ts';
import { previewSettle } from './once/cram.ts';
import { readDeckText, readShippedText } from './once/decks.ts';
import { plannedTomorrow, previewExam, previewPoint, previewWorkloadOf } from './once/exams.ts';
import { idsOfSearch } from './once/found.ts';
import { mediaContent, spaceToFree } from './once/media.ts';
import { nextRedo, nextUndo } from './once/next-step.ts';
import { chosenNotes, draftKept, firstRows } from './once/notes.ts';
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
import { card, lastOperation, setAside, studyDay, today } from './live/study.ts';
import type { PLANNER } from './planner.ts';

/** Read from the store alone, in the page: these can be watched. */
export const LIVE = {
  card,
  cramReport: cramReportNow,
  decks,
  forecasts,
  lastOperation,
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
  adviseCatchUp,
  backlogNow,
  checkMediaNow,
  chosenNotes,
  draftKept,
  firstRows,
  idsOfSearch,
  lintNotes: loaded(async () => (await import('./once/lint-notes.ts')).lintNotes),
  mediaContent,
  nextRedo,
  nextUndo,
  plannedTomorrow,
  previewExam,
  previewPoint,
  previewSettle,
  previewWorkload: loaded(async () => (await import('./once/workload.ts')).previewWorkload),
  previewWorkloadOf,
  readDeckText,
  readShippedText,
  replacePlan: loaded(async () => (await import('./once/replace.ts')).replacePlan),
  spaceToFree,
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
  'workloadWith',
] as const;

export type LiveQueries = typeof LIVE;
type OnceQueries = typeof ONCE;
export type LibraryQueries = Pick<typeof LIBRARY, (typeof IN_LIBRARY)[number]>;
export type PlannerQueries = Pick<typeof PLANNER, (typeof IN_PLANNER)[number]>;

/** Every query, by its name. */
export type Queries = LiveQueries & OnceQueries & LibraryQueries & PlannerQueries;
