import { cdp } from 'vitest/browser';

/** A place on an element, in fractions of its size. */
export type At = readonly [x: number, y: number];

type Send = { send(method: string, parameters: object): Promise<unknown> };

const SHIFT = 8;

/** The browser's own mouse, as the operating system would move it. */
export const mouse = {
  async click(element: Element, at: At, keys: { readonly shift?: boolean } = {}): Promise<void> {
    await mouse.drag(element, [at], keys);
  },

  /** Presses at the first place, goes through the others in steps, and lets go at the last. */
  async drag(
    element: Element,
    path: readonly At[],
    keys: { readonly shift?: boolean; readonly button?: 'left' | 'middle' } = {},
  ): Promise<void> {
    const button = keys.button ?? 'left';
    const common = { modifiers: keys.shift ? SHIFT : 0, pointerType: 'mouse', clickCount: 1 };
    const places = path.map((at) => onPage(element, at));
    const [first] = places;
    const last = places.at(-1);
    const buttons = button === 'left' ? 1 : 4;
    await mouseEvent({ ...common, ...first, type: 'mouseMoved', buttons: 0 });
    await mouseEvent({ ...common, ...first, type: 'mousePressed', button, buttons });
    for (const place of between(places)) {
      await mouseEvent({ ...common, ...place, type: 'mouseMoved', button, buttons });
    }
    await mouseEvent({ ...common, ...last, type: 'mouseReleased', button, buttons: 0 });
  },

  async move(element: Element, at: At): Promise<void> {
    await mouseEvent({ ...onPage(element, at), type: 'mouseMoved', buttons: 0 });
  },

  /** Turns the wheel by pixels, with Ctrl held. */
  async wheelWithCtrl(element: Element, at: At, deltaY: number): Promise<void> {
    await mouseEvent({
      ...onPage(element, at),
      type: 'mouseWheel',
      deltaX: 0,
      deltaY,
      modifiers: 2,
    });
  },
};

/** The browser's own touch screen. Each finger is a path; all go down, along and up together. */
export const fingers = {
  async tap(element: Element, at: At): Promise<void> {
    await fingers.drag(element, [[at]]);
  },

  async drag(element: Element, paths: readonly (readonly At[])[]): Promise<void> {
    const tracks = paths.map((path) => {
      const places = path.map((at) => onPage(element, at));
      return [places[0] ?? { x: 0, y: 0 }, ...between(places)];
    });
    const points = (step: number) =>
      tracks.map((track, id) => ({ ...(track[step] ?? track.at(-1)), id }));
    // One after the other, as fingers come down.
    for (let count = 1; count <= tracks.length; count++) {
      await touch('touchStart', points(0).slice(0, count));
    }
    const steps = Math.max(...tracks.map((track) => track.length));
    for (let step = 1; step < steps; step++) await touch('touchMove', points(step));
    await touch('touchEnd', []);
  },

  down: (element: Element, places: readonly At[]) =>
    touch(
      'touchStart',
      places.map((at, id) => ({ ...onPage(element, at), id })),
    ),
  move: (element: Element, places: readonly At[]) =>
    touch(
      'touchMove',
      places.map((at, id) => ({ ...onPage(element, at), id })),
    ),
  up: () => touch('touchEnd', []),
};

function mouseEvent(parameters: object): Promise<unknown> {
  return (cdp() as unknown as Send).send('Input.dispatchMouseEvent', parameters);
}

function touch(type: string, touchPoints: readonly object[]): Promise<unknown> {
  return (cdp() as unknown as Send).send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** Pixels of the whole page: the test runs in a frame of it. */
function onPage(element: Element, [x, y]: At): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? {
    left: 0,
    top: 0,
    width: innerWidth,
  };
  const scale = frame.width / innerWidth;
  return {
    x: frame.left + (box.left + x * box.width) * scale,
    y: frame.top + (box.top + y * box.height) * scale,
  };
}

/** Five places on the way to each next one. */
function between(places: readonly { readonly x: number; readonly y: number }[]) {
  return places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    return [0.2, 0.4, 0.6, 0.8, 1].map((share) => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }));
  });
}
