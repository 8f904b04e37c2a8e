import type { Foreign } from '../../domain/collection/foreign.ts';
import type { DeckId, Slot } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type {
  AnkiCard,
  AnkiCollection,
  AnkiDeck,
  AnkiId,
  AnkiNote,
  AnkiPreset,
  AnkiRaw,
  AnkiStamp,
  AnkiType,
} from './anki-collection.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { exactJson, parseExactJson } from './tables/exact-json.ts';
import { deckOfJson, type Json, presetOfJson, typeOfJson } from './tables/json-rows.ts';
import {
  deckOfWire,
  fieldOfWire,
  presetOfWire,
  templateOfWire,
  typeOfWire,
} from './tables/protobuf-rows.ts';

// What stands in `foreign` of a row that came from Anki, written by an import and read by an
// export. A number of 64 bits is a number in its JSON, too.

/** Of a note: its own row of Anki's and those of its cards. Its text stands in the note alone. */
export interface ForeignNote {
  /** The study day that dues of 0 mean in these rows. */
  readonly firstDay: StudyDay;
  readonly note: Omit<AnkiNote, 'fields' | 'tags'> & {
    /** As Anki had them, where the note here has others or in another order. */
    readonly tags?: readonly string[];
    /** Beyond those that its type names. */
    readonly moreFields?: readonly string[];
  };
  readonly cards: Readonly<Record<Slot, ForeignCard>>;
}

/** A card's row as Anki had it: also where it lay in a filtered deck. */
export type ForeignCard = Omit<AnkiCard, 'noteId' | 'ord'> & {
  /** Its deck here, where that is another than its note's. */
  readonly home?: DeckId;
  /** Numbers of synchronisation of its log, and of how many rows that follow each other. */
  readonly logUsns?: readonly (readonly [usn: number, rows: number])[];
};

/** Of the study settings: what a file said of its whole collection. */
export interface ForeignCollection {
  readonly schema: number;
  readonly createdSeconds: number;
  readonly changed: AnkiCollection['changed'];
  /** By Anki's names. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  /** Filtered ones, and Anki's own where nothing was in it: they are no decks here. */
  readonly otherDecks: readonly AnkiDeck[];
}

export function foreignNote(row: ForeignNote): Foreign {
  return kept(row);
}

/** undefined, here and below: it came from elsewhere, or cannot be read. */
export function readForeignNote(foreign: Foreign | undefined): ForeignNote | undefined {
  return read(foreign, (json) => {
    const row = json as unknown as ForeignNote;
    return typeof row.note === 'object' && typeof row.cards === 'object' ? row : undefined;
  });
}

/** `foreign` of a note with the decks of its cards under other ids. */
export function withHomes(foreign: Foreign, deckIdOf: (id: DeckId) => DeckId): Foreign {
  // Few notes have such cards; the others are not read.
  if (!foreign.row.includes('"home":')) return foreign;
  const row = readForeignNote(foreign);
  if (!row) return foreign;
  const cards = Object.entries(row.cards).map(([slot, card]) =>
    card.home === undefined ? [slot, card] : [slot, { ...card, home: deckIdOf(card.home) }],
  );
  return foreignNote({ ...row, cards: Object.fromEntries(cards) });
}

export function foreignType({ id, name, raw, fields, templates }: AnkiType): Foreign {
  if ('json' in raw) return kept({ id, ...storedRaw(raw) });
  return kept({
    id,
    name,
    ...storedRaw(raw),
    fields: fields.map((field) => ({ name: field.name, ...storedRaw(field.raw) })),
    templates: templates.map((each) => ({ name: each.name, ...storedRaw(each.raw) })),
  });
}

/** The type as it was in Anki's file. */
export function readForeignType(foreign: Foreign | undefined): AnkiType | undefined {
  return read(foreign, (row) => {
    const { id, name } = row as unknown as Named;
    if (isJson(row)) return typeOfJson(id, row.json);
    const { fields, templates } = row as unknown as Record<
      'fields' | 'templates',
      readonly (Named & StoredWire)[]
    >;
    return typeOfWire(id, name, bytesOf(row), stampOf(row), {
      fields: fields.map((each) => fieldOfWire(each.name, bytesOf(each))),
      templates: templates.map((each) => templateOfWire(each.name, bytesOf(each), stampOf(each))),
    });
  });
}

export function foreignDeck(deck: AnkiDeck): Foreign {
  return kept(storedDeck(deck));
}

export function readForeignDeck(foreign: Foreign | undefined): AnkiDeck | undefined {
  return read(foreign, deckIn);
}

export function foreignPreset({ id, name, raw }: AnkiPreset): Foreign {
  return kept({ id, name, ...storedRaw(raw) });
}

export function readForeignPreset(foreign: Foreign | undefined): AnkiPreset | undefined {
  return read(foreign, (row) => {
    const { id, name } = row as unknown as Named;
    return isJson(row)
      ? presetOfJson(id, row.json)
      : presetOfWire(id, name, bytesOf(row), stampOf(row));
  });
}

export function foreignCollection(
  { schema, createdSeconds, changed, config, tags }: AnkiCollection,
  otherDecks: readonly AnkiDeck[],
): Foreign {
  const all = Object.fromEntries(config.all);
  return kept({
    schema,
    createdSeconds,
    changed,
    config: all,
    tags,
    otherDecks: otherDecks.map(storedDeck),
  });
}

export function readForeignCollection(foreign: Foreign | undefined): ForeignCollection | undefined {
  return read(foreign, (json) => {
    const row = json as unknown as ForeignCollection;
    const otherDecks = (row.otherDecks as unknown as readonly Json[]).map(deckIn);
    return { ...row, otherDecks };
  });
}

interface Named {
  readonly id: AnkiId;
  readonly name: string;
}
interface StoredWire {
  readonly protobuf: readonly string[];
  readonly stamp: AnkiStamp;
}

function kept(row: object): Foreign {
  return { program: 'anki', row: exactJson(row) };
}

function read<Row>(
  foreign: Foreign | undefined,
  rowOf: (json: Json) => Row | undefined,
): Row | undefined {
  if (foreign?.program !== 'anki') return undefined;
  try {
    return rowOf(parseExactJson(foreign.row) as Json);
  } catch {
    return undefined;
  }
}

function storedRaw(raw: AnkiRaw): { readonly json: object } | StoredWire {
  return 'json' in raw ? raw : { protobuf: raw.protobuf.map(toBase64), stamp: raw.stamp };
}

function storedDeck({ id, name, raw }: AnkiDeck): Json {
  return { id, name, ...storedRaw(raw) };
}

function deckIn(row: Json): AnkiDeck {
  const { id, name } = row as unknown as Named;
  return isJson(row) ? deckOfJson(id, row.json) : deckOfWire(id, name, bytesOf(row), stampOf(row));
}

function isJson(row: Json): row is { readonly json: Json } {
  return typeof row.json === 'object';
}

function bytesOf(row: object): readonly Uint8Array[] {
  return (row as StoredWire).protobuf.map(fromBase64);
}

function stampOf(row: object): AnkiStamp {
  return (row as StoredWire).stamp;
}
