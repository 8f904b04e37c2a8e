import {
  addMarks,
  type CardDrawn,
  type UndrawnMark,
  marksFrom,
  sideHash,
} from './undrawn-marks.ts';

/** Survives the end of the page's process: the browser keeps it outside. */
const STORAGE_KEY = 'rounds.being-drawn';
/** Longer than any card that can be used takes on a slow machine. */
const SLOW_MILLIS = 5_000;
/** What was drawn once since the start is not noted again. Some megabytes at most. */
const MOST_KNOWN = 10_000;

const known = new Set<string>();
const now = new Map<string, UndrawnMark>();

/** The drawing of one side, from before its HTML is read until it is on screen. */
export interface SideDrawing {
  /** A part of it, done at once: where all parts take seconds, the side is not drawn again. */
  part<Done>(work: () => Done): Done;
  /** Nothing is left but to paint it. */
  laidOut(): void;
  /** It is not wanted any more. */
  end(): void;
}

/**
 * Notes that a side is being drawn, where a program that ends with it finds the note at its next
 * start. It costs the next card two small writes into memory, the first time that it is drawn.
 */
export function beginDrawing(html: string, css: string, card?: CardDrawn): SideDrawing {
  const side = sideHash(html, css);
  let millis = 0;
  const isKnown = known.has(side);
  if (!isKnown) {
    now.set(side, { side, card, reason: 'ended' });
    note();
  }
  const end = (): void => {
    if (now.delete(side)) note();
  };
  return {
    end,
    part(work) {
      const startedAt = performance.now();
      const done = work();
      millis += performance.now() - startedAt;
      return done;
    },
    laidOut() {
      if (millis > SLOW_MILLIS) addMarks([{ side, card, reason: 'slow' }]);
      if (isKnown) return;
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(side);
      afterPainting(end);
    },
  };
}

/**
 * What was being drawn when the program last ended, marked from now on. Once, at the start, before
 * anything is drawn, by the one program that has the collection.
 */
export function markUnfinished(): readonly UndrawnMark[] {
  const unfinished = marksFrom(localStorage.getItem(STORAGE_KEY));
  localStorage.removeItem(STORAGE_KEY);
  if (unfinished.length > 0) addMarks(unfinished);
  // Who leaves is no sign of anything wrong.
  addEventListener('pagehide', () => localStorage.removeItem(STORAGE_KEY));
  return unfinished;
}

function note(): void {
  if (now.size === 0) localStorage.removeItem(STORAGE_KEY);
  else {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify([...now.values()]));
    } catch {
      // A full disk: the card is drawn all the same, and is not known if it ends the program.
    }
  }
}

/** Two frames on, it is painted; a page that is not in sight paints nothing. */
function afterPainting(work: () => void): void {
  const timer = setTimeout(work, 1_000);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(work);
    }),
  );
}
