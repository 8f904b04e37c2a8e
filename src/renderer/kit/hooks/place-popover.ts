/** Where something opens: below what it belongs to, or at the pointer. */
export type PopoverPlace = Element | { readonly x: number; readonly y: number };

/** How near to the window's edge anything may come, and what is left between it and its place. */
const EDGE = 8;
const GAP = 4;

/**
 * Puts a shown popover below its place, above it where there is more room, and into the window. What
 * belongs to an element does not cover it: it is scrolled where there is no room for all of it.
 * `edge`: which edges of the two stand over each other.
 */
export function placePopover(
  popover: HTMLElement,
  place: PopoverPlace,
  edge: 'left' | 'right' = 'left',
): void {
  popover.style.maxHeight = '';
  const box = place instanceof Element ? place.getBoundingClientRect() : undefined;
  const point = place instanceof Element ? { x: 0, y: 0 } : place;
  const above = (box?.top ?? point.y) - EDGE;
  const below = innerHeight - EDGE - (box ? box.bottom + GAP : point.y);
  const { width, height: whole } = popover.getBoundingClientRect();
  const height = box ? Math.min(whole, Math.max(above - GAP, below)) : whole;
  if (height < whole) popover.style.maxHeight = `${height}px`;
  const isAbove = height > below && height <= above;
  const top = box
    ? isAbove
      ? box.top - GAP - height
      : box.bottom + GAP
    : isAbove
      ? point.y - height
      : point.y;
  const left = box ? (edge === 'left' ? box.left : box.right - width) : point.x;
  popover.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  popover.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
}
