import {
  loadFirstCardCommands,
  loadLaterCommands,
  loadSoonCommands,
} from '../../engine/commands/table.ts';
import {
  loadCardQueries,
  loadLaterLive,
  loadLaterQueries,
  loadSoonQueries,
  loadTodayQueries,
} from '../../engine/queries/table.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { LAST, LATER, SCREENS } from '../later.ts';
import { loadAllLater } from '../kit/page/comes-later.tsx';
import { inQuietMoments, quietMoment } from '../quiet.ts';
import { container } from './screen.tsx';
import { drawnOnDisk } from './under-way.tsx';

/** The two screens that a day begins with, each with what it asks and does: a file of its own. */
const TODAY = [SCREENS.today.load, loadTodayQueries];
const REVIEW = [SCREENS.review.load, loadFirstCardCommands, loadCardQueries];

/** What the screen that the address names consists of. What cannot come says so in its place. */
export function loadFirstScreen(): Promise<unknown> {
  const wanted = location.hash === '#/review' ? REVIEW : TODAY;
  return Promise.allSettled(wanted.map((load) => load()));
}

/** What a card, a key or a click may want next is there before it does. */
export async function loadAhead(store: RoundsDatabase): Promise<void> {
  const remember = async () => (await drawnOnDisk()).rememberDrawings(store);
  const soon = [remember, ...REVIEW, ...TODAY, loadSoonCommands, loadSoonQueries];
  const later = [loadLaterCommands, loadLaterQueries, loadLaterLive, ...LATER];
  await inQuietMoments(container, [...soon, ...later]);
  await loadAllLater(() => quietMoment(container));
  await inQuietMoments(container, LAST);
}

/** What windows that are gone have left: half-written notes, and looks at copies. */
export async function bringInWhatIsLeft(store: RoundsDatabase): Promise<void> {
  await quietMoment(container);
  const { bringInDrafts } = await import('../../store/device/drafts.ts');
  await bringInDrafts(store);
  const { tidyGone } = await import('../../store/device/gone-drafts.ts');
  await tidyGone(store, Date.now());
  const { deleteLooks } = await import('../../store/place/look-place.ts');
  await deleteLooks();
}
