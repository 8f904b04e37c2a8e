/** What leaves the card's frame. Its own scripts are off; these listeners belong to the page. */
export interface FrameEvents {
  /** Sees each key first; what it prevents goes no further. */
  readonly onKey: ((event: KeyboardEvent) => void) | undefined;
  /** A link was followed; its address is https. */
  readonly onLink: (address: string) => void;
  /** A finger or pen touched the card where nothing of its own can be touched. */
  readonly onTap: () => void;
}

/** What a touch works by itself; a dialog over the card may stand within its place. */
const TOUCHED_ITSELF =
  'a, area, button, summary, details, label, input, select, textarea, audio, video, dialog';

/** Hands keys and links on to the page, and lets nothing lead the frame away. Returns the end of it. */
export function listenInFrame(
  frame: HTMLIFrameElement,
  document: Document,
  { onKey, onLink, onTap }: FrameEvents,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const handOn = (event: KeyboardEvent): void => {
    onKey?.(event);
    if (event.defaultPrevented || staysInCard(event)) return;
    if (!frame.dispatchEvent(copyOf(event))) event.preventDefault();
    else if (event.type === 'keydown' && event.key === 'Escape') closeAround(frame);
  };
  const follow = (event: MouseEvent): void => {
    const link = within(event.target, 'a');
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute('href');
    if (address !== null && event.button < 2) onLink(address);
  };
  const tap = (event: MouseEvent): void => {
    if (isTap(event, document)) onTap();
  };
  const refuse = (event: Event): void => event.preventDefault();
  document.addEventListener('keydown', handOn, { signal });
  document.addEventListener('keyup', handOn, { signal });
  document.addEventListener('click', follow, { signal });
  document.addEventListener('click', tap, { signal });
  document.addEventListener('auxclick', follow, { signal });
  // The browser's own menu, and dragging a link to its tabs, would follow it without a question.
  const refuseOnLink = (event: Event): void => {
    if (within(event.target, 'a[href]')) event.preventDefault();
  };
  document.addEventListener('contextmenu', refuseOnLink, { signal });
  document.addEventListener('dragstart', refuseOnLink, { signal });
  // A file dropped on a page opens in its place.
  document.addEventListener('dragover', refuse, { signal });
  document.addEventListener('drop', refuse, { signal });
  return () => ending.abort();
}

/**
 * Whether a click in `document` is the tap of a finger or a pen on nothing in particular. A click of
 * the keyboard has no pointer; a long press marks words, and what ends it is none.
 */
export function isTap(event: MouseEvent, document: Document): boolean {
  const { pointerType } = event as PointerEvent;
  if (pointerType !== 'touch' && pointerType !== 'pen') return false;
  const isSelecting = document.getSelection()?.isCollapsed === false;
  return !isSelecting && !within(event.target, TOUCHED_ITSELF);
}

/** Tab moves on by itself; keys that work a control work the control. */
function staysInCard({ key, target }: KeyboardEvent): boolean {
  if (key === 'Tab') return true;
  const presses = key === ' ' || key === 'Enter';
  if (presses && within(target, 'a[href], summary')) return true;
  const plays = presses || key.startsWith('Arrow') || key === 'Home' || key === 'End';
  return plays && within(target, 'audio, video') !== null;
}

function copyOf(event: KeyboardEvent): KeyboardEvent {
  const { type, key, code, location, repeat, isComposing, keyCode } = event;
  const { ctrlKey, shiftKey, altKey, metaKey } = event;
  return new KeyboardEvent(type, {
    key,
    code,
    location,
    repeat,
    isComposing,
    keyCode,
    ctrlKey,
    shiftKey,
    altKey,
    metaKey,
    modifierAltGraph: event.getModifierState('AltGraph'),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
}

/** The browser closes a dialog for keys pressed in its own document only. */
function closeAround(frame: HTMLIFrameElement): void {
  frame.closest('dialog')?.requestClose();
}

/** Elements of the frame are of another window, so `instanceof` knows none of them. */
function within(target: EventTarget | null, selector: string): Element | null {
  return target !== null && 'closest' in target ? (target as Element).closest(selector) : null;
}
