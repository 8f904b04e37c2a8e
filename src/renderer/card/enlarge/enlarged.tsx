import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import type { ShownFrame } from './use-shown-frame.ts';
import { type PlaceOnCard, spokenAt } from './places-on-card.ts';
import { useGestures } from './use-gestures.ts';
import { fitted, isFitted, magnified, pushed, type Grown } from './grown.ts';

const STEP = 1.5;
const MOVE_PIXELS = 80;

/**
 * A part of a card over the whole window. It is the card's own frame that is shown, grown and cut to
 * the place: so all that lies on a picture and all that hides a part of it is there, whoever made it
 * (TOUCH-6). The frame stays where it is in the document, or it would load anew.
 */
export function Enlarged(
  props: ShownFrame & { readonly place: PlaceOnCard; readonly onClose: () => void },
) {
  const { frame, place } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [room, setRoom] = useState(windowSize);
  const [view, setView] = useState<Grown>();
  const shown = view ?? fitted(place, room);
  const middle = { x: room.width / 2, y: room.height / 2 };
  const grow = (times: number, about = middle) =>
    setView((now = fitted(place, room)) => magnified(now, times, about, place, room));
  const move = (x: number, y: number) =>
    setView((now = fitted(place, room)) => pushed(now, { x, y }, place, room));
  const surface = useGestures({
    onMove: move,
    onGrow: grow,
    onDoubleTap: (about) =>
      isFitted(shown, place, room) ? grow(STEP * STEP, about) : setView(undefined),
  });

  useLayoutEffect(() => {
    const holder = frame.parentElement;
    const face = holder?.parentElement;
    if (!holder || !face || !dialog.current) return;
    // The page keeps its place.
    face.style.minHeight = `${face.offsetHeight}px`;
    holder.style.width = `${frame.offsetWidth}px`;
    holder.popover = 'manual';
    holder.showPopover();
    const shownOver = dialog.current;
    shownOver.showModal();
    shownOver.querySelector<HTMLElement>('[data-first]')?.focus();
    const resized = (): void => {
      setRoom(windowSize());
      setView(undefined);
    };
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('resize', resized);
      holder.hidePopover();
      holder.popover = null;
      for (const property of ['width', 'transform', 'clip-path'])
        holder.style.removeProperty(property);
      face.style.minHeight = '';
      shownOver.close();
    };
  }, [frame]);

  useLayoutEffect(() => {
    const holder = frame.parentElement;
    if (!holder) return;
    const { left, top, width, height } = place;
    const right = frame.offsetWidth - left - width;
    const bottom = frame.offsetHeight - top - height;
    holder.style.clipPath = `inset(${top}px ${right}px ${bottom}px ${left}px)`;
    const { scale, x, y } = shown;
    holder.style.transform = `translate(${x - left * scale}px, ${y - top * scale}px) scale(${scale})`;
  }, [frame, place, shown]);

  return (
    <dialog
      ref={dialog}
      className="enlarged"
      aria-label={t`Enlarged picture`}
      onClose={props.onClose}
      onKeyDown={(event) => {
        const does = KEYS[event.key];
        if (!does || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        if (does === 'whole') setView(undefined);
        else if (typeof does === 'number') grow(does);
        else move(...does);
      }}
    >
      <div
        className="enlarged-surface"
        role="img"
        aria-label={spokenAt(props.document, place)}
        {...surface}
      />
      <div className="enlarged-tools">
        <button type="button" aria-label={t`Smaller`} onClick={() => grow(1 / STEP)}>
          −
        </button>
        <button type="button" aria-label={t`Larger`} onClick={() => grow(STEP)}>
          +
        </button>
        <button type="button" data-first onClick={props.onClose}>{t`Close`}</button>
      </div>
    </dialog>
  );
}

const KEYS: Readonly<Record<string, number | 'whole' | readonly [number, number]>> = {
  '+': STEP,
  '=': STEP,
  '-': 1 / STEP,
  0: 'whole',
  ArrowLeft: [MOVE_PIXELS, 0],
  ArrowRight: [-MOVE_PIXELS, 0],
  ArrowUp: [0, MOVE_PIXELS],
  ArrowDown: [0, -MOVE_PIXELS],
};

function windowSize() {
  return { width: window.innerWidth, height: window.innerHeight };
}
