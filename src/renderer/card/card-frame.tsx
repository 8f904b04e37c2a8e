import { Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import {
  cardDocumentOf,
  cardDocumentUrl,
  fitHeight,
  hasStopForTab,
  putCard,
  putLook,
  putWindowHeight,
  rootOf,
} from './card-document.ts';
import { listenInFrame } from './frame-events.ts';
import { useLinks } from './links/use-links.tsx';
import type { MediaUrl } from './media/media-in-card.ts';
import { type PreparedCard, prepareCard } from './prepare-card.ts';
import { rareParts } from './load-rare-parts.ts';
import { makeReadable } from './readable-colours.ts';
import { afterPainting } from '../quiet.ts';
import { beginDrawing } from './undrawn/being-drawn.ts';
import { type CardDrawn, markOf, useUndrawnMarks } from './undrawn/undrawn-marks.ts';
import { useLook } from './use-look.ts';
import { comesLater } from '../kit/page/comes-later.tsx';
import './card-frame.css';

const UndrawnCard = comesLater(
  async () => (await import('./undrawn/undrawn-card.tsx')).UndrawnCard,
);

export interface CardFrameProps {
  /** One side of the card: hostile HTML. On the back usually the front again and `<hr id=answer>`. */
  readonly html: string;
  /** The note type's styling; hostile too. */
  readonly css: string;
  /** The card that it is a side of; absent where it is none of the collection's. */
  readonly card?: CardDrawn | undefined;
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
  /** What this frame shows next, such as the answer: prepared as soon as this side is on screen. */
  readonly following?: { readonly html: string; readonly css: string } | undefined;
  /** Drawn ahead and out of reach: not seen, heard, focused or found by Tab. */
  readonly isAhead?: boolean | undefined;
  /** Where there is one, tags in the card are links (renderCard's marksTags). Keep it or leave it. */
  readonly onTag?: ((tag: string) => void) | undefined;
  /** Sees the keys pressed in the card before the page does; what it prevents stays there. */
  readonly onKey?: ((event: KeyboardEvent) => void) | undefined;
  /** The side stands in the frame, whole. */
  readonly onDrawn?: (() => void) | undefined;
  /** The card was touched where nothing of its own can be. */
  readonly onTap?: (() => void) | undefined;
  /** The height of the frame after each change, in pixels. */
  readonly onHeight?: ((height: number) => void) | undefined;
}

/**
 * Shows one side of a card, however hostile, in a frame where nothing runs and nothing loads but the
 * media it is given. Keep it mounted from card to card: the frame stays and changes what it holds in
 * one painting; the page keeps its place. Keys pressed in it go on to the page, links outside when the
 * person says so.
 */
export function CardFrame(props: CardFrameProps) {
  const mark = markOf(useUndrawnMarks(), props.html, props.css, props.card);
  if (!mark) return <DrawnCard {...props} />;
  return (
    <Suspense>
      <UndrawnCard html={props.html} mark={mark} />
    </Suspense>
  );
}

function DrawnCard(props: CardFrameProps) {
  const { html, css, decorate, isFront, theme, following, bodyClass = 'card' } = props;
  const { follow, question } = useLinks();
  const look = useLook(theme);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [document, setDocument] = useState<Document>();
  const [isFailed, setFailed] = useState(false);
  const readyRef = useRef<ReadySide>(undefined);
  const shownRef = useRef<string>(undefined);

  const measure = useEffectEvent((): void => {
    const frame = frameRef.current;
    if (!frame || !document || frame.contentDocument !== document) return;
    const height = fitHeight(frame, document);
    frame.tabIndex = hasStopForTab(document) ? 0 : -1;
    props.onHeight?.(height);
  });
  const show = useEffectEvent((prepared: PreparedCard): void => {
    if (!document) return;
    const side = props.card && `${isFront ? 'front' : 'back'} ${props.card.cardId}`;
    const isSameSide = side !== undefined && shownRef.current === side;
    shownRef.current = side;
    if (props.onTag) rareParts()?.linkTags(prepared.body);
    const isAnswer = !isFront;
    const root = putCard(document, { ...prepared, bodyClass, look, isAnswer, isSameSide });
    decorate?.(root);
    measure();
  });
  const showAll = useEffectEvent((): void => {
    if (!document) return;
    makeReadable(rootOf(document));
    measure();
  });
  const begin = useEffectEvent((html: string, css: string) => beginDrawing(html, css, props.card));
  const mediaUrl = useEffectEvent((name: string) => props.mediaUrl(name));
  const onKey = useEffectEvent((event: KeyboardEvent) => props.onKey?.(event));
  const onDrawn = useEffectEvent(() => props.onDrawn?.());
  const onTap = useEffectEvent(() => props.onTap?.());
  const onLink = useEffectEvent((address: string) => {
    const tag = rareParts()?.tagOfLink(address);
    if (tag !== undefined) props.onTag?.(tag);
    else follow(address, document?.body.textContent ?? '');
  });

  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (!frame || !document) return;
    const stopListening = listenInFrame(frame, document, { onKey, onLink, onTap });
    let due = 0;
    // The frame's own, which ends with it; the page's would go on looking at a document that is gone.
    const { ResizeObserver: Observer } = document.defaultView ?? globalThis;
    const observer = new Observer(() => {
      cancelAnimationFrame(due);
      // In the next frame: in this one the observer would find its own change and complain.
      if (rootOf(document).hasChildNodes()) due = requestAnimationFrame(measure);
    });
    observer.observe(document.body);
    const resized = () => putWindowHeight(document);
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('resize', resized);
      stopListening();
      observer.disconnect();
      cancelAnimationFrame(due);
    };
  }, [document]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another decorate draws the card anew.
  useLayoutEffect(() => {
    if (!document) return;
    const ready = readyRef.current;
    const isReady = ready?.html === html && ready.css === css;
    if (isReady) readyRef.current = undefined;
    const drawing = begin(html, css);
    let isWanted = true;
    const put = async (prepared: PreparedCard): Promise<void> => {
      drawing.part(() => show(prepared));
      if (prepared.rest) {
        await prepared.rest(() => isWanted);
        if (!isWanted) return;
        drawing.part(showAll);
      }
      drawing.laidOut();
      onDrawn();
    };
    const prepared = isReady
      ? ready.prepared
      : drawing.part(() => prepareCard(html, css, mediaUrl));
    if (!(prepared instanceof Promise)) {
      void put(prepared);
      if (!prepared.rest) return;
    } else {
      // For its pictures, mostly.
      drawing.waits();
      void prepared.then((ready) => (isWanted ? put(ready) : undefined));
    }
    return () => {
      isWanted = false;
      drawing.end();
    };
  }, [document, html, css, decorate]);

  const nextHtml = following?.html;
  const nextCss = following?.css ?? '';
  useEffect(() => {
    if (!document || nextHtml === undefined) return;
    let isWanted = true;
    // After this side is painted, which must not wait for the next.
    afterPainting(async () => {
      if (!isWanted) return;
      // Not noted: reading it is bounded (SAFE-19), and what harms when it is drawn is noted then.
      const prepared = await prepareCard(nextHtml, nextCss, mediaUrl);
      if (!isWanted) return;
      const pictures = decodedAhead(document, prepared.body);
      readyRef.current = { html: nextHtml, css: nextCss, prepared, pictures };
    });
    return () => {
      isWanted = false;
    };
  }, [document, nextHtml, nextCss]);

  const { theme: shownTheme, textSize, isDark } = look;
  useLayoutEffect(() => {
    if (!document) return;
    putLook(document, bodyClass, { theme: shownTheme, textSize, isDark });
    makeReadable(rootOf(document));
  }, [document, bodyClass, shownTheme, textSize, isDark]);

  return (
    <div
      className={props.isAhead ? 'card-frame ahead' : 'card-frame'}
      inert={props.isAhead}
      aria-hidden={props.isAhead}
    >
      <iframe
        ref={frameRef}
        sandbox="allow-same-origin"
        src={cardDocumentUrl}
        title={props.title}
        // Nothing is loaded ahead before the first card is drawn (quiet.ts).
        aria-busy={document || isFailed ? undefined : true}
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
      {question}
    </div>
  );
}

/** A side prepared before it is shown, for one showing. */
interface ReadySide {
  readonly html: string;
  readonly css: string;
  readonly prepared: PreparedCard;
  /** Held, so that they stay decoded. */
  readonly pictures: readonly HTMLImageElement[];
}

/** Loads and decodes the pictures of `body` where they will be shown. One that cannot be is shown so. */
function decodedAhead(document: Document, body: DocumentFragment): readonly HTMLImageElement[] {
  return [...body.querySelectorAll('img')].map((picture) => {
    const copy = document.createElement('img');
    copy.src = picture.src;
    copy.decode().catch(() => {});
    return copy;
  });
}

const COULD_NOT_LOAD = t`The place where cards are shown could not be loaded. Your cards are safe. Load Rounds again.`;
