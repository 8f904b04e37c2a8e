import { type ReactNode, useRef, useState } from 'react';
import { Menu, type MenuGroup } from './menu.tsx';

/** A button that opens a menu below itself. */
export function MenuButton(props: {
  readonly children: ReactNode;
  readonly name: string;
  readonly groups: readonly MenuGroup[];
  readonly isDisabled?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A press outside closes a menu before the click comes, and the click must not open it again.
  const wasOpen = useRef(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="tool"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={props.isDisabled}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        {props.children}
        <span aria-hidden="true" className="tool-caret">
          ▾
        </span>
      </button>
      {isOpen && button.current && (
        <Menu
          name={props.name}
          groups={props.groups}
          place={button.current}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
