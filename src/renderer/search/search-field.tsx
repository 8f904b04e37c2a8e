import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { t } from '../../kernel/texts.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { Combobox } from '../kit/combobox/combobox.tsx';
import { type CompletionOption, useCompletion } from './use-completion.ts';
import './search.css';

/** The search, with completion of what can be searched for. */
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
  const list = useCompletion(props.vocabulary, props.recent);
  const isOpen = list.options.length > 0;
  const caretTo = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (caretTo.current === undefined) return;
    input.current?.setSelectionRange(caretTo.current, caretTo.current);
    caretTo.current = undefined;
  });

  function onType(typed: string, caret: number): void {
    onText(typed);
    if (typed.trim() === '') list.close();
    else list.open(typed, caret);
  }
  function take(option: CompletionOption): void {
    const { text: taken, caret } = list.take(option);
    onText(taken);
    caretTo.current = caret;
    if (option.name.endsWith(':')) list.open(taken, caret);
    else list.close();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
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
    <Combobox
      name={props.name ?? t`Search the library`}
      isNameHidden
      listName={list.kind === 'recent' ? t`Recent searches` : t`Ways to go on`}
      className="search-field"
      field={input}
      describedBy={props.describedBy}
      isWrong={props.isWrong}
      placeholder={t`Search: words, deck:, tag:, is:due …`}
      text={text}
      onText={onType}
      options={list.options}
      at={list.chosen}
      onTake={take}
      onKeyDown={onKeyDown}
      onBlur={list.close}
      after={
        text === '' ? (
          props.name === undefined && <KeyHint action="find" />
        ) : (
          <button
            type="button"
            className="quiet search-clear"
            aria-label={t`Clear the search`}
            onClick={() => {
              onText('');
              input.current?.focus();
            }}
          >
            <span aria-hidden="true">×</span>
          </button>
        )
      }
    />
  );
}
