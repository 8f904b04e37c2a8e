import { useEffect, useRef } from 'react';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { ColumnUse, TableChoices } from '../../../engine/import/import-look.ts';
import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { useQuery } from '../../live.ts';
import { FoldedPicker } from '../../kit/combobox/folded-picker.tsx';
import { newNameIn } from '../../kit/combobox/matching.ts';
import { Choice } from '../../kit/form/fields.tsx';
import { Select } from '../../kit/form/select.tsx';
import { keyOfUse, columnUseOf, withTypeOf, withUse, withWidth } from './table-columns.ts';

/** Rows of the file that are shown. */
const SHOWN = 6;

const SEPARATORS: Readonly<Record<string, string>> = {
  '\t': 'tab',
  ',': 'comma',
  ';': 'semicolon',
  '|': t`upright line |`,
  ':': 'colon',
  ' ': 'space',
};

/** How a table becomes notes: what is changed is seen at once in its first rows (ANKI-39). */
export function TableChoice(props: {
  readonly table: TableChoices;
  readonly rows: readonly (readonly string[])[];
  /** The rows are still those of choices before the last. */
  readonly isLooking: boolean;
  readonly onChange: (table: TableChoices) => void;
}) {
  const { table, rows } = props;
  const types = useQuery('noteTypes') ?? [];
  const decks = useQuery('decks') ?? [];
  const type = types.find(({ id }) => id === table.noteTypeId);
  const change = (changed: Partial<TableChoices>): void => props.onChange({ ...table, ...changed });
  const separators =
    table.separator in SEPARATORS
      ? SEPARATORS
      : { ...SEPARATORS, [table.separator]: t`the sign ${table.separator}` };
  // Another separator makes other columns, which are known once the rows are.
  const partedBy = useRef(table.separator);
  useEffect(() => {
    if (props.isLooking || !type || partedBy.current === table.separator) return;
    partedBy.current = table.separator;
    const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    props.onChange({ ...table, columns: withWidth(table.columns, width, type) });
  });
  const deck = decks.find(({ name }) => name === table.deckName);

  return (
    <section className="import-table" aria-labelledby="import-table">
      <h2 id="import-table">{t`How it becomes notes`}</h2>
      <div className="field-grid">
        <Select
          name={t`Note type`}
          value={table.noteTypeId}
          options={types.map(({ id, name }) => ({ id, name }))}
          onChange={(id) => {
            const next = types.find((each) => each.id === id);
            if (next) change({ noteTypeId: id, columns: withTypeOf(table.columns, next) });
          }}
        />
        <div className="field">
          <FoldedPicker
            name={t`Deck`}
            options={decks}
            chosen={deck?.id ?? `new:${table.deckName}`}
            chosenName={table.deckName}
            newName={(typed) => t`New deck “${named(typed)}”`}
            onChoose={(id) => {
              const name = newNameIn(id) ?? decks.find((each) => each.id === id)?.name;
              if (name !== undefined) change({ deckName: name });
            }}
          />
          {table.columns.some(({ use }) => use === 'deck') ? (
            <span className="small soft">{t`For rows whose own deck is empty.`}</span>
          ) : (
            !deck &&
            table.deckName !== '' && (
              <span className="small soft">{t`A new deck, made with the import.`}</span>
            )
          )}
        </div>
        <Choice
          name={t`Columns are separated by`}
          value={table.separator}
          choices={separators}
          onChange={(separator) => change({ separator })}
        />
        <Choice<'names' | 'note'>
          name={t`The first row is`}
          value={table.hasNames ? 'names' : 'note'}
          choices={{ names: t`names of the columns`, note: t`a note like the others` }}
          onChange={(kind) => change({ hasNames: kind === 'names' })}
        />
        <Choice<'words' | 'html'>
          name={t`Cells hold`}
          value={table.isHtml ? 'html' : 'words'}
          choices={{ words: t`words, as they are read`, html: t`HTML, with its tags` }}
          onChange={(kind) => change({ isHtml: kind === 'html' })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved by keys, too */}
      <section className="import-rows" tabIndex={0} aria-label={t`The first rows`}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={place} scope="col">
                  <ColumnChoice
                    place={place}
                    use={column}
                    type={type}
                    onChange={(use) => change({ columns: withUse(table.columns, place, use) })}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={row}>
                {table.columns.map(({ use }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={place} data-unused={use === 'nothing' || undefined}>
                    {shortened(cells[place] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ColumnChoice(props: {
  readonly place: number;
  readonly use: ColumnUse;
  readonly type: NoteType | undefined;
  readonly onChange: (use: ColumnUse) => void;
}) {
  const fields = props.type?.fields ?? [];
  return (
    <select
      aria-label={t`Column ${props.place + 1} becomes`}
      value={keyOfUse(props.use)}
      onChange={({ target }) => props.onChange(columnUseOf(target.value))}
    >
      {fields.map(({ id, name }) => (
        <option key={id} value={keyOfUse({ use: 'field', fieldId: id })}>
          {named(name)}
        </option>
      ))}
      <option value="tags">{t`Tags`}</option>
      <option value="deck">{t`Deck`}</option>
      <option value="note-type">{t`Note type`}</option>
      <option value="guid">{t`Anki’s mark of the note`}</option>
      <option value="nothing">{t`Left out`}</option>
    </select>
  );
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
