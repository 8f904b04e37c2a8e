import { t } from '../../../kernel/texts.ts';
import { isAtEdge, isSideways } from './swipe.ts';

/** What becomes of a finger that goes sideways over the card. */
export interface FingerHeard {
  /** Whether one that is put down now, so many pixels below the window's top, may swipe. */
  readonly mayBegin: (y: number) => boolean;
  /** It is so many pixels to the right of where it was put down; when, by the clock of its events. */
  readonly onMove: (x: number, atMillis: number) => void;
  readonly onLetGo: (x: number, atMillis: number) => void;
  /** It was no swipe after all. */
  readonly onDropped: () => void;
}

interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly isSideways: boolean;
}

/**
 * Hears one finger in `places`, the page's part around the card and the card's own document. A second
 * finger ends it, wherever it is put down. Returns the end of it.
 */
export function followFinger(
  places: readonly (HTMLElement | Document)[],
  heard: FingerHeard,
): () => void {
  const ending = new AbortController();
  const down = new Map<EventTarget, number>();
  let finger: Finger | undefined;

  function drop(): void {
    const wasSideways = finger?.isSideways;
    finger = undefined;
    if (wasSideways) heard.onDropped();
  }
  function begin(event: TouchEvent, place: EventTarget): void {
    down.set(place, event.touches.length);
    const fingers = [...down.values()].reduce((sum, each) => sum + each, 0);
    const touch = event.changedTouches[0];
    drop();
    if (fingers !== 1 || !touch) return;
    const { x, y } = inWindow(event, touch);
    if (isAtEdge(x, window.innerWidth) || !isOnCard(event) || !heard.mayBegin(y)) return;
    // On the screen: what is under the finger moves along with it.
    finger = { id: touch.identifier, x: touch.screenX, y: touch.screenY, isSideways: false };
  }
  function move(event: TouchEvent): void {
    const touch = touchOf(event, finger);
    if (!finger || !touch) return;
    const [x, y] = [touch.screenX - finger.x, touch.screenY - finger.y];
    const goesSideways = finger.isSideways || isSideways(x, y);
    if (goesSideways === undefined) return;
    // What cannot be taken from it any more the browser scrolls with.
    if (!goesSideways || !event.cancelable || isMarkingOrMagnified(event)) {
      drop();
      return;
    }
    event.preventDefault();
    finger = { ...finger, isSideways: true };
    heard.onMove(x, event.timeStamp);
  }
  function end(event: TouchEvent, place: EventTarget): void {
    down.set(place, event.touches.length);
    const touch = touchOf(event, finger);
    if (!finger || !touch) return;
    const { x, isSideways: wasSwipe } = finger;
    finger = undefined;
    if (!wasSwipe) return;
    // It is no tap as well.
    if (event.cancelable) event.preventDefault();
    heard.onLetGo(touch.screenX - x, event.timeStamp);
  }
  function cancel(event: TouchEvent, place: EventTarget): void {
    down.set(place, event.touches.length);
    drop();
  }

  const { signal } = ending;
  for (const place of places) {
    const on = (type: string, hear: (event: TouchEvent, place: EventTarget) => void): void =>
      place.addEventListener(type, (event) => hear(event as TouchEvent, place), {
        signal,
        passive: type === 'touchstart' || type === 'touchcancel',
      });
    on('touchstart', begin);
    on('touchmove', move);
    on('touchend', end);
    on('touchcancel', cancel);
  }
  return () => {
    ending.abort();
    drop();
  };
}

function touchOf(event: TouchEvent, finger: Finger | undefined): Touch | undefined {
  return [...event.changedTouches].find(({ identifier }) => identifier === finger?.id);
}

/** What a finger works by itself, to the side as well; in a dialog it is not on the card at all. */
const WORKED_SIDEWAYS = t`input, select, textarea, audio, video, [contenteditable], dialog`;

/** Where it is, in a card's frame too. */
function inWindow(event: TouchEvent, { clientX, clientY }: Touch) {
  const view = (event.target as Node | null)?.ownerDocument?.defaultView;
  const frame = view?.frameElement?.getBoundingClientRect();
  return { x: clientX + (frame?.left ?? 0), y: clientY + (frame?.top ?? 0) };
}

/** On nothing that scrolls to the side or is worked so. */
function isOnCard(event: TouchEvent): boolean {
  const target = event.target as Element | null;
  const view = target?.ownerDocument?.defaultView;
  if (!target?.closest || !view || isMarkingOrMagnified(event)) return false;
  return !target.closest(WORKED_SIDEWAYS) && !scrollsSideways(target, view);
}

function scrollsSideways(target: Element, view: Window): boolean {
  for (let each: Element | null = target; each; each = each.parentElement) {
    if (each.scrollWidth <= each.clientWidth + 1) continue;
    if (/auto|scroll/.test(view.getComputedStyle(each).overflowX)) return true;
  }
  return false;
}

function isMarkingOrMagnified({ target }: TouchEvent): boolean {
  const isMarked = (target as Node | null)?.ownerDocument?.getSelection()?.isCollapsed === false;
  return isMarked || (window.visualViewport?.scale ?? 1) > 1.01;
}
