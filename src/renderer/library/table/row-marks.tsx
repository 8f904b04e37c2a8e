import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import type { Column, LibraryRow } from '../../../domain/library/library.ts';
import { t } from '../../../kernel/texts.ts';

/** What a row should say for itself whichever columns are shown: flag, mark, out of study. */
export function RowMarks(props: { readonly row: LibraryRow; readonly columns: readonly Column[] }) {
  const { row, columns } = props;
  const words: string[] = [];
  if (!columns.includes('state')) {
    if (row.isGone) words.push(t`Deleted`);
    else if (row.absent) words.push(t`Out of sight`);
    else if (row.suspended) words.push(t`Suspended`);
    else if (row.buried) words.push(t`Buried`);
  }
  if (!columns.includes('tags')) {
    if (row.tags.includes('marked')) words.push(t`Marked`);
    if (row.tags.includes('leech')) words.push(t`Leech`);
  }
  return (
    <>
      {row.flag > 0 && (
        <span className="grid-flag" data-flag={row.flag} title={t`${FLAG_NAMES[row.flag]} flag`}>
          <span className="hidden-text">{t`${FLAG_NAMES[row.flag]} flag `}</span>
        </span>
      )}
      {words.map((word) => (
        <span key={word} className="grid-word">
          {word}
        </span>
      ))}
    </>
  );
}
