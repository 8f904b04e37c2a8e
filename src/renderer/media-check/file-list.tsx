import { type ReactNode, useId, useState } from 'react';
import type { MediaFile } from '../../domain/media/media-file.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { MediaView } from '../media/media-view.tsx';

/** Rows shown before the person asks for more. */
const SHOWN = 100;

/** A list of the check with its heading and a sentence of what it means; nothing for no rows. */
export function FileSection<Row>(props: {
  readonly title: string;
  readonly meaning: ReactNode;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly render: (row: Row) => ReactNode;
  readonly children?: ReactNode;
}) {
  const { rows, keyOf, render } = props;
  const id = useId();
  const [shown, setShown] = useState(SHOWN);
  if (rows.length === 0) return null;
  return (
    <section className="media-section" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} <span className="soft number">{thousands(rows.length)}</span>
      </h2>
      <p className="soft">{props.meaning}</p>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={keyOf(row)}>{render(row)}</li>
        ))}
      </ul>
      {rows.length > shown && (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            onClick={() => setShown(shown + SHOWN * 10)}
          >{t`Show more (${plural(rows.length - shown, '# further file')})`}</button>
        </p>
      )}
      {props.children}
    </section>
  );
}

/** A file's name as a button that shows the file. */
export function FileName({ file }: { readonly file: MediaFile }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="file-name"
        aria-label={t`Show ${file.id}`}
        onClick={() => setOpen(true)}
      >
        <bdi>{file.id}</bdi>
      </button>
      {isOpen && (
        <Dialog wide title={file.id} onClose={() => setOpen(false)}>
          <MediaView file={file} />
        </Dialog>
      )}
    </>
  );
}
