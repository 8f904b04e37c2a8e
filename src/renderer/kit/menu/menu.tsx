import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { type PopoverPlace, placePopover } from '../hooks/place-popover.ts';
import { TypedName } from '../hooks/typed-name.ts';
import { useLatest } from '../hooks/use-latest.ts';
import './menu.css';

/** One thing to choose. `keys`: its shortcut as shown on screen. */
export interface MenuItem {
  readonly name: string;
  readonly keys?: string | undefined;
  /** Given for what can be on or off. */
  readonly isOn?: boolean | undefined;
  readonly isDisabled?: boolean;
  /** Something is deleted, discarded or taken back by it (LOOK-6). */
  readonly isDestructive?: boolean;
  /** The same as aria-keyshortcuts says it. */
  readonly spokenKeys?: string | undefined;
  /** A flag's number, for its colour beside its name. */
  readonly flag?: number;
  /** A colour as CSS has it, shown before its name. */
  readonly swatch?: string;
  readonly onChoose: () => void;
}

/** Items that belong together, under a word or without. */
export interface MenuGroup {
  readonly name?: string;
  readonly items: readonly MenuItem[];
}

/**
 * A menu on the platform's own popover: arrows, Home and End, the first letters of a name, Enter,
 * Escape; focus returns to where it was.
 */
export function Menu(props: {
  readonly name: string;
  readonly groups: readonly MenuGroup[];
  readonly place: PopoverPlace;
  /** The edge that stands over the same one of its place. */
  readonly edge?: 'left' | 'right';
  readonly onClose: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed] = useState(() => new TypedName());
  const onClose = useLatest(props.onClose);
  const { place, edge } = props;

  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const before = document.activeElement;
    menu.showPopover();
    placePopover(menu, place, edge);
    itemsIn(menu)[0]?.focus();
    const onToggle = (event: ToggleEvent): void => {
      if (event.newState === 'closed') onClose.current();
    };
    menu.addEventListener('toggle', onToggle);
    return () => {
      menu.removeEventListener('toggle', onToggle);
      const hadFocus =
        menu.contains(document.activeElement) || document.activeElement === document.body;
      if (menu.matches(':popover-open')) menu.hidePopover();
      if (hadFocus && before instanceof HTMLElement) before.focus();
    };
  }, [place, edge, onClose]);

  function onKeyDown(event: KeyboardEvent): void {
    const menu = ref.current;
    if (!menu) return;
    // A menu takes every key while it is open, so that none reaches the screen behind it.
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === ' ') return;
    event.preventDefault();
    if (event.key === 'Tab' || event.key === 'Escape') {
      props.onClose();
      return;
    }
    nextItem(itemsIn(menu), event.key, typed)?.focus();
  }

  return (
    <div
      ref={ref}
      popover="auto"
      role="menu"
      aria-label={props.name}
      className="menu"
      onKeyDown={onKeyDown}
    >
      {props.groups.map((group, index) => {
        const nameId = group.name === undefined ? undefined : `${id}-${index}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
          <div
            role="group"
            aria-labelledby={nameId}
            className="menu-group"
            key={group.name ?? group.items[0]?.name ?? index}
          >
            {group.name !== undefined && (
              <div id={nameId} className="menu-heading small soft">
                {group.name}
              </div>
            )}
            {group.items.map((item) => (
              <Item key={item.name} item={item} onClose={props.onClose} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Item({ item, onClose }: { readonly item: MenuItem; readonly onClose: () => void }) {
  function choose(): void {
    if (item.isDisabled) return;
    onClose();
    item.onChoose();
  }
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: with isOn it is a menuitemcheckbox
    <button
      type="button"
      role={item.isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={item.isOn}
      aria-disabled={item.isDisabled || undefined}
      aria-keyshortcuts={item.spokenKeys}
      tabIndex={-1}
      className={item.isDestructive ? 'menu-item destructive' : 'menu-item'}
      data-flag={item.flag}
      onClick={choose}
    >
      <span className="menu-mark" aria-hidden="true">
        {item.isOn ? '✓' : ''}
        {item.swatch !== undefined && (
          <span className="menu-swatch" style={{ backgroundColor: item.swatch }} />
        )}
      </span>
      <span className={item.flag === undefined ? undefined : 'flag-name'}>{item.name}</span>
      {item.keys !== undefined && (
        <span className="menu-keys small soft" aria-hidden="true">
          {item.keys}
        </span>
      )}
    </button>
  );
}

function itemsIn(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

/** The item that `key` leads to from the focused one. */
function nextItem(
  items: readonly HTMLElement[],
  key: string,
  typed: TypedName,
): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items[(at - 1 + items.length) % items.length];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1) return undefined;
  const text = typed.add(key, performance.now());
  const from = text.length === 1 ? at + 1 : at;
  const ordered = [...items.slice(from), ...items.slice(0, from)];
  return ordered.find((item) => nameIn(item).startsWith(text));
}

function nameIn(item: HTMLElement): string {
  return (item.children[1]?.textContent ?? '').toLowerCase();
}
