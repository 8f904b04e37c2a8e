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
    /** Before masks go: the focus of one that goes is not lost to the page. */
    keep(masksLeft: number): void {
      const place = document.activeElement?.getAttribute('data-place');
      if (place && Number(place) >= masksLeft) picture();
    },
  };
}
