import { partsOf } from '../../../../kernel/path.ts';
import type { AnkiId } from '../../anki-collection.ts';
import { compareUnicase } from '../../sqlite/unicase.ts';
import { exactJson } from '../../tables/exact-json.ts';
import type { CollectionRows } from '../collection-rows.ts';
import type { Json } from '../../tables/json-rows.ts';
import { beyond, messageOfJson } from '../wire/convert.ts';
import {
  DECK_SHAPE,
  FIELD_SHAPE,
  FILTERED_SHAPE,
  type MessageShape,
  NORMAL_SHAPE,
  PRESET_SHAPE,
  TEMPLATE_SHAPE,
  TYPE_SHAPE,
} from '../wire/messages.ts';
import { WireWriter } from '../wire/wire-writer.ts';
import { type CollectionStamps, putCollection } from './collection-in-json.ts';
import type { RowWriter } from '../../sqlite/row-writer.ts';

/** Schema 18: types, decks, options, settings and tags in tables of their own. */
export function putInTables(
  writer: RowWriter,
  rows: CollectionRows,
  stamps: CollectionStamps,
): void {
  putCollection(writer, stamps, 18, ['', '', '', '', '']);
  for (const type of named(rows.types)) putType(writer, type);
  for (const deck of named(rows.decks)) putDeck(writer, deck);
  for (const preset of rows.presets) {
    writer.put('deck_config', [...head(preset), whole(preset, PRESET_SHAPE)]);
  }
  for (const [name, value] of Object.entries(rows.config)) {
    writer.put('config', [name, 0, 0, new TextEncoder().encode(exactJson(value))]);
  }
  for (const tag of rows.tags) writer.put('tags', [tag, -1, 0, null]);
}

/** No two rows of a table, or of a type, have one name there, in whatever case. */
function named(rows: readonly Json[]): readonly Json[] {
  const taken: Uint8Array[] = [];
  return rows.map((row) => {
    let name = String(row.name);
    const isTaken = (each: string) =>
      taken.some((other) => compareUnicase(other, new TextEncoder().encode(each)) === 0);
    while (isTaken(name)) name = `${name}+`;
    taken.push(new TextEncoder().encode(name));
    return name === row.name ? row : { ...row, name };
  });
}

function putType(writer: RowWriter, type: Json): void {
  writer.put('notetypes', [...head(type), whole(type, TYPE_SHAPE)]);
  const id = type.id as AnkiId;
  for (const [ord, field] of named(type.flds as readonly Json[]).entries()) {
    writer.put('fields', [id, ord, String(field.name), whole(field, FIELD_SHAPE)]);
  }
  for (const [ord, template] of named(type.tmpls as readonly Json[]).entries()) {
    const config = whole(template, TEMPLATE_SHAPE);
    const [, , modified = 0, usn = 0] = head(type);
    writer.put('templates', [id, ord, String(template.name), modified, usn, config]);
  }
}

function putDeck(writer: RowWriter, deck: Json): void {
  const isFiltered = deck.dyn === 1;
  const shape = isFiltered ? FILTERED_SHAPE : NORMAL_SHAPE;
  const own = new WireWriter().bytes(isFiltered ? 2 : 1, messageOfJson(deck, shape)).end();
  const { separate: _, ...rest } = deck;
  const other = beyond(rest, [DECK_SHAPE, shape]);
  const common = messageOfJson(deck, DECK_SHAPE, other);
  const [id, name, modified, usn] = head(deck);
  writer.put('decks', [id, partsOf(name).join('\x1f'), modified, usn, common, own]);
}

function head(row: Json): readonly [id: AnkiId, name: string, modified: number, usn: number] {
  return [row.id as AnkiId, String(row.name), Number(row.mod ?? 0), Number(row.usn ?? -1)];
}

/** A row's message, with what it has no field for. */
function whole(row: Json, shape: MessageShape): Uint8Array {
  return messageOfJson(row, shape, beyond(row, [shape]));
}
