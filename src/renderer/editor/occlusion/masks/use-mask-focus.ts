import { type RefObject, useLayoutEffect, useRef } from 'react';

export type MaskFocus = ReturnType<typeof useMaskFocus>;

/** Moves the focus on the picture, to a mask as soon as it is painted. */
export function useMaskFocus(svg: RefObject<SVGSVGElement | null>) {
  const wanted = useRef<number>(undefined);
  const maskAt = (place: number) =>
    svg.current?.querySelector<SVGElement>(`[data-place="${place}"]`);
  useLayoutEffect(() => {
    if (wanted.current !== undefined) maskAt(wanted.current)?.focus({ preventScroll: true });
    wanted.current = undefined;
  });
  const picture = (): void => svg.current?.focus({ preventScroll: true });
  return {
    picture,
    mask(place: number): void {
      const there = maskAt(place);
      if (there) there.focus({ preventScroll: true });
      else wanted.current = place;
    },
  };
}

/** Before masks go: the focus of one that goes, or of its line in the list, is not lost to the page. */
export function keepFocus(svg: RefObject<SVGSVGElement | null>, masksLeft: number): void {
  const place = document.activeElement?.closest('[data-place]')?.getAttribute('data-place');
  if (place && Number(place) >= masksLeft) svg.current?.focus({ preventScroll: true });
}
