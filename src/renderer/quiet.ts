/**
 * What is loaded ahead: one part after the other, each in a moment in which nothing else is done,
 * and none before the first screen has something to show. One that cannot be loaded now is left to
 * whoever needs it, who says so.
 */
export async function inQuietMoments(
  root: HTMLElement,
  parts: readonly (() => Promise<unknown>)[],
): Promise<void> {
  for (const load of parts) {
    await quietMoment(root);
    await load().catch(() => {});
  }
}

/** In a window that is not seen, or is busy without end, no quiet moment comes by itself. */
const QUIET_COMES_MILLIS = 5_000;
/** A screen that never gets anything to show must not keep the journal from being completed. */
const SCREEN_COMES_MILLIS = 30_000;

const paintings = new WeakMap<HTMLElement, Promise<void>>();

/** Once the first screen is painted with what it was opened for: what is loaded before delays it. */
export function firstPainting(root: HTMLElement): Promise<void> {
  const known = paintings.get(root);
  if (known) return known;
  const painting = firstScreen(root).then(() => new Promise<void>(afterPainting));
  paintings.set(root, painting);
  return painting;
}

/** Two frames on, what was laid out is painted; a page that is not in sight paints nothing. */
export function afterPainting(work: () => void): void {
  const timer = setTimeout(work, 1_000);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(work);
    }),
  );
}

/** The next moment in which nothing else is done, after the first screen is painted. */
export async function quietMoment(root: HTMLElement): Promise<void> {
  await firstPainting(root);
  await new Promise<void>((resolve) =>
    requestIdleCallback(() => resolve(), { timeout: QUIET_COMES_MILLIS }),
  );
}

/** Until a screen stands there with what it was opened for, its card drawn. */
function firstScreen(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(look);
    watch.observe(root, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
    const timer = setTimeout(finish, SCREEN_COMES_MILLIS);
    look();
    function look(): void {
      if (!root.querySelector('main:not(:empty, [aria-busy="true"])')) return;
      if (root.querySelector('iframe[aria-busy="true"]')) return;
      finish();
    }
    function finish(): void {
      clearTimeout(timer);
      watch.disconnect();
      resolve();
    }
  });
}
