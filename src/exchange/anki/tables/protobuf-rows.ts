import { joinedPath } from '../../../kernel/path.ts';
import { t } from '../../../kernel/texts.ts';
import { BadPackage } from '../bad-package.ts';
import { BadWire, WireMessage } from '../container/wire.ts';
import type {
  AnkiDeck,
  AnkiField,
  AnkiId,
  AnkiPreset,
  AnkiStamp,
  AnkiTemplate,
  AnkiType,
} from '../anki-collection.ts';
import type { SqlValue, UntrustedDatabase } from '../sqlite/untrusted-database.ts';
import { columnId, largeNumberOf, numberOf, sqlBytes, sqlText } from './columns.ts';
import { typeKindOf } from './json-rows.ts';

// Numbers of fields: proto/anki/{notetypes,decks,deck_config}.proto of Anki 26.9. A field that is
// not written has protobuf's default, 0, and not that of Anki's options screen.

/** Types of schema 15 and later. */
export function typesInTables(database: UntrustedDatabase): ReadonlyMap<AnkiId, AnkiType> {
  const fields = new Map<AnkiId, AnkiField[]>();
  const ofType = <Row>(map: Map<AnkiId, Row[]>, id: AnkiId): Row[] => {
    const rows = map.get(id) ?? [];
    map.set(id, rows);
    return rows;
  };
  for (const [type, name, blob] of database.each(
    t`SELECT ntid, CAST(name AS BLOB), config FROM fields ORDER BY ntid, ord`,
  )) {
    ofType(fields, columnId(type, 'a field')).push(fieldOfWire(sqlText(name), [sqlBytes(blob)]));
  }
  const templates = new Map<AnkiId, AnkiTemplate[]>();
  for (const [type, name, blob, ...stamp] of database.each(
    t`SELECT ntid, CAST(name AS BLOB), config, mtime_secs, usn FROM templates ORDER BY ntid, ord`,
  )) {
    ofType(templates, columnId(type, 'a template')).push(
      templateOfWire(sqlText(name), [sqlBytes(blob)], stampOf(stamp)),
    );
  }
  const types = new Map<AnkiId, AnkiType>();
  for (const [rawId, name, blob, ...stamp] of database.each(
    t`SELECT id, CAST(name AS BLOB), config, mtime_secs, usn FROM notetypes`,
  )) {
    const id = columnId(rawId, t`a note type`);
    const parts = { fields: fields.get(id) ?? [], templates: templates.get(id) ?? [] };
    types.set(id, typeOfWire(id, sqlText(name), [sqlBytes(blob)], stampOf(stamp), parts));
  }
  return types;
}

/** `wire`: the row's protobuf, here and below in the order of AnkiRaw. */
export function typeOfWire(
  id: AnkiId,
  name: string,
  wire: readonly Uint8Array[],
  stamp: AnkiStamp,
  parts: Pick<AnkiType, 'fields' | 'templates'>,
): AnkiType {
  const config = message(wire[0], t`a note type`);
  return {
    id,
    name,
    kind: typeKindOf(config.count(1) === 1, config.count(9) ?? 0, parts.templates),
    ...parts,
    css: config.text(3),
    sortField: config.count(2) ?? 0,
    raw: { protobuf: wire, stamp },
  };
}

export function fieldOfWire(name: string, wire: readonly Uint8Array[]): AnkiField {
  const config = message(wire[0], 'a field');
  return {
    name,
    id: config.exact(9),
    hint: config.text(5),
    isSticky: config.isSet(1),
    isRightToLeft: config.isSet(2),
    isPlainText: config.isSet(6),
    isLeftOutOfSearch: config.isSet(8),
    raw: { protobuf: wire, stamp: { modifiedSeconds: 0, usn: 0 } },
  };
}

export function templateOfWire(
  name: string,
  wire: readonly Uint8Array[],
  stamp: AnkiStamp,
): AnkiTemplate {
  const config = message(wire[0], 'a template');
  return {
    name,
    id: config.exact(8),
    front: config.text(1),
    back: config.text(2),
    raw: { protobuf: wire, stamp },
  };
}

/** Decks of schema 15 and later, whose paths have a sign of their own between their parts. */
export function decksInTables(database: UntrustedDatabase): ReadonlyMap<AnkiId, AnkiDeck> {
  const decks = new Map<AnkiId, AnkiDeck>();
  for (const [rawId, name, common, blob, ...stamp] of database.each(
    t`SELECT id, CAST(name AS BLOB), common, kind, mtime_secs, usn FROM decks`,
  )) {
    const id = columnId(rawId, 'a deck');
    const path = sqlText(name).split('\x1f').reduce(joinedPath, '');
    decks.set(id, deckOfWire(id, path, [sqlBytes(common), sqlBytes(blob)], stampOf(stamp)));
  }
  return decks;
}

export function deckOfWire(
  id: AnkiId,
  name: string,
  wire: readonly Uint8Array[],
  stamp: AnkiStamp,
): AnkiDeck {
  const kind = message(wire[1], 'a deck');
  const normal = kind.bytes(1);
  const own = message(normal, 'a deck');
  return {
    id,
    name,
    description: own.text(4),
    isFiltered: kind.bytes(2) !== undefined,
    presetId: normal && (own.exact(1) ?? 0),
    desiredRetention: own.count(10),
    newPerDay: own.count(7),
    reviewsPerDay: own.count(6),
    raw: { protobuf: wire, stamp },
  };
}

/** Option groups of schema 15 and later. */
export function presetsInTables(database: UntrustedDatabase): ReadonlyMap<AnkiId, AnkiPreset> {
  const presets = new Map<AnkiId, AnkiPreset>();
  for (const [rawId, name, blob, ...stamp] of database.each(
    t`SELECT id, CAST(name AS BLOB), config, mtime_secs, usn FROM deck_config`,
  )) {
    const id = columnId(rawId, t`a group of options`);
    presets.set(id, presetOfWire(id, sqlText(name), [sqlBytes(blob)], stampOf(stamp)));
  }
  return presets;
}

export function presetOfWire(
  id: AnkiId,
  name: string,
  wire: readonly Uint8Array[],
  stamp: AnkiStamp,
): AnkiPreset {
  const config = message(wire[0], t`a group of options`);
  return {
    id,
    name,
    newPerDay: config.count(9) ?? 0,
    reviewsPerDay: config.count(10) ?? 0,
    learningStepsMinutes: config.floats(1),
    relearningStepsMinutes: config.floats(2),
    maximumIntervalDays: config.count(16) ?? 0,
    desiredRetention: config.count(37) ?? 0,
    historicalRetention: config.count(40) ?? 0,
    weights: [6, 5, 3].map((number) => config.floats(number)).find((list) => list.length > 0) ?? [],
    ignoreBefore: config.text(46),
    isNewRandom: config.count(20) === 1,
    newMix: config.count(30) ?? 0,
    reviewOrder: config.count(33) ?? 0,
    buriesSiblings: config.isSet(27) || config.isSet(28),
    easyDays: config.floats(4),
    leechThreshold: config.count(22) ?? 0,
    leechSuspends: !config.isSet(21),
    answerCapSeconds: config.count(24) ?? 0,
    // Anki stores what is switched off of these two.
    autoplays: !config.isSet(23),
    replaysQuestion: !config.isSet(26),
    showsTimer: config.isSet(25),
    stopsTimer: config.isSet(38),
    advance: {
      questionSeconds: config.count(41) ?? 0,
      answerSeconds: config.count(42) ?? 0,
      questionAction: config.count(36) ?? 0,
      answerAction: config.count(43) ?? 0,
      waitsForAudio: config.isSet(44),
    },
    raw: { protobuf: wire, stamp },
  };
}

function stampOf([modified, usn]: readonly SqlValue[]): AnkiStamp {
  return { modifiedSeconds: largeNumberOf(modified), usn: numberOf(usn) };
}

function message(blob: Uint8Array | undefined, what: string): WireMessage {
  try {
    return new WireMessage(blob ?? new Uint8Array());
  } catch (error) {
    if (!(error instanceof BadWire)) throw error;
    throw new BadPackage(
      'damaged',
      `The collection in the file is damaged: the settings of ${what} cannot be read (${error.message}).`,
    );
  }
}
