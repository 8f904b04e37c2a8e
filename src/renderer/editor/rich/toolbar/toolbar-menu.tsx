import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

import { chordLabel, spokenChords } from '../../../kit/keys/chord.ts';

export interface MenuItem {
  readonly name: string;
  /** Chords as keymap.ts writes them; the first is shown. */
  readonly keys?: readonly string[] | undefined;
  readonly isOn?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly swatch?: string | undefined;
  readonly run: () => void;
}
export interface MenuPart {
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

/**
 * A button of the toolbar that opens a menu. Arrow keys, Home and End go through it, letters find a
 * name, Escape closes it; the browser closes it on a press elsewhere.
 */
export function ToolbarMenu(props: {
  readonly name: string;
  readonly glyph: ReactNode;
  readonly parts: readonly MenuPart[];
  readonly anchor: 'colours' | 'more';
  /** Properties of the button as one of the toolbar's. */
  readonly button: Readonly<Record<string, unknown>>;
  readonly isDisabled: boolean;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const parts = props.parts.filter(({ items }) => items.length > 0);

  function onButtonKeyDown(event: KeyboardEvent): void {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key) || props.isDisabled) return;
    // Opened at once rather than by the press, so that the next key is the menu's.
    event.preventDefault();
    if (menu.current) openMenu(menu.current);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const items = itemsOf(menu.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const target = targetOf(event.key, at, items);
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === 'Tab') {
      menu.current?.hidePopover();
    }
    event.stopPropagation();
  }
  return (
    <>
      <button
        type="button"
        {...props.button}
        className={`rich-tool rich-tool-${props.anchor}`}
        title={props.name}
        aria-label={props.name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-disabled={props.isDisabled}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={onButtonKeyDown}
        popoverTarget={props.isDisabled ? undefined : id}
      >
        <span aria-hidden="true">{props.glyph}</span>
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={props.name}
        className={`rich-menu rich-menu-${props.anchor}`}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const isNowOpen = event.newState === 'open';
          setOpen(isNowOpen);
          if (isNowOpen && !menu.current?.contains(document.activeElement))
            focusFirst(menu.current);
        }}
      >
        {parts.map(({ title, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a menu's groups are no fieldsets
          <div key={title ?? ''} role="group" aria-label={title}>
            {title && (
              <p className="rich-menu-title small soft" aria-hidden="true">
                {title}
              </p>
            )}
            {items.map((item) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: checked is a checkbox's only
              <button
                key={item.name}
                type="button"
                role={item.isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={item.isOn}
                aria-disabled={item.isDisabled}
                aria-keyshortcuts={spokenChords(item.keys)}
                tabIndex={-1}
                className="rich-menu-item"
                onClick={() => {
                  if (item.isDisabled) return;
                  menu.current?.hidePopover();
                  item.run();
                }}
              >
                {item.swatch !== undefined && <Swatch colour={item.swatch} />}
                <span className="rich-menu-name">{item.name}</span>
                {item.keys?.[0] && (
                  <span className="rich-menu-keys small soft" aria-hidden="true">
                    {chordLabel(item.keys[0])}
                  </span>
                )}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** Opens a menu of the toolbar, its first item focused. */
export function openMenu(menu: HTMLElement): void {
  if (!menu.matches(':popover-open')) menu.showPopover();
  focusFirst(menu);
}

function focusFirst(menu: HTMLElement | null): void {
  itemsOf(menu)[0]?.focus();
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function Swatch({ colour }: { readonly colour: string }) {
  return <span className="rich-swatch" style={{ backgroundColor: colour }} aria-hidden="true" />;
}

function targetOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (!/^\p{L}$/u.test(key)) return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
