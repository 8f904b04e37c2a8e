import { type ButtonHTMLAttributes, type ReactNode, useRef, useState } from 'react';
import { Menu, type MenuGroup } from './menu.tsx';
import './tools.css';

/** A button that opens a menu below itself. */
export function MenuButton(props: {
  /** A word with a mark that there is more below it, or a sign, which is said by `name`. */
  readonly children: ReactNode;
  readonly isSign?: boolean;
  readonly name: string;
  readonly groups: readonly MenuGroup[];
  readonly isDisabled?: boolean;
  /** Of a button at the right, the menu opens to its left. */
  readonly isAtRight?: boolean;
  /** Where the button is one of a toolbar: its look, and its place among the stops of Tab. */
  readonly button?: Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'className' | 'tabIndex' | 'onFocus'
  >;
}) {
  const { name, isSign = false, isDisabled = false } = props;
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
        {...props.button}
        {...(isSign && { title: name, 'aria-label': name })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // Disabled itself, it would be no stop for the arrow keys of a toolbar.
        {...(props.button ? { 'aria-disabled': isDisabled } : { disabled: isDisabled })}
        // A text that is being written keeps the focus and what is selected in it.
        onMouseDown={props.button && ((event) => event.preventDefault())}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setOpen(!wasOpen.current && !isDisabled);
          wasOpen.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isDisabled) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {isSign ? <span aria-hidden="true">{props.children}</span> : props.children}
        {!isSign && (
          <span aria-hidden="true" className="tool-caret">
            ▾
          </span>
        )}
      </button>
      {isOpen && button.current && (
        <Menu
          name={name}
          groups={props.groups}
          place={button.current}
          edge={props.isAtRight ? 'right' : 'left'}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
