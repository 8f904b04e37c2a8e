import { useEffect, useRef, useState } from 'react';
import type { LibraryRow } from '../../domain/library/library.ts';
import { fieldText } from '../../domain/content/note-type.ts';
import { printSearch } from '../../domain/search/print-query.ts';
import { textToRead } from '../../domain/template/html-text.ts';
import type { CardId } from '../../kernel/ids.ts';
import { named } from '../../kernel/named.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { CardFacts } from '../card-info/card-facts.tsx';
import { useEngine } from '../engine.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import './look.css';

/** Rows shown at first, and with each press of “Show more”. */
const PAGE = 50;

/** A copy, looked at: its decks, cards and what became of them. There is nothing to write with (COPY-19). */
export function LookScreen(props: { readonly title: string; readonly onClose: () => void }) {
  const decks = useQuery('decks') ?? [];
  const [text, setText] = useState('');
  const [most, setMost] = useState(PAGE);
  const [chosen, setChosen] = useState<CardId>();
  const found = useFound(text, most);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function search(wanted: string): void {
    setText(wanted);
    setMost(PAGE);
    setChosen(undefined);
  }

  return (
    <main className="page look">
      <div className="look-mark" role="status">
        <p>
          {phrase`${begin(<strong />)}You are looking at a copy.${END} Nothing here can be changed or studied. Your own cards are as they were.`}
        </p>
        <button
          type="button"
          className="primary"
          onClick={props.onClose}
        >{t`Close the copy`}</button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      <p className="look-search">
        <label>
          {t`Search`}
          <input
            type="search"
            value={text}
            placeholder={t`Words, tag:…, is:due`}
            onChange={(event) => search(event.target.value)}
          />
        </label>
        <label>
          {t`Deck`}
          <select
            value={decks.some(({ name }) => text === ofDeck(name)) ? text : ''}
            onChange={(event) => search(event.target.value)}
          >
            <option value="">{t`All decks`}</option>
            {decks.map(({ id, name }) => (
              <option key={id} value={ofDeck(name)}>
                {named(name)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {found.problem && <ProblemNote problem={found.problem} />}
      {found.rows && (
        <div className="look-panes">
          <section aria-label={t`Cards of the copy`}>
            <p className="soft small number" role="status">
              {plural(found.total, '# card')}
            </p>
            <ul className="look-rows">
              {found.rows.map((row) => (
                <li key={row.id}>
                  <button
                    type="button"
                    aria-pressed={chosen === row.cardIds[0]}
                    onClick={() => setChosen(row.cardIds[0])}
                  >
                    <span className="long-words">{row.sortField || t`Empty`}</span>
                    <span className="soft small long-words">
                      {named(row.deckName)} · {named(row.cardName)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {found.rows.length < found.total && (
              <button type="button" onClick={() => setMost(most + PAGE)}>{t`Show more`}</button>
            )}
          </section>
          <section aria-label={t`The chosen card`}>
            {chosen ? (
              <ChosenCard cardId={chosen} />
            ) : (
              <p className="soft">{t`Choose a card to see its note and its history.`}</p>
            )}
          </section>
        </div>
      )}
    </main>
  );
}

function ofDeck(name: string): string {
  return printSearch({ kind: 'deck', glob: [{ kind: 'text', text: name }] });
}

function ChosenCard({ cardId }: { readonly cardId: CardId }) {
  const live = useQuery('card', { cardId });
  if (!live) return null;
  const { note, noteType } = live;
  return (
    <>
      <h2>{t`Note and card`}</h2>
      <dl className="look-note">
        {noteType.fields.map(({ id, name }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd className="long-words">{textToRead(fieldText(note.fields, id)).trim() || '–'}</dd>
          </div>
        ))}
      </dl>
      <CardFacts live={live} />
    </>
  );
}

interface Found {
  readonly rows?: readonly LibraryRow[];
  readonly total: number;
  readonly problem?: Problem;
}

/** The first rows of a search; those before it stay until they are there. */
function useFound(text: string, most: number): Found {
  const engine = useEngine();
  const [found, setFound] = useState<Found>({ total: 0 });
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const sort = { column: 'sortField', descending: false } as const;
      const listed = await engine.ask('find', { text, mode: 'cards', sort });
      if (!isCurrent) return;
      if (!listed.ok) return setFound((before) => ({ ...before, problem: listed.problem }));
      const { token, total } = listed.value;
      const rows = await engine.ask('rows', { token, from: 0, to: Math.min(most, total) });
      if (!isCurrent) return;
      if (rows.ok) setFound({ rows: rows.value, total });
      else setFound((before) => ({ ...before, problem: rows.problem }));
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [engine, text, most]);
  return found;
}
