import type { ComponentType } from 'react';
import { loadMaths } from './card/maths/maths.ts';
import { loadRareParts } from './card/load-rare-parts.ts';
import { comesLater } from './kit/page/comes-later.tsx';
import { quietMoment } from './quiet.ts';

/**
 * Every screen, and what else the program's frame shows, is a file of its own. That of the start is
 * asked for before anything else is done; the others come in quiet moments after it, in this order,
 * or when they are opened.
 */
export const SCREENS = {
  today: comesLater(async () => (await import('./today/today.tsx')).Today),
  review: comesLater(async () => (await import('./review/review-screen.tsx')).ReviewScreen),
  library: comesLater(async () => (await import('./library/library-screen.tsx')).LibraryScreen),
  add: comesLater(async () => (await import('./editor/note/add-screen.tsx')).AddScreen),
  settings: comesLater(async () => (await import('./settings/settings.tsx')).Settings),
  insights: comesLater(async () => (await import('./insights/insights-places.tsx')).InsightsPlaces),
  exams: comesLater(async () => (await import('./exams/exams-screen.tsx')).ExamsScreen),
  exam: comesLater(async () => (await import('./exams/exam-screen.tsx')).ExamScreen),
  examEditor: comesLater(async () => (await import('./exams/exam-editor.tsx')).ExamEditor),
  import: comesLater(async () => (await import('./import/import-screen.tsx')).ImportScreen),
  loadDeck: comesLater(async () => (await import('./decks/load-deck.tsx')).LoadDeck),
  exportEverything: comesLater(
    async () => (await import('./export/export-everything.tsx')).ExportEverything,
  ),
  noteTypes: comesLater(async () => (await import('./note-types/note-types.tsx')).NoteTypes),
  media: comesLater(async () => (await import('./media-check/media-screen.tsx')).MediaScreen),
  advice: comesLater(async () => (await import('./advice/advice-screen.tsx')).AdviceScreen),
  help: comesLater(async () => (await import('./help/help-screen.tsx')).HelpScreen),
  noSuchPlace: comesLater(async () => (await import('./kit/page/no-such-place.tsx')).NoSuchPlace),
  // The import's own page says where a part of it is missing.
  fileDoor: unasked(async () => (await import('./door/file-door.tsx')).FileDoor),
  versionLine: unasked(async () => (await import('./start/version/version-line.tsx')).VersionLine),
};

/** What nobody has asked for yet: it comes in a quiet moment, and where it cannot come it is not there. */
function unasked<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return comesLater<Props>(async () => {
    await quietMoment(document.body);
    return load().catch(() => () => false as const);
  });
}

/**
 * What no first card waits for and has no place of its own on screen. Whoever needs a part imports it
 * by itself; this list has them there before.
 */
export const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('./safety/safety.ts'),
  async () => (await import('./card/occlusion/use-occlusion.ts')).loadOcclusion(),
  loadRareParts,
  () => import('./search/tag-address.ts'),
  () => import('./card/links/asked-link.ts'),
];

/** The largest, and the last to be wanted: formulas, where a deck has any. */
export const LAST: readonly (() => Promise<unknown>)[] = [loadMaths];
