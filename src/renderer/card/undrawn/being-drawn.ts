import { afterPainting } from '../../quiet.ts';
import { type CardDrawn, sideHash, type UndrawnMark } from './undrawn-marks.ts';

/** Survives the end of the page's process: the browser keeps it outside, and writes it seconds later. */
export const NOTES = 'rounds.being-drawn/';
/**
 * Of this page: what another window draws is its own. The name of a lock, too, held as long as it is
 * open. Without https there are random numbers, but no UUIDs, and the page is to say so (SHELL-40).
 */
export const ownNote = NOTES + crypto.getRandomValues(new Uint32Array(4)).join('-');
/** Longer than any card that can be used takes on a slow machine. */
const SLOW_MILLIS = 5_000;
/** What was drawn once since the start is not noted again. Some megabytes at most. */
const MOST_KNOWN = 10_000;

const known = new Set<string>();
const now = new Map<string, UndrawnMark>();
/** Sides that took long, until whoever hears of drawings takes them. */
export const slowSides: UndrawnMark[] = [];
/** How often the note has become another. */
export let changes = 0;
/** Whoever hears of drawings: nobody until the first screen stands. */
export const heard: { by?: DrawingHearer } = {};

/**
 * Hears that something that stood in the note is drawn, or not wanted any more, and remembers on the
 * disk how far the note is: one that is read there may be an older one. `painted`: it is on screen.
 */
export type DrawingHearer = (note: string, changes: number, painted?: string) => void;

/** The drawing of one side, from before its HTML is read until it is on screen. */
export interface SideDrawing {
  /** A part of it, done at once: where all parts take seconds, the side is not drawn again. */
  part<Done>(work: () => Done): Done;
  /** Nothing of it is done until its next part: a program that ends now does not end with it. */
  waits(): void;
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
  let isOver = known.has(side);
  const stand = (): void => {
    if (isOver || now.has(side)) return;
    now.set(side, { side, card, reason: 'twice' });
    note();
  };
  const lift = (painted?: string): void => {
    if (!now.delete(side)) return;
    note();
    heard.by?.(ownNote, changes, painted);
  };
  const end = (painted?: string): void => {
    isOver = true;
    lift(painted);
  };
  stand();
  return {
    end,
    waits: lift,
    part(work) {
      stand();
      const startedAt = performance.now();
      const done = work();
      millis += performance.now() - startedAt;
      return done;
    },
    laidOut() {
      if (millis > SLOW_MILLIS) slowSides.push({ side, card, reason: 'slow' });
      if (isOver) return;
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(side);
      afterPainting(() => end(side));
    },
  };
}

/** Once, at the start, before anything is drawn; whether there are notes, of any page. */
export function beginNoting(): boolean {
  // Who leaves is no sign of anything wrong, and a page out of sight is ended whenever it pleases.
  addEventListener('pagehide', () => localStorage.removeItem(ownNote));
  addEventListener('visibilitychange', note);
  return Object.keys(localStorage).some((key) => key.startsWith(NOTES));
}

function note(): void {
  changes++;
  if (now.size === 0 || document.hidden) localStorage.removeItem(ownNote);
  else {
    try {
      localStorage.setItem(ownNote, JSON.stringify([changes, ...now.values()]));
    } catch {
      // A full disk: the card is drawn all the same, and is not known if it ends the program.
    }
  }
}
