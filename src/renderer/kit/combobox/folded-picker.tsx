import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { Combobox } from './combobox.tsx';
import { matching, type PickerOption } from './matching.ts';
import { placeAfter } from './option-list.tsx';

/** A list that is open: what has been typed since, and which of its names would be taken. */
interface Open {
  /** undefined: nothing yet, and the field shows the chosen name. */
  readonly typed: string | undefined;
  readonly id: string | undefined;
}

/**
 * One of many names in the place of one: the field shows it, and unfolds its list while another is
 * sought. Arrows choose, Enter and Tab take, and so do Ctrl+Enter, which is the form's, and leaving
 * the field; Escape folds it up again. `newName` as for a Picker.
 */
export function FoldedPicker(props: {
  readonly name: string;
  readonly options: readonly PickerOption[];
  readonly chosen: string | undefined;
  /** The name of `chosen`. */
  readonly chosenName: string;
  readonly onChoose: (id: string) => void;
  readonly newName?: (typed: string) => string;
  readonly placeholder?: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Enter or Escape has ended the search, and the field still has the focus. */
  readonly onDone?: () => void;
  /** The field has lost the focus. */
  readonly onLeave?: () => void;
}) {
  const { options, chosen, newName } = props;
  const [open, setOpenState] = useState<Open>();
  // As it is by now: the field can lose the focus before the screen is drawn anew.
  const openNow = useRef(open);
  const typed = open?.typed ?? '';
  const shown = open ? matching(options, typed, newName) : [];
  const at = shown.findIndex((option) => option.id === open?.id);

  function setOpen(next: Open | undefined): void {
    openNow.current = next;
    setOpenState(next);
  }
  function unfold(text: string | undefined): void {
    const isSought = text !== undefined && text.trim() !== '';
    const first = isSought ? matching(options, text, newName)[0]?.id : chosen;
    setOpen({ typed: text, id: first });
  }
  function take(option: PickerOption | undefined): void {
    setOpen(undefined);
    if (option && option.id !== chosen) props.onChoose(option.id);
  }
  /** What has been sought or gone to is meant, also by whoever goes on without a word. */
  function leave(): void {
    if (openNow.current) take(shown[at]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const isForm = event.ctrlKey || event.metaKey;
    const place = placeAfter(event.key, at, shown.length);
    if (place !== undefined) setOpen({ typed: open?.typed, id: shown[place]?.id });
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') unfold(open?.typed);
    else if (event.key === 'Enter' && isForm) {
      leave();
      return;
    } else if (event.key === 'Enter') {
      const isNothing = open !== undefined && typed.trim() !== '' && shown.length === 0;
      if (!isNothing) {
        take(shown[at]);
        props.onDone?.();
      }
    } else if (event.key === 'Escape' && (open || props.onDone)) {
      setOpen(undefined);
      props.onDone?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <Combobox
        name={props.name}
        className="picker-folded"
        field={props.field}
        placeholder={props.placeholder}
        text={open?.typed ?? props.chosenName}
        onText={unfold}
        options={shown}
        at={at}
        onTake={take}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target.select()}
        onClick={(event) => {
          if (open) return;
          event.currentTarget.select();
          unfold(undefined);
        }}
        onBlur={() => {
          leave();
          props.onLeave?.();
        }}
      />
      {open && shown.length === 0 && (
        <p className="small soft" role="status">{t`Nothing is called that.`}</p>
      )}
    </>
  );
}
