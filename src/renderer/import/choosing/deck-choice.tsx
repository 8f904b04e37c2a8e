import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportChoices, ImportLook } from '../../../engine/import/import-look.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { TextField } from '../../kit/form/fields.tsx';
import { useFirst } from '../../kit/list/use-first.tsx';
import { type DeckRow, deckRows } from './deck-rows.ts';

/** So many are seen at a glance; more are found by a few letters. */
const MANY = 20;

/** Which of the file's decks come: all of them, until it is unfolded. */
export function DecksToTake(props: {
  readonly decks: ImportLook['decks'];
  readonly chosen: ImportChoices['decks'];
  readonly onChange: (chosen: ImportChoices['decks']) => void;
}) {
  const { decks, chosen } = props;
  const [wanted, setWanted] = useState('');
  const rows = useMemo(() => deckRows(decks), [decks]);
  const ids = useMemo(
    () => new Set(chosen === 'all' ? decks.map(({ id }) => id) : chosen),
    [decks, chosen],
  );
  const found = useMemo(() => {
    const letters = wanted.trim().toLowerCase();
    return rows.filter(({ path }) => path.toLowerCase().includes(letters));
  }, [rows, wanted]);
  const { first, more } = useFirst(found, (n) => plural(n, '# more deck'));

  function set(next: ReadonlySet<DeckId>): void {
    props.onChange(next.size === decks.length ? 'all' : [...next]);
  }
  function tick(row: DeckRow, isWanted: boolean): void {
    const next = new Set(ids);
    for (const id of row.ids) {
      if (isWanted) next.add(id);
      else next.delete(id);
    }
    set(next);
  }

  return (
    <details className="import-decks">
      <summary>
        {ids.size === decks.length
          ? t`All ${plural(decks.length, '# deck')}`
          : t`${thousands(ids.size)} of ${plural(decks.length, '# deck')}`}
        <span className="soft small">{t` Choose…`}</span>
      </summary>
      {decks.length > MANY && (
        <TextField name={t`Find a deck by a few letters`} value={wanted} onChange={setWanted} />
      )}
      <p className="actions">
        <button
          type="button"
          className="quiet"
          onClick={() => set(new Set(decks.map(({ id }) => id)))}
        >{t`All`}</button>
        <button type="button" className="quiet" onClick={() => set(new Set())}>{t`None`}</button>
      </p>
      <ul className="import-tree" aria-label={t`Decks of the file`}>
        {first.map((row) => (
          <Row
            key={row.path}
            row={row}
            ticked={row.ids.filter((id) => ids.has(id)).length}
            onTick={(isWanted) => tick(row, isWanted)}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="small soft">{t`No deck is called that.`}</p>}
      {more}
    </details>
  );
}

function Row(props: {
  readonly row: DeckRow;
  /** How many of it and those below it are chosen. */
  readonly ticked: number;
  readonly onTick: (isWanted: boolean) => void;
}) {
  const { row, ticked } = props;
  const box = useRef<HTMLInputElement>(null);
  const isAll = ticked === row.ids.length;
  const isSome = ticked > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    // Deeper than this a name has no room on a phone.
    <li style={{ paddingInlineStart: `${Math.min(row.depth, 6) * 20}px` }}>
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={isAll}
          title={row.path}
          onChange={() => props.onTick(!isAll)}
        />
        <span className="import-deck-name">{row.name}</span>
        <span className="import-deck-notes small soft number">{plural(row.notes, '# note')}</span>
      </label>
    </li>
  );
}
