import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { named } from '../../kernel/named.ts';
import { plural, t } from '../../kernel/texts.ts';
import { Combobox } from '../kit/combobox/combobox.tsx';
import { placeAfter } from '../kit/combobox/option-list.tsx';
import { findHelp, helpTexts, marked } from './find-help.ts';
import type { HelpPage } from './help-page.ts';

/** The search of all pages: what is found opens below the field, and Enter goes there (HELP-3). */
export function HelpFind(props: {
  readonly pages: readonly HelpPage[];
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const [, goTo] = useLocation();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const texts = useMemo(() => helpTexts(props.pages), [props.pages]);
  const hits = useMemo(
    () =>
      findHelp(texts, typed).map(({ to, page, heading, sentence }) => ({
        id: to,
        to,
        name: heading === '' ? page : `${page} › ${heading}`,
        note: <Sentence text={sentence} typed={typed} />,
      })),
    [texts, typed],
  );
  const shown = isOpen ? hits : [];
  const isAsked = typed.trim() !== '';

  function take(hit: { readonly to: string } | undefined): void {
    if (!hit) return;
    setOpen(false);
    goTo(hit.to);
  }
  function type(text: string): void {
    setTyped(text);
    setOpen(true);
    setAt(0);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const next = placeAfter(event.key, isOpen ? at : -1, hits.length);
    if (next !== undefined) {
      setOpen(true);
      setAt(next);
    } else if (event.key === 'Enter') take(shown[at]);
    else if (event.key === 'Escape' && shown.length > 0) setOpen(false);
    else if (event.key === 'Escape' && typed !== '') type('');
    else return;
    event.preventDefault();
  }

  return (
    <div className="help-find">
      <Combobox
        name={t`Search the help`}
        isNameHidden
        listName={t`Found in the help`}
        placeholder={t`Search the help`}
        text={typed}
        onText={type}
        options={shown}
        at={shown.length === 0 ? -1 : at}
        onTake={take}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        field={props.field}
      />
      <p className={isAsked && hits.length === 0 ? 'small soft' : 'hidden-text'} role="status">
        {isAsked && saidOf(hits.length, typed.trim())}
      </p>
    </div>
  );
}

function saidOf(found: number, typed: string): string {
  if (found > 0) return plural(found, '# place');
  return t`Nothing in the help has “${named(typed)}”. Try fewer letters, or another word for it. Your own cards are searched in the library.`;
}

/** The sentence with what was searched for marked in it. */
function Sentence({ text, typed }: { readonly text: string; readonly typed: string }) {
  return marked(text, typed).map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in its order
    place % 2 === 1 ? <mark key={place}>{part}</mark> : part,
  );
}
