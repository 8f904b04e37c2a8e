import { type FormEvent, useId, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { ChooseFiles } from '../door/choose-files.tsx';
import { EarlierImports } from './earlier/earlier-imports.tsx';
import { HelpLink } from '../kit/page/help-link.tsx';

/** Before there is a file: the ways in which one comes. */
export function BeginImport(props: { readonly onPasted: (table: Blob) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  // '#/import?paste' begins in the field.
  const [isAsked] = useState(() => /\?paste$/.test(location.hash));

  function look(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== '') props.onPasted(new Blob([text], { type: 'text/plain' }));
  }
  return (
    <>
      <p className="measure">{t`Drop a file anywhere on the window, or choose one. What is in it is shown first; nothing is added before you say so.`}</p>
      <p className="actions">
        <ChooseFiles name={t`Choose a file…`} isPrimary />
        <HelpLink to="anki" about={t`coming from Anki`} />
      </p>
      <dl className="import-kinds">
        <dt>{t`From Anki`}</dt>
        <dd>{t`A deck (.apkg) or the whole collection (.colpkg), as Anki, AnkiDroid and AnkiMobile export it: notes, cards, pictures, dates and every answer you ever gave.`}</dd>
        <dt>{t`A table`}</dt>
        <dd>{t`Text or CSV (.csv, .txt, .tsv) from a spreadsheet, Quizlet or Anki.`}</dd>
        <dt>{t`From Mnemosyne`}</dt>
        <dd>{t`Its database, version 2 (.db); with pictures and sounds a zip of it and of the folder beside it, whose name ends in “_media”.`}</dd>
        <dt>{t`From Rounds`}</dt>
        <dd>{t`A deck file (.md), or a collection that was saved (.rounds).`}</dd>
      </dl>
      <form className="import-paste" onSubmit={look}>
        <h2 id={id}>{t`Paste a table`}</h2>
        <p
          className="soft"
          id={`${id}-help`}
        >{t`Rows from a spreadsheet or a page: a line for each note, its question and its answer in columns.`}</p>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: this very field was asked for
          autoFocus={isAsked}
          rows={6}
          aria-labelledby={id}
          aria-describedby={`${id}-help`}
          placeholder={t`cor	heart\npulmo	lung`}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="actions">
          <button type="submit" disabled={text.trim() === ''}>{t`See what it makes`}</button>
        </p>
      </form>
      <EarlierImports />
    </>
  );
}
