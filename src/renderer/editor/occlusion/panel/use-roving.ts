import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';

/**
 * One stop for Tab in a row of buttons; left and right, Home and End go along it. The stop is where
 * the focus was last.
 */
export function useRoving(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const stop = useRef<Element>(undefined);

  useLayoutEffect(() => {
    const buttons = buttonsIn(ref.current);
    if (!stop.current || !buttons.some((button) => button === stop.current))
      stop.current = buttons[0];
    for (const button of buttons) button.tabIndex = button === stop.current ? 0 : -1;
  });

  function onFocus({ target }: FocusEvent): void {
    const buttons = buttonsIn(ref.current);
    if (!buttons.some((button) => button === target)) return;
    stop.current = target;
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = buttonsIn(ref.current);
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = next(event.key, at, buttons.length);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[to]?.focus();
  }
  return { ref, onKeyDown, onFocus };
}

function next(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % length;
  if (key === 'ArrowLeft') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}

function buttonsIn(row: HTMLElement | null): HTMLButtonElement[] {
  return [...(row?.querySelectorAll('button') ?? [])];
}
