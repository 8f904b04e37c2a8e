import { loadMaths } from './card/maths/maths.ts';
import { loadOcclusion } from './card/occlusion/use-occlusion.ts';
import { loadRareParts } from './card/load-rare-parts.ts';

/**
 * The screens, and parts of them, that neither Today nor a card waits for, in the order in which a
 * person is likely to want them. Whoever shows one imports it by itself (`lazy`); this list has
 * them there before.
 */
export const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('./review/finished.tsx'),
  () => import('./review/set-due.tsx'),
  () => import('./safety/safety.ts'),
  () => import('./actions/sheet/all-keys.tsx'),
  loadOcclusion,
  loadRareParts,
  () => import('./review/face/one-by-one.tsx'),
  () => import('./search/tag-address.ts'),
  () => import('./today/week-bars.tsx'),
  () => import('./today/long-rows.tsx'),
  () => import('./library/library-screen.tsx'),
  () => import('./card-info/card-facts.tsx'),
  () => import('./card/links/asked-link.ts'),
  () => import('./card/links/link-question.tsx'),
  () => import('./editor/note/add-screen.tsx'),
  () => import('./editor/note/edit-note.tsx'),
  () => import('./settings/settings.tsx'),
  () => import('./exams/exams-screen.tsx'),
  () => import('./exams/exam-screen.tsx'),
  () => import('./exams/exam-editor.tsx'),
  () => import('./review/cram-finished.tsx'),
  () => import('./import/import-screen.tsx'),
  () => import('./decks/load-deck.tsx'),
  () => import('./export/export-everything.tsx'),
  () => import('./note-types/note-types.tsx'),
  () => import('./media-check/media-screen.tsx'),
  () => import('./advice/advice-screen.tsx'),
  loadMaths,
];
