import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import type { Column, LibraryRow } from '../../../domain/library/library.ts';

/** What a row should say for itself whichever columns are shown: flag, mark, out of study. */
export function RowMarks(props: { readonly row: LibraryRow; readonly columns: readonly Column[] }) {
  const { row, columns } = props;
  const words: string[] = [];
  if (!columns.includes('state')) {
    if (row.isGone) words.push('Deleted');
    else if (row.absent) words.push('Out of sight');
    else if (row.suspended) words.push('Suspended');
    else if (row.buried) words.push('Buried');
  }
  if (!columns.includes('tags')) {
    if (row.tags.includes('marked')) words.push('Marked');
    if (row.tags.includes('leech')) words.push('Leech');
  }
  return (
    <>
      {row.flag > 0 && (
        <span className="grid-flag" data-flag={row.flag} title={`${FLAG_NAMES[row.flag]} flag`}>
          <span className="hidden-text">{FLAG_NAMES[row.flag]} flag </span>
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
