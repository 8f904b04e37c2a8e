import type { AnkiDeck, AnkiPreset, AnkiType } from '../../anki-collection.ts';
import { WireMessage } from '../../container/wire.ts';
import type { Json } from '../../tables/json-rows.ts';
import { jsonOfMessage } from './convert.ts';
import {
  DECK_SHAPE,
  FIELD_SHAPE,
  FILTERED_SHAPE,
  NORMAL_SHAPE,
  PRESET_SHAPE,
  TEMPLATE_SHAPE,
  TYPE_SHAPE,
} from './messages.ts';

/** A type that came from Anki as schema 11's JSON, whichever format it came in. */
export function jsonOfType({ id, name, raw, fields, templates }: AnkiType): Json {
  if ('json' in raw) return raw.json as Json;
  const [config = EMPTY] = raw.protobuf;
  return {
    ...jsonOfMessage(config, TYPE_SHAPE),
    id,
    name,
    mod: raw.stamp.modifiedSeconds,
    usn: raw.stamp.usn,
    flds: fields.map((field, ord) => ({
      ...jsonOfMessage(wireOf(field.raw), FIELD_SHAPE),
      name: field.name,
      ord,
    })),
    tmpls: templates.map((template, ord) => ({
      ...jsonOfMessage(wireOf(template.raw), TEMPLATE_SHAPE),
      name: template.name,
      ord,
    })),
  };
}

export function jsonOfDeck({ id, name, raw }: AnkiDeck): Json {
  if ('json' in raw) return raw.json as Json;
  const [common = EMPTY, kind = EMPTY] = raw.protobuf;
  const message = new WireMessage(kind);
  const filtered = message.bytes(2);
  const own = filtered
    ? { ...jsonOfMessage(filtered, FILTERED_SHAPE), dyn: 1, separate: true }
    : { ...jsonOfMessage(message.bytes(1) ?? EMPTY, NORMAL_SHAPE), dyn: 0 };
  const shared = jsonOfMessage(common, DECK_SHAPE);
  const [day] = shared.newToday as readonly [number];
  const today = (key: string) => [day, (shared[key] as readonly number[])[1] ?? 0];
  return {
    ...shared,
    ...own,
    // One day for all four there.
    lrnToday: today('lrnToday'),
    revToday: today('revToday'),
    newToday: today('newToday'),
    timeToday: today('timeToday'),
    id,
    name,
    mod: raw.stamp.modifiedSeconds,
    usn: raw.stamp.usn,
  };
}

export function jsonOfPreset({ id, name, raw }: AnkiPreset): Json {
  if ('json' in raw) return raw.json as Json;
  const [config = EMPTY] = raw.protobuf;
  const { modifiedSeconds, usn } = raw.stamp;
  const own = jsonOfMessage(config, PRESET_SHAPE);
  return { ...own, id, name, mod: modifiedSeconds, usn, dyn: false };
}

const EMPTY = new Uint8Array();

function wireOf(raw: AnkiType['raw']): Uint8Array {
  return 'protobuf' in raw ? (raw.protobuf[0] ?? EMPTY) : EMPTY;
}
