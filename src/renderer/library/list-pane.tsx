import { useState } from 'react';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { useStudyDay } from '../live.ts';
import { usePreferences } from '../preferences.ts';
import { useWidth } from '../kit/hooks/use-width.ts';
import { bulkMenus } from './bulk/bulk-menu.ts';
import type { Bulk } from './bulk/use-bulk.tsx';
import { EmptyList } from './empty-list.tsx';
import { useLibraryPreferences } from './library-preferences.ts';
import type { PaneControl } from './panes.tsx';
import type { PopoverPlace } from '../kit/hooks/place-popover.ts';
import { Menu } from '../kit/menu/menu.tsx';
import { MenuButton } from '../kit/menu/menu-button.tsx';
import { columnsGroup, sortGroup } from './table/columns/column-menu.ts';
import { LibraryTable } from './table/library-table.tsx';
import { fittingColumns } from './table/columns/fitting-columns.ts';
import type { FocusTurn } from '../kit/grid/grid.tsx';
import type { SelectionControl } from '../kit/grid/selection.ts';
import type { Listing } from './use-listing.ts';

/** Under this width in CSS pixels only the columns that fit are shown. */
const NARROW = 560;

/** The table with its tools above it, or a sentence where nothing was found. */
export function ListPane(props: {
  readonly listing: Listing;
  readonly selection: SelectionControl;
  readonly bulk: Bulk;
  readonly focusTurn: FocusTurn;
  readonly panes: PaneControl;
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly onEdit: () => void;
  readonly onStudy: () => void;
  readonly onCram: () => void;
}) {
  const { listing, selection, bulk, panes } = props;
  const { found, rows } = listing;
  const { keymap } = usePreferences();
  const { columns, widths, sort } = useLibraryPreferences();
  const today = useStudyDay()?.today;
  const { ref, width } = useWidth<HTMLDivElement>(800);
  const [menuPlace, setMenuPlace] = useState<PopoverPlace>();
  const shown = width < NARROW ? fittingColumns(columns, widths, width - 16, rootSize()) : columns;
  const total = found?.total ?? 0;
  const row = total > 0 ? rows.at(selection.cursor) : undefined;
  const menus = bulkMenus(bulk, keymap, {
    onStudy: props.onStudy,
    onCram: props.onCram,
    currentFlag: row?.flag ?? 0,
    isAbsent: row?.absent ?? false,
  });

  return (
    <>
      <div className="list-tools">
        <button
          type="button"
          className="tool"
          aria-pressed={panes.isSideShown}
          onClick={panes.toggleSide}
        >{t`Sidebar`}</button>
        <p className="list-size small soft number" role="status" data-empty={bulk.size < 2}>
          {bulk.size > 1 && t`${thousands(bulk.size)} of ${rowsWord(listing)} chosen`}
        </p>
        <MenuButton name={t`Study the chosen cards`} groups={menus.study}>{t`Study`}</MenuButton>
        <MenuButton name={t`Edit the chosen notes`} groups={menus.edit}>{t`Edit`}</MenuButton>
        <MenuButton
          name={t`Columns and order`}
          groups={[columnsGroup(columns), sortGroup(sort)]}
        >{t`Columns`}</MenuButton>
        <button
          type="button"
          className="tool"
          aria-pressed={panes.isPreviewShown}
          onClick={panes.togglePreview}
        >{t`Preview`}</button>
      </div>
      <div className="list-body" ref={ref}>
        {total > 0 && today !== undefined ? (
          <LibraryTable
            name={listing.found?.mode === 'notes' ? t`Notes` : t`Cards`}
            total={total}
            rows={rows}
            columns={shown}
            today={today}
            selection={selection}
            focusTurn={props.focusTurn}
            onOpen={props.onEdit}
            onMenu={setMenuPlace}
          />
        ) : (
          <EmptyList listing={listing} onSearch={props.onSearch} />
        )}
      </div>
      {menuPlace && (
        <Menu
          name={t`What to do with the chosen rows`}
          groups={[...menus.edit, ...menus.study]}
          place={menuPlace}
          onClose={() => setMenuPlace(undefined)}
        />
      )}
    </>
  );
}

function rowsWord({ found }: Listing): string {
  if (!found) return '';
  return found.mode === 'cards' ? plural(found.total, '# card') : plural(found.total, '# note');
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
