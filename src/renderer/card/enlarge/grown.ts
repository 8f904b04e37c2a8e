/** Where something enlarged stands in the window: how many times its own size, and its corner. */
export interface Grown {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A small picture over a whole screen would be nothing but its pixels. */
const FITTED_MOST = 6;
/** So many times what fits: a label of a large plate fills the window. */
const MAGNIFIED_MOST = 8;

/** The whole of it, in the middle. */
export function fitted(size: Extent, window: Extent): Grown {
  return within({ scale: fittingScale(size, window), x: 0, y: 0 }, size, window);
}

/** `times` as large, with what is at `about` staying there. */
export function magnified(
  view: Grown,
  times: number,
  about: Spot,
  size: Extent,
  window: Extent,
): Grown {
  const least = fittingScale(size, window);
  const scale = Math.min(Math.max(view.scale * times, least), least * MAGNIFIED_MOST);
  const grown = scale / view.scale;
  const x = about.x - (about.x - view.x) * grown;
  const y = about.y - (about.y - view.y) * grown;
  return within({ scale, x, y }, size, window);
}

export function pushed(view: Grown, by: Spot, size: Extent, window: Extent): Grown {
  return within({ ...view, x: view.x + by.x, y: view.y + by.y }, size, window);
}

/** Whether all of it is in sight. */
export function isFitted(view: Grown, size: Extent, window: Extent): boolean {
  return view.scale <= fittingScale(size, window) * 1.001;
}

function fittingScale(size: Extent, window: Extent): number {
  return Math.min(window.width / size.width, window.height / size.height, FITTED_MOST);
}

/** It leaves no gap at a side that it could fill, and stands in the middle where it cannot. */
function within({ scale, x, y }: Grown, size: Extent, window: Extent): Grown {
  return {
    scale,
    x: withinSide(x, size.width * scale, window.width),
    y: withinSide(y, size.height * scale, window.height),
  };
}

function withinSide(at: number, length: number, room: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(Math.max(at, room - length), 0);
}
