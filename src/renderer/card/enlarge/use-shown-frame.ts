import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { cardDocumentOf } from '../card-document.ts';

/** A frame with a card on screen, and what it holds. */
export interface ShownFrame {
  readonly frame: HTMLIFrameElement;
  readonly document: Document;
}

/** Of the frames in `face`, the one on screen; undefined until it is loaded. */
export function useShownFrame(face: RefObject<HTMLElement | null>): ShownFrame | undefined {
  const [shown, setShown] = useState<ShownFrame>();
  function look(): void {
    const found = frameIn(face.current);
    const isSame = found?.frame === shown?.frame && found?.document === shown?.document;
    if (!isSame) setShown(found);
  }
  // Two frames take turns, and either may come forward with any drawing.
  useLayoutEffect(look);
  useEffect(() => {
    const { current } = face;
    const hear = () => setShown(frameIn(current));
    // Loading is told to the frame alone, and to who listens on the way down.
    current?.addEventListener('load', hear, true);
    return () => current?.removeEventListener('load', hear, true);
  }, [face]);
  return shown;
}

function frameIn(face: HTMLElement | null): ShownFrame | undefined {
  const frame = face?.querySelector<HTMLIFrameElement>('.card-frame:not(.ahead) iframe');
  const document = frame && cardDocumentOf(frame);
  return document && typeof document !== 'string' ? { frame, document } : undefined;
}
