import { WireMessage } from '../../container/wire.ts';
import type { Json } from '../../tables/json-rows.ts';
import { WireWriter } from './wire-writer.ts';

/** How a value of schema 11's JSON stands in a message of schema 18, and the other way round. */
export interface WireValue {
  /** From the message to JSON. */
  read(message: WireMessage, number: number): unknown;
  /** What is the format's default is not written. */
  write(writer: WireWriter, number: number, value: unknown): void;
}

/** A 32-bit float as the shortest decimal that is it: 0.93, not 0.930000007. */
function shortest(value: number): number {
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

const numbered = (value: unknown): number => (typeof value === 'number' ? value : 0);

export const flagValue: WireValue = {
  read: (message, number) => message.isSet(number),
  write: (writer, number, value) => {
    if (value === true) writer.whole(number, 1);
  },
};

/** True there is false here. */
export const notFlag: WireValue = {
  read: (message, number) => !message.isSet(number),
  write: (writer, number, value) => {
    if (value === false) writer.whole(number, 1);
  },
};

/** 0 or 1 here. */
export const bit: WireValue = {
  read: (message, number) => (message.isSet(number) ? 1 : 0),
  write: (writer, number, value) => {
    if (value !== 0 && value !== false && value !== undefined) writer.whole(number, 1);
  },
};

export const wholeValue: WireValue = {
  read: (message, number) => message.exact(number) ?? 0,
  write: (writer, number, value) => {
    if (isWhole(value) && value !== 0) writer.whole(number, value);
    else if (typeof value === 'number' && value !== 0) writer.whole(number, Math.round(value));
  },
};

/** 0 there and 1 here, 1 there and 0 here. */
export const swapped: WireValue = {
  read: (message, number) => 1 - (message.count(number) ?? 0),
  write: (writer, number, value) => wholeValue.write(writer, number, 1 - numbered(value)),
};

/** Absent there is null here. */
export const wholeOrNull: WireValue = {
  read: (message, number) => message.exact(number) ?? null,
  write: (writer, number, value) => {
    if (isWhole(value)) writer.whole(number, value);
  },
};

/** Absent there and here. */
export const wholeOrNothing: WireValue = {
  read: (message, number) => message.exact(number),
  write: wholeOrNull.write,
};

/** 0 there is null here. */
export const idOrNull: WireValue = {
  read: (message, number) => message.exact(number) || null,
  write: wholeValue.write,
};

export const textValue: WireValue = {
  read: (message, number) => message.text(number),
  write: (writer, number, value) => {
    if (typeof value === 'string' && value !== '') writer.text(number, value);
  },
};

function real(times: number): WireValue {
  return {
    read: (message, number) =>
      Number((shortest(message.count(number) ?? 0) * times).toPrecision(9)),
    write: (writer, number, value) => {
      if (numbered(value) !== 0) writer.real(number, numbered(value) / times);
    },
  };
}
export const plainReal: WireValue = real(1);
export const thousandths: WireValue = real(1000);

/** Hundredths here; absent there is null. */
export const hundredthsOrNull: WireValue = {
  read: (message, number) => {
    const value = message.count(number);
    return value === undefined ? null : Math.round(value * 100);
  },
  write: (writer, number, value) => {
    if (typeof value === 'number') writer.real(number, value / 100);
  },
};

export const reals: WireValue = {
  read: (message, number) => message.floats(number).map(shortest),
  write: (writer, number, value) => {
    if (Array.isArray(value) && value.length > 0) writer.reals(number, value.map(numbered));
  },
};

/** A limit for one day. */
export const dayLimit: WireValue = {
  read: (message, number) => {
    const bytes = message.bytes(number);
    if (!bytes) return null;
    const limit = new WireMessage(bytes);
    return { limit: limit.count(1) ?? 0, today: limit.count(2) ?? 0 };
  },
  write: (writer, number, value) => {
    if (typeof value !== 'object' || value === null) return;
    const { limit, today } = value as Json;
    const own = new WireWriter();
    wholeValue.write(own, 1, limit);
    wholeValue.write(own, 2, today);
    writer.bytes(number, own.end());
  },
};

const REQUIREMENTS = ['none', 'any', 'all'] as const;

/** Which fields each card needs: [[0, 'any', [0, 1]]]. */
export const requirements: WireValue = {
  read: (message, number) =>
    message.messages(number).map((bytes) => {
      const own = new WireMessage(bytes);
      return [own.count(1) ?? 0, REQUIREMENTS[own.count(2) ?? 0] ?? 'none', varints(own.bytes(3))];
    }),
  write: (writer, number, value) => {
    for (const each of Array.isArray(value) ? value : []) {
      const [ord, kind, fields] = each as [number, (typeof REQUIREMENTS)[number], number[]];
      const own = new WireWriter();
      wholeValue.write(own, 1, ord);
      wholeValue.write(own, 2, REQUIREMENTS.indexOf(kind));
      if (fields.length > 0) own.bytes(3, Uint8Array.from(fields.flatMap(varintBytes)));
      writer.bytes(number, own.end());
    }
  },
};

/** What a filtered deck looks for: [[search, limit, order]]. */
export const searchTerms: WireValue = {
  read: (message, number) =>
    message.messages(number).map((bytes) => {
      const own = new WireMessage(bytes);
      return [own.text(1), own.count(2) ?? 0, own.count(3) ?? 0];
    }),
  write: (writer, number, value) => {
    for (const each of Array.isArray(value) ? value : []) {
      const [search, limit, order] = each as [string, number, number];
      const own = new WireWriter();
      textValue.write(own, 1, search);
      wholeValue.write(own, 2, limit);
      wholeValue.write(own, 3, order);
      writer.bytes(number, own.end());
    }
  },
};

/** null here is none there. */
export const realsOrNull: WireValue = {
  read: (message, number) => {
    const values = message.floats(number).map(shortest);
    return values.length === 0 ? null : values;
  },
  write: reals.write,
};

function varints(bytes: Uint8Array | undefined): readonly number[] {
  const found: number[] = [];
  let [value, shift] = [0, 0];
  for (const byte of bytes ?? []) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    found.push(value);
    [value, shift] = [0, 0];
  }
  return found;
}

function varintBytes(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varintBytes(value >>> 7)];
}
