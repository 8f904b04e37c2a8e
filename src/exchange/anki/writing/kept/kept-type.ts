import type { NoteType } from '../../../../domain/content/note-type.ts';
import { readForeignType } from '../../foreign-rows.ts';
import { noteTypeOfAnki } from '../../mapping/note-types.ts';
import type { AnkiId } from '../../anki-collection.ts';
import { type Json, typeOfJson } from '../../tables/json-rows.ts';
import { typeRow } from '../rows/type-row.ts';
import { jsonOfType } from '../wire/rows-as-json.ts';
import { isSame, stamped, withOwnChanges } from './with-changes.ts';

/** A type's row: the one it came with and what was changed of it here, or one of our own making. */
export function keptTypeRow(type: NoteType, id: AnkiId, nowSeconds: number): Json {
  const now = typeRow(type, id, nowSeconds);
  const own = readForeignType(type.foreign);
  if (!own) return now;
  const kept = jsonOfType(own);
  const was = noteTypeOfAnki(own);
  const before = typeRow({ ...was, id: type.id }, id, nowSeconds);
  const fields = type.fields.map((field, at) =>
    rowAt(
      was.fields.findIndex((each) => each.id === field.id),
      at,
      'flds',
    ),
  );
  const templates = type.templates.map((template, at) =>
    rowAt(
      was.templates.findIndex((each) => each.slot === template.slot),
      at,
      'tmpls',
    ),
  );
  // Of a cloze type the first alone is Rounds'; there may be more.
  const others = type.kind === 'standard' ? [] : rowsIn(kept, 'tmpls').slice(1);
  const row = { ...withOwnChanges(kept, bare(before), bare(now)), id };
  const made = { ...row, flds: fields, tmpls: [...templates, ...others] };
  const back = noteTypeOfAnki(typeOfJson(id, made)).templates;
  // What Anki has no word for comes back by a mark alone: places, and Rounds' own filters (ANKI-43).
  const isSaid = isSame(back, type.templates);
  const marked = templates.map((each, at) => ({ ...each, ...markIn(rowsIn(now, 'tmpls')[at]) }));
  const tmpls = isSaid ? made.tmpls : [...marked, ...others];
  return stamped({ ...made, tmpls }, kept, nowSeconds);

  function rowAt(before_: number, at: number, key: 'flds' | 'tmpls'): Json {
    const [keptRow, beforeRow] = [rowsIn(kept, key)[before_], rowsIn(before, key)[before_]];
    const nowRow = rowsIn(now, key)[at] ?? {};
    if (!keptRow || !beforeRow) return nowRow;
    return withOwnChanges(keptRow, unmarked(beforeRow), unmarked(nowRow));
  }
}

/** What is compared as a whole: without the mark that a row of Anki's does not bear. */
function bare({ flds: _, tmpls: __, ...row }: Json): Json {
  return unmarked(row);
}

function markIn({ rounds }: Json = {}): Json {
  return rounds === undefined ? {} : { rounds };
}

function unmarked({ rounds: _, ...row }: Json): Json {
  return row;
}

function rowsIn(row: Json, key: 'flds' | 'tmpls'): readonly Json[] {
  return (row[key] ?? []) as readonly Json[];
}
