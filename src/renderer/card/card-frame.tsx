import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useEngine } from '../engine.tsx';
import {
  cardDocumentOf,
  cardDocumentUrl,
  fitHeight,
  putCard,
  putLook,
  rootOf,
} from './card-document.ts';
import { listenInFrame } from './frame-events.ts';
import type { MediaUrl } from './media/media-in-card.ts';
import { type PreparedCard, prepareCard } from './prepare-card.ts';
import { useLook } from './use-look.ts';
import './card-frame.css';

export interface CardFrameProps {
  /** One side of the card: hostile HTML. On the back usually the front again and `<hr id=answer>`. */
  readonly html: string;
  /** The note type's styling; hostile too. */
  readonly css: string;
  /** Said by screen readers for the frame: 'Question', 'Answer'. */
  readonly title: string;
  readonly mediaUrl: MediaUrl;
  /** false: an answer, read out as it comes. */
  readonly isFront: boolean;
  /** As in Anki: 'card card1'. */
  readonly bodyClass?: string | undefined;
  /** Left out: as the app. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Draws on the card before it is painted. Another function draws the card anew: keep the same. */
  readonly decorate?: ((root: HTMLElement) => void) | undefined;
  /** Sees the keys pressed in the card before the page does; what it prevents stays there. */
  readonly onKey?: ((event: KeyboardEvent) => void) | undefined;
  /** The height of the frame after each change, in pixels. */
  readonly onHeight?: ((height: number) => void) | undefined;
}

/**
 * Shows one side of a card, however hostile, in a frame where nothing runs and nothing loads but the
 * media it is given. Keep it mounted from card to card: the frame stays and changes what it holds in
 * one painting; the page keeps its place. Keys pressed in it go on to the page, links outside.
 */
export function CardFrame(props: CardFrameProps) {
  const { html, css, decorate, isFront, theme, bodyClass = 'card' } = props;
  const { platform } = useEngine();
  const look = useLook(theme);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [document, setDocument] = useState<Document>();
  const [isFailed, setFailed] = useState(false);

  const measure = useEffectEvent((): void => {
    const frame = frameRef.current;
    if (!frame || !document || frame.contentDocument !== document) return;
    const height = fitHeight(frame, document);
    props.onHeight?.(height);
  });
  const show = useEffectEvent((prepared: PreparedCard): void => {
    if (!document) return;
    const root = putCard(document, { ...prepared, bodyClass, look, isAnswer: !isFront });
    decorate?.(root);
    const frame = frameRef.current;
    if (frame) frame.tabIndex = document.querySelector(FOCUSABLE) ? 0 : -1;
    measure();
  });
  const mediaUrl = useEffectEvent((name: string) => props.mediaUrl(name));
  const onKey = useEffectEvent((event: KeyboardEvent) => props.onKey?.(event));

  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (!frame || !document) return;
    const stopListening = listenInFrame(frame, document, {
      onKey,
      onLink: (address) => void platform.openExternal(address),
    });
    let due = 0;
    // The frame's own, which ends with it; the page's would go on looking at a document that is gone.
    const { ResizeObserver: Observer } = document.defaultView ?? globalThis;
    const observer = new Observer(() => {
      cancelAnimationFrame(due);
      // In the next frame: in this one the observer would find its own change and complain.
      if (rootOf(document).hasChildNodes()) due = requestAnimationFrame(measure);
    });
    observer.observe(document.body);
    return () => {
      stopListening();
      observer.disconnect();
      cancelAnimationFrame(due);
    };
  }, [document, platform]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another decorate draws the card anew.
  useLayoutEffect(() => {
    if (!document) return;
    const prepared = prepareCard(html, css, mediaUrl);
    if (!(prepared instanceof Promise)) {
      show(prepared);
      return;
    }
    let isWanted = true;
    void prepared.then((ready) => isWanted && show(ready));
    return () => {
      isWanted = false;
    };
  }, [document, html, css, decorate]);

  const { theme: shownTheme, textSize, isDark } = look;
  useLayoutEffect(() => {
    if (document) putLook(document, bodyClass, { theme: shownTheme, textSize, isDark });
  }, [document, bodyClass, shownTheme, textSize, isDark]);

  return (
    <div className="card-frame">
      <iframe
        ref={frameRef}
        sandbox="allow-same-origin"
        src={cardDocumentUrl}
        title={props.title}
        // Until a card in it has something to reach, Tab would stop at what nobody sees.
        tabIndex={-1}
        onLoad={({ currentTarget }) => {
          const loaded = cardDocumentOf(currentTarget);
          if (loaded === 'waiting') return;
          setDocument(loaded === 'failed' ? undefined : loaded);
          setFailed(loaded === 'failed');
        }}
      />
      {isFailed && <p role="alert">{COULD_NOT_LOAD}</p>}
    </div>
  );
}

/** What Tab can reach inside a card. A frame without any is passed over. */
const FOCUSABLE = 'a[href], summary, audio, video';
const COULD_NOT_LOAD =
  'The place where cards are shown could not be loaded. Your cards are safe. Load Rounds again.';
