import { WireMessage } from '../../container/wire.ts';
import { exactJson, parseExactJson } from '../../tables/exact-json.ts';
import type { Json } from '../../tables/json-rows.ts';
import type { MessageShape } from './messages.ts';
import { WireWriter } from './wire-writer.ts';

/** Where schema 18 keeps what it has no field for: JSON. */
const OTHER = 255;

type Open = Record<string, unknown>;

/** A message's fields as schema 11's JSON has them, and what Anki kept of it beside them. */
export function jsonOfMessage(bytes: Uint8Array, { fields }: MessageShape): Json {
  const message = new WireMessage(bytes);
  const json: Open = {};
  for (const [number, path, value] of fields) {
    const read = value.read(message, number);
    if (read !== undefined) put(json, path.split('.'), read);
  }
  const other = message.text(OTHER);
  return other === '' ? json : joined(json, parseExactJson(other));
}

function joined(json: Json, other: unknown): Json {
  if (!isObject(other)) return json;
  const all: Open = { ...json };
  for (const [name, value] of Object.entries(other)) {
    const own = all[name];
    all[name] = isObject(own) ? joined(own, value) : (own ?? value);
  }
  return all;
}

/** The message that `json` stands for. `other`: with what the message has no field for. */
export function messageOfJson(json: Json, shape: MessageShape, other?: Json): Uint8Array {
  const writer = new WireWriter();
  for (const [number, path, value] of shape.fields) {
    value.write(writer, number, at(json, path.split('.')));
  }
  if (other && Object.keys(other).length > 0) writer.text(OTHER, exactJson(other));
  return writer.end();
}

/** What of `json` none of `shapes` has a field or a column for. */
export function beyond(json: Json, shapes: readonly MessageShape[]): Json {
  const known = new Set(shapes.flatMap(({ columns }) => columns));
  for (const { fields } of shapes) for (const [, path] of fields) known.add(path);
  return without(json, known, '');
}

function without(json: Json, known: ReadonlySet<string>, above: string): Json {
  const left: Open = {};
  for (const [name, value] of Object.entries(json)) {
    const path = above + name;
    if (known.has(path)) continue;
    const isAbove = [...known].some((each) => each.startsWith(`${path}.`));
    if (!isAbove) left[name] = value;
    else if (isObject(value)) {
      const inner = without(value, known, `${path}.`);
      if (Object.keys(inner).length > 0) left[name] = inner;
    }
  }
  return left;
}

function put(json: Open, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    json[name] = value;
    return;
  }
  // '0' and '1' are places of a list.
  json[name] ??= /^\d$/.test(rest[0] ?? '') ? [] : {};
  put(json[name] as Open, rest, value);
}

function at(json: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return json;
  return typeof json === 'object' && json !== null ? at((json as Open)[name], rest) : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
