import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Completion, Vocabulary } from '../../domain/search/complete.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { CompletionOptions } from './completion-options.tsx';
import { useCompletion } from './use-completion.ts';
import './search.css';

/** The search, with completion after WAI-ARIA's combobox pattern. */
export function SearchField(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The search is done with for now: on to what it found. */
  readonly onLeave: () => void;
  readonly vocabulary: Vocabulary;
  readonly recent: readonly string[];
  readonly isWrong: boolean;
  /** The id of the line that says what the search means or what is wrong with it. */
  readonly describedBy: string;
  readonly input: RefObject<HTMLInputElement | null>;
  /** What the field is called elsewhere than in the library, where a key leads to it. */
  readonly name?: string;
}) {
  const { text, onText, input } = props;
  const listId = useId();
  const list = useCompletion(props.vocabulary, props.recent);
  const isOpen = list.options.length > 0;
  const caretTo = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (caretTo.current === undefined) return;
    input.current?.setSelectionRange(caretTo.current, caretTo.current);
    caretTo.current = undefined;
  });

  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    const { value, selectionStart } = event.target;
    onText(value);
    if (value.trim() === '') list.close();
    else list.open(value, selectionStart ?? value.length);
  }
  function take(option: Completion): void {
    const { text: taken, caret } = list.take(option);
    onText(taken);
    caretTo.current = caret;
    if (option.text.endsWith(':')) list.open(taken, caret);
    else list.close();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = isOpen ? list.options[list.chosen] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) list.move(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowDown' && text.trim() !== '' && !event.altKey) props.onLeave();
      else list.open(text, event.currentTarget.selectionStart ?? text.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.shiftKey) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.close();
      props.onLeave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) list.close();
      else event.currentTarget.select();
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      list.open(text, event.currentTarget.selectionStart ?? text.length);
    }
  }

  return (
    <div className="search-field">
      <input
        ref={input}
        role="combobox"
        aria-label={props.name ?? 'Search the library'}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && list.chosen >= 0 ? `${listId}-${list.chosen}` : undefined}
        aria-invalid={props.isWrong || undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="Search: words, deck:, tag:, is:due …"
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={list.close}
      />
      {text === '' ? (
        props.name === undefined && <KeyHint action="find" />
      ) : (
        <button
          type="button"
          className="quiet search-clear"
          aria-label="Clear the search"
          onClick={() => {
            onText('');
            input.current?.focus();
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
      <CompletionOptions id={listId} list={list} onTake={take} />
    </div>
  );
}
