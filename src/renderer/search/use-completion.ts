import { useMemo, useState } from 'react';
import type { ComboboxOption } from '../kit/combobox/option-list.tsx';
import { type Completions, completions, type Vocabulary } from '../../domain/search/complete.ts';

const NOTHING: Completions = { from: 0, to: 0, options: [] };

/** A way to go on with a search, or a search of before. */
export type CompletionOption = ComboboxOption;

/** What the list under the search field offers, and which of it is chosen. */
export interface CompletionList {
  readonly options: readonly CompletionOption[];
  /** Place among the options; -1: none. */
  readonly chosen: number;
  readonly kind: 'completions' | 'recent';
  /** Opens the list, or brings it up to date, for `text` with the caret at `caret`. */
  open(text: string, caret: number): void;
  close(): void;
  /** Goes `by` options on, round both ends and through none. */
  move(by: 1 | -1): void;
  /** The text and caret once `option` is taken. */
  take(option: CompletionOption): { readonly text: string; readonly caret: number };
}

/** The field's own text is searched as it is; nothing is chosen until a person or a colon asks. */
export function useCompletion(vocabulary: Vocabulary, recent: readonly string[]): CompletionList {
  const [asked, setAsked] = useState<{ readonly text: string; readonly caret: number }>();
  const [chosen, setChosen] = useState(-1);
  const isRecent = asked !== undefined && asked.text.trim() === '';
  const found = useMemo(() => {
    if (!asked) return NOTHING;
    if (asked.text.trim() === '') {
      const options = recent.map((text) => ({ text, what: '' }));
      return { from: 0, to: asked.text.length, options };
    }
    const all = completions(asked.text, asked.caret, vocabulary);
    const typed = asked.text.slice(all.from, all.to);
    return { ...all, options: all.options.filter((option) => option.text !== typed) };
  }, [asked, vocabulary, recent]);
  const options = useMemo(
    () =>
      found.options.map(({ text, what }) => ({ id: `${text} ${what}`, name: text, note: what })),
    [found],
  );

  return {
    options,
    chosen: Math.min(chosen, options.length - 1),
    kind: isRecent ? 'recent' : 'completions',
    open(text, caret) {
      setAsked({ text, caret });
      setChosen(hasOperator(text, caret) ? 0 : -1);
    },
    close: () => setAsked(undefined),
    move(by) {
      const places = options.length + 1;
      setChosen(((chosen + 1 + by + places) % places) - 1);
    },
    take(option) {
      const text = asked?.text ?? '';
      const after = text.slice(found.to);
      const gap = option.name.endsWith(':') || after.startsWith(' ') ? '' : ' ';
      const before = text.slice(0, found.from) + option.name + gap;
      return { text: before + after, caret: before.length };
    },
  };
}

/** Whether the term at the caret has got as far as `name:`. */
function hasOperator(text: string, caret: number): boolean {
  return /[a-z]:\S*$/i.test(text.slice(0, caret));
}
