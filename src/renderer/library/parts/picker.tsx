import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';

export interface PickerOption {
  readonly id: string;
  readonly name: string;
}

/** More are not listed: a few letters find any of them. */
const MOST_LISTED = 200;

/**
 * One of many names: a field that narrows the list below it. Arrows choose, Enter sends the form.
 * `newName`: what a name that is not there yet would be called in the list; chosen as `new:name`.
 */
export function Picker(props: {
  readonly name: string;
  readonly options: readonly PickerOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly newName?: (typed: string) => string;
}) {
  const { options, chosen, newName } = props;
  const id = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const shown = useMemo(
    () => matching(options, typed, newName).slice(0, MOST_LISTED),
    [options, typed, newName],
  );
  const at = shown.findIndex((option) => option.id === chosen);
  useEffect(() => {
    listRef.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function onType(text: string): void {
    setTyped(text);
    props.onChoose(text.trim() === '' ? chosen : matching(options, text, newName)[0]?.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || shown.length === 0) return;
    event.preventDefault();
    const next = at === -1 ? 0 : Math.max(0, Math.min(shown.length - 1, at + by));
    props.onChoose(shown[next]?.id);
  }

  return (
    <div className="picker">
      <label htmlFor={id}>{props.name}</label>
      <input
        id={id}
        data-first
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={listRef}
        id={`${id}-list`}
        role="listbox"
        aria-label={props.name}
        className="picker-list"
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.id === chosen}
            className="picker-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(option.id)}
          >
            {option.name}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="small soft">Nothing is called that.</p>}
    </div>
  );
}

/** The name that is new, where `chosen` stands for one. */
export function newNameIn(chosen: string): string | undefined {
  return chosen.startsWith('new:') ? chosen.slice('new:'.length) : undefined;
}

/** Those whose name has the typed letters: at its start first, then at the start of a part. */
function matching(
  options: readonly PickerOption[],
  typed: string,
  newName: ((typed: string) => string) | undefined,
): PickerOption[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...options];
  const found = options
    .map((option) => ({ option, at: option.name.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ option }) => option);
  const isThere = options.some(({ name }) => name.toLowerCase() === wanted);
  if (newName && !isThere) found.push({ id: `new:${typed.trim()}`, name: newName(typed.trim()) });
  return found;
}

function rankOf({ option, at }: { readonly option: PickerOption; readonly at: number }): number {
  if (at === 0) return 0;
  return /[\s:]/.test(option.name.charAt(at - 1)) ? 1 : 2;
}
