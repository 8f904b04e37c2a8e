import { useEffect, useRef } from 'react';
import type { PickerOption } from './matching.ts';
import './combobox.css';

/** The names of a picker. Its field keeps the focus and hears the keys. */
export function PickerList(props: {
  /** Of the list; options have it with their place behind a dash. */
  readonly id: string;
  readonly name: string;
  readonly options: readonly PickerOption[];
  /** The place of the option that would be taken, -1 for none. */
  readonly at: number;
  readonly isHidden?: boolean;
  readonly onPress: (option: PickerOption) => void;
}) {
  const { id, at } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={props.name}
      className="picker-list"
      hidden={props.isHidden === true}
    >
      {props.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className="picker-option"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onPress(option)}
        >
          {option.name}
        </div>
      ))}
    </div>
  );
}

/** The place that an arrow key leads to; undefined for other keys. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (by === undefined || count === 0) return undefined;
  return at === -1 ? 0 : Math.max(0, Math.min(count - 1, at + by));
}
