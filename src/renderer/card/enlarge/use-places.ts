import { useEffect, useState } from 'react';
import type { ShownFrame } from './use-shown-frame.ts';
import { type PlaceOnCard, picturesIn } from './places-on-card.ts';

const NONE: readonly PlaceOnCard[] = [];

/** What can be enlarged on a card just now: pictures come late, are masked, scrolled and opened. */
export function usePlaces(shown: ShownFrame | undefined): readonly PlaceOnCard[] {
  const [places, setPlaces] = useState(NONE);
  useEffect(() => {
    if (!shown) return;
    const { document } = shown;
    const look = (): void => {
      const found = picturesIn(document);
      setPlaces((before) => (isSame(before, found) ? before : found));
    };
    let due = 0;
    const soon = (): void => {
      cancelAnimationFrame(due);
      due = requestAnimationFrame(look);
    };
    const ending = new AbortController();
    // Neither loading nor scrolling is told to more than the element itself.
    const how = { capture: true, signal: ending.signal };
    for (const type of ['load', 'error', 'scroll', 'toggle']) {
      document.addEventListener(type, soon, how);
    }
    const changes = new MutationObserver(soon);
    changes.observe(document.body, { childList: true, subtree: true, attributes: true });
    const { ResizeObserver: Observer } = document.defaultView ?? globalThis;
    const size = new Observer(soon);
    size.observe(document.body);
    look();
    return () => {
      ending.abort();
      changes.disconnect();
      size.disconnect();
      cancelAnimationFrame(due);
    };
  }, [shown]);
  return shown ? places : NONE;
}

function isSame(some: readonly PlaceOnCard[], others: readonly PlaceOnCard[]): boolean {
  return (
    some.length === others.length &&
    some.every((each, index) => {
      const other = others[index];
      return (['left', 'top', 'width', 'height'] as const).every(
        (key) => each[key] === other?.[key],
      );
    })
  );
}
