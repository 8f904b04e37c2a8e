import { useLayoutEffect, useRef } from 'react';
import type { Mask } from '../../../domain/template/occlusion.ts';
import { drawnMasks } from '../../card/occlusion/occlusion-view.ts';

/** Masks over a picture as the card on screen has them, turned and all; on paper black on white. */
export function PrintedMasks(props: {
  readonly masks: readonly Mask[];
  /** The picture's width by its height. */
  readonly aspect: number;
}) {
  const { masks, aspect } = props;
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(drawnMasks(document, masks, aspect));
  }, [masks, aspect]);
  return <span ref={place} aria-hidden="true" />;
}
