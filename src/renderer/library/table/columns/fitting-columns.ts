import type { CSSProperties } from 'react';
import type { Column } from '../../../../domain/library/library.ts';
import { type LibraryPreferences, widthOf } from '../../library-preferences.ts';

/** Widths are kept at 15 px to the rem, the usual text size, and grow with it. */
const REM = 15;

type Widths = LibraryPreferences['widths'];

/** The columns' places as custom properties of the table: the first one takes the room left over. */
export function layoutOf(columns: readonly Column[], widths: Widths): CSSProperties {
  const sizes = columns.map((column) => widthOf(column, widths) / REM);
  const tracks = sizes.map((size, index) =>
    index === 0 ? `minmax(${size}rem, 1fr)` : `${size}rem`,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { '--columns': tracks.join(' '), '--least-width': `${total}rem` } as CSSProperties;
}

/** As many of `columns` as stand side by side in `width` CSS pixels; the first one always. */
export function fittingColumns(
  columns: readonly Column[],
  widths: Widths,
  width: number,
  pixelsPerRem: number,
): readonly Column[] {
  let room = (width / pixelsPerRem) * REM;
  const fitting = columns.filter((column, index) => {
    const wanted = index === 0 ? Math.min(widthOf(column, widths), 180) : widthOf(column, widths);
    room -= wanted;
    return index === 0 || room >= 0;
  });
  return fitting.length === columns.length ? columns : fitting;
}
