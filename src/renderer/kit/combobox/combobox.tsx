import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
} from 'react';
import { type ComboboxOption, OptionList } from './option-list.tsx';
import { isComposing } from '../keys/chord.ts';
import './combobox.css';

/**
 * A field with a list of what can be taken, after WAI-ARIA's combobox pattern: the field keeps the
 * focus, and what is chosen in the list is said by it. What keys and leaving mean is for whoever
 * uses it to say: to narrow a list and to complete a word are different things.
 */
export function Combobox<Option extends ComboboxOption>(props: {
  readonly name: string;
  /** The name is only said: what the field is for can be seen. */
  readonly isNameHidden?: boolean;
  readonly listName?: string;
  readonly text: string;
  readonly onText: (text: string, caret: number) => void;
  /** None: a folded list is folded up. */
  readonly options: readonly Option[];
  /** The place of the option that would be taken, -1 for none. */
  readonly at: number;
  readonly onTake: (option: Option) => void;
  readonly list?: 'standing' | 'folded';
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus?: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onClick?: (event: MouseEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
  readonly field?: RefObject<HTMLInputElement | null> | undefined;
  /** Has the focus when a dialog opens. */
  readonly isFirst?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean | undefined;
  /** Of the box around field, list and what stands beside them. */
  readonly className?: string;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}) {
  const { name, options, at, list = 'folded' } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const optionList = (
    <OptionList
      id={`${id}-list`}
      name={props.listName ?? name}
      options={options}
      at={at}
      kind={list}
      below={box}
      onTake={props.onTake}
    />
  );
  return (
    <>
      {!props.isNameHidden && <label htmlFor={id}>{name}</label>}
      <div ref={box} className={props.className}>
        {props.before}
        <input
          ref={props.field}
          id={id}
          data-first={props.isFirst || undefined}
          role="combobox"
          aria-label={props.isNameHidden ? name : undefined}
          aria-expanded={list === 'standing' || options.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={at === -1 ? undefined : `${id}-list-${at}`}
          aria-describedby={props.describedBy}
          aria-invalid={props.isWrong || undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={props.placeholder}
          value={props.text}
          onChange={({ target }) =>
            props.onText(target.value, target.selectionStart ?? target.value.length)
          }
          onKeyDown={(event) => {
            if (!isComposing(event.nativeEvent)) props.onKeyDown(event);
          }}
          onFocus={props.onFocus}
          onClick={props.onClick}
          onBlur={props.onBlur}
        />
        {props.after}
        {list === 'folded' && optionList}
      </div>
      {list === 'standing' && optionList}
    </>
  );
}
