import { type MouseEvent, memo } from 'react';
import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import type { Column, LibraryRow } from '../../../domain/library/library.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { PopoverPlace } from '../../kit/hooks/place-popover.ts';
import { COLUMN_LOOKS } from './columns/columns.ts';

/** One row. Everything in it is text, whatever the note holds. */
export const GridRow = memo(function GridRow(props: {
  /** undefined until it has been read. */
  readonly row: LibraryRow | undefined;
  /** From 0. */
  readonly place: number;
  readonly columns: readonly Column[];
  readonly today: StudyDay;
  readonly top: number;
  readonly height: number;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
  readonly onPress: (event: MouseEvent, place: number) => void;
  readonly onOpen: (row: LibraryRow) => void;
  readonly onMenu: (place: PopoverPlace) => void;
}) {
  const { row, place, columns } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of view are not in the document
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={props.isChosen}
      aria-busy={row === undefined || undefined}
      tabIndex={props.isCursor ? 0 : -1}
      data-place={place}
      data-aside={(row && (row.suspended || row.absent || row.isGone)) || undefined}
      className="grid-row"
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onMouseDown={(event) => props.onPress(event, place)}
      onDoubleClick={() => row && props.onOpen(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {columns.map((column, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
        <div
          key={column}
          role="gridcell"
          aria-colindex={index + 1}
          className={COLUMN_LOOKS[column].isNumber ? 'grid-cell number' : 'grid-cell'}
        >
          {row && index === 0 && <RowMarks row={row} columns={columns} />}
          {row && (
            <span className="grid-text">{COLUMN_LOOKS[column].textOf(row, props.today)}</span>
          )}
        </div>
      ))}
    </div>
  );
});

/** What a row should say for itself whichever columns are shown: flag, mark, out of study. */
function RowMarks(props: { readonly row: LibraryRow; readonly columns: readonly Column[] }) {
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
