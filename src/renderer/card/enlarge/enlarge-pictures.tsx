import { type ReactNode, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { plural } from '../../../kernel/texts.ts';
import { useShownFrame } from './use-shown-frame.ts';
import { Enlarged } from './enlarged.tsx';
import { type PlaceOnCard, placeAt } from './places-on-card.ts';
import { usePlaces } from './use-places.ts';
import './enlarge.css';

/**
 * A button in the corner of each picture of the card in `face`, which opens it over the window
 * (TOUCH-5). Stands in `face`, after its frames; begun anew with each side that is shown.
 */
export function EnlargePictures(props: {
  readonly face: RefObject<HTMLElement | null>;
  /** A tap opens a picture; on a question it shows the answer instead. */
  readonly opensByTap: boolean;
  /** For a key: what opens the first picture, where there is one. */
  readonly byKey?: (open: (() => void) | undefined) => ReactNode;
}) {
  const { face } = props;
  const shown = useShownFrame(face);
  const places = usePlaces(shown);
  const [opened, setOpened] = useState<PlaceOnCard>();
  const [first] = places;

  const openAt = useEffectEvent((event: MouseEvent): void => {
    const { pointerType } = event as PointerEvent;
    const isTouched = pointerType === 'touch' || pointerType === 'pen';
    if (event.defaultPrevented || (isTouched && !props.opensByTap)) return;
    // A click of the keyboard is about what has the focus.
    if (event.detail === 0 || (event.target as Element | null)?.closest(WORKED_ITSELF)) return;
    if (shown?.document.getSelection()?.isCollapsed === false) return;
    const place = placeAt(places, event.clientX, event.clientY);
    if (place) setOpened(place);
  });
  useEffect(() => {
    if (!shown) return;
    const { document } = shown;
    const { dataset } = document.documentElement;
    dataset.enlarges = '';
    document.addEventListener('click', openAt);
    return () => {
      delete dataset.enlarges;
      document.removeEventListener('click', openAt);
    };
  }, [shown]);

  if (!shown?.frame.showPopover) return null;
  const offset = offsetOf(shown.frame, face.current);
  return (
    <>
      {places.map((place, index) => (
        <button
          key={`${place.left} ${place.top}`}
          type="button"
          className="enlarge"
          aria-label={nameOf(index, places.length)}
          ref={(button) => {
            if (!button) return;
            button.style.left = `${offset.x + place.left + place.width}px`;
            button.style.top = `${offset.y + place.top + place.height}px`;
          }}
          onClick={() => setOpened(place)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M12 3h5v5M8 17H3v-5M17 3l-6 6M3 17l6-6" />
          </svg>
        </button>
      ))}
      {props.byKey?.(first && (() => setOpened(first)))}
      {opened && <Enlarged {...shown} place={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

const WORKED_ITSELF = 'a, area, button, summary, label, input, select, textarea, audio, video';

/** Its own words might give the answer away. */
function nameOf(index: number, of: number): string {
  return plural(of, 'Enlarge the picture', 'Enlarge picture {value} of #', { value: index + 1 });
}

function offsetOf(frame: HTMLElement, face: HTMLElement | null): { x: number; y: number } {
  const [inner, outer] = [frame.getBoundingClientRect(), face?.getBoundingClientRect()];
  return { x: inner.left - (outer?.left ?? 0), y: inner.top - (outer?.top ?? 0) };
}
