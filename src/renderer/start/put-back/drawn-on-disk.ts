import { endDrawn, forgetDrawn, readDrawn, rememberDrawn } from '../../../store/device/drawn.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { changes, heard, NOTES, ownNote, slowSides } from '../../card/undrawn/being-drawn.ts';
import { acquit, strike } from '../../card/undrawn/struck.ts';
import { marksFrom, type UndrawnMark } from '../../card/undrawn/undrawn-marks.ts';

/**
 * What pages that are gone were drawing when they ended. Where that ended the program twice, the
 * start is Today: the same screen would end it again. A note is believed unless the database, which
 * is written at once, knows of more that its page drew: a browser that is killed leaves a note that
 * was taken away seconds before.
 */
export async function markUndrawn(store: RoundsDatabase): Promise<void> {
  const left: UndrawnMark[] = [];
  const open = await openPages();
  for (const page of Object.keys(localStorage)) {
    if (!page.startsWith(NOTES) || open.has(page)) continue;
    const [noted, sides] = noteFrom(localStorage.getItem(page));
    const drawn = await readDrawn(store, page);
    // First: where this start is killed, too, the browser may still have the note at the next.
    await endDrawn(store, page, Date.now());
    localStorage.removeItem(page);
    if (drawn <= noted) left.push(...sides);
  }
  if (strike(left).length > 0) history.replaceState(null, '', '#/');
}

/** From now on the database knows how far this page is with what it draws. */
export async function rememberDrawings(store: RoundsDatabase): Promise<void> {
  holdOpen();
  heard.by = (page, noted, painted) => {
    rememberDrawn(store, page, noted, Date.now());
    if (painted !== undefined) acquit(painted);
    strike(slowSides.splice(0));
  };
  rememberDrawn(store, ownNote, changes, Date.now());
  await forgetDrawn(store, Date.now()).catch(() => {});
}

/** A lock lasts as long as the page, however that ends: it tells who is gone. */
function holdOpen(): void {
  void navigator.locks?.request(ownNote, () => new Promise(() => {}));
}

async function openPages(): Promise<ReadonlySet<string | undefined>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name));
}

/** [how often it had become another, what was being drawn]; what is damaged says nothing. */
function noteFrom(text: string | null): readonly [number, readonly UndrawnMark[]] {
  const noted = Number.parseInt(text?.slice(1) ?? '', 10);
  return Number.isNaN(noted) ? [0, []] : [noted, marksFrom(text)];
}
