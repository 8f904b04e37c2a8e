import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { placePopover } from '../hooks/place-popover.ts';
import { named } from '../../../kernel/named.ts';

/** A name to choose, and perhaps a word beside it. */
export interface ComboboxOption {
  readonly id: string;
  readonly name: string;
  readonly note?: ReactNode;
  /** The keys that do it without the list. */
  readonly keys?: readonly string[] | undefined;
}

/** The names below a field. The field keeps the focus and hears the keys. */
export function OptionList<Option extends ComboboxOption>(props: {
  /** Of the list; options have it with their place behind a dash. */
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  /** The place of the option that would be taken, -1 for none. */
  readonly at: number;
  /** Always there, or over what is below the field while there is something to choose. */
  readonly kind: 'standing' | 'folded';
  /** What a folded list opens below, as wide as it. */
  readonly below: RefObject<HTMLElement | null>;
  readonly onTake: (option: Option) => void;
}): ReactNode {
  const { id, at, kind, options, below } = props;
  const ref = useRef<HTMLDivElement>(null);
  const isFolded = kind === 'folded';
  const isShown = !isFolded || options.length > 0;
  usePopoverBelow(ref, below, isFolded, options);
  useEffect(() => {
    ref.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={props.name}
      className={isFolded ? 'option-list option-list-folded' : 'option-list'}
      hidden={!isShown}
      popover={isFolded ? 'manual' : undefined}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className="option"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(option)}
        >
          <span className="option-name">{named(option.name)}</span>
          {option.note !== undefined && <span className="small soft">{option.note}</span>}
          {option.keys?.map((key) => (
            <kbd key={key} className="key">
              {key}
            </kbd>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The place of the option that an arrow key leads to; undefined for other keys. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (by === undefined || count === 0) return undefined;
  return at === -1 ? 0 : Math.max(0, Math.min(count - 1, at + by));
}

/** Above everything, so that no dialog or pane cuts the list off, and where the field is. */
function usePopoverBelow(
  ref: RefObject<HTMLElement | null>,
  below: RefObject<HTMLElement | null>,
  isFolded: boolean,
  options: readonly unknown[],
): void {
  useLayoutEffect(() => {
    const list = ref.current;
    const box = below.current;
    if (!isFolded || !list || !box) return;
    const isOpen = list.matches(':popover-open');
    if (options.length === 0) {
      if (isOpen) list.hidePopover();
      return;
    }
    const place = (): void => {
      list.style.width = `${box.getBoundingClientRect().width}px`;
      placePopover(list, box);
    };
    if (!isOpen) list.showPopover();
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [ref, below, isFolded, options]);
}
