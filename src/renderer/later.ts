import { loadMaths } from './card/maths/maths.ts';
import { loadOcclusion } from './card/occlusion/use-occlusion.ts';
import { loadRareParts } from './card/load-rare-parts.ts';

/** Screens that are opened by an address and loaded ahead: each is imported in one place. */
export const SCREENS = {
  insights: () => import('./insights/insights-screen.tsx'),
  exams: () => import('./exams/exams-screen.tsx'),
  exam: () => import('./exams/exam-screen.tsx'),
  examEditor: () => import('./exams/exam-editor.tsx'),
  library: () => import('./library/library-screen.tsx'),
  add: () => import('./editor/note/add-screen.tsx'),
  settings: () => import('./settings/settings.tsx'),
  import: () => import('./import/import-screen.tsx'),
  noteTypes: () => import('./note-types/note-types.tsx'),
  media: () => import('./media-check/media-screen.tsx'),
  advice: () => import('./advice/advice-screen.tsx'),
  decks: () => import('./decks/load-deck.tsx'),
  exportAll: () => import('./export/export-everything.tsx'),
} as const;

/**
 * The screens, and parts of them, that neither Today nor a card waits for, in the order in which a
 * person is likely to want them. Whoever shows one imports it by itself (`lazy`); this list has
 * them there before.
 */
export const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('./review/finished.tsx'),
  () => import('./review/set-due.tsx'),
  () => import('./safety/safety.ts'),
  loadOcclusion,
  loadRareParts,
  () => import('./review/face/one-by-one.tsx'),
  () => import('./search/tag-address.ts'),
  () => import('./today/week-bars.tsx'),
  () => import('./today/long-rows.tsx'),
  SCREENS.library,
  () => import('./card-info/card-facts.tsx'),
  () => import('./card/links/asked-link.ts'),
  () => import('./card/links/link-question.tsx'),
  SCREENS.add,
  () => import('./editor/note/edit-note.tsx'),
  SCREENS.settings,
  SCREENS.insights,
  SCREENS.exams,
  SCREENS.exam,
  SCREENS.examEditor,
  () => import('./review/cram-finished.tsx'),
  SCREENS.import,
  SCREENS.decks,
  SCREENS.exportAll,
  SCREENS.noteTypes,
  SCREENS.media,
  SCREENS.advice,
  loadMaths,
];
