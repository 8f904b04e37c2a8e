import { COUNTER_DIGITS, type DeviceId, type OperationId } from '../kernel/ids.ts';
import { t } from '../kernel/texts.ts';
import { MILLIS_PER_DAY, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { StudyDay } from '../kernel/study-day.ts';

/** Everything about an operation but its body. */
export interface Stamp {
  readonly id: OperationId;
  readonly deviceId: DeviceId;
  /** 0, 1, 2 … without gaps on one device. */
  readonly counter: number;
  /** Hybrid logical time in ms: atMillis, or one more than the last when the clock went back. */
  readonly logicalMillis: number;
  readonly atMillis: number;
  readonly utcOffsetMinutes: number;
  readonly studyDay: StudyDay;
  /** 'program': not a person's doing (the first deck); undo by key stops there. */
  readonly origin: 'person' | 'program';
  /** Of the body's kind, when it was written. */
  readonly version: number;
}

/** An operation as it comes from outside: the envelope is sound, the body may be anything. */
export interface Sealed extends Stamp {
  readonly body: { readonly kind: string };
}

/**
 * What is wrong with the envelope of `value`, in words; undefined where it is sound. Written out
 * because every operation of every replay passes here: a general check takes longer than FSRS.
 */
export function envelopeFault(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return t`it is no operation at all`;
  const { id, deviceId, counter, logicalMillis, atMillis, utcOffsetMinutes, studyDay } =
    value as Partial<Stamp>;
  const { origin, version, body } = value as Partial<Sealed>;
  if (typeof deviceId !== 'string' || deviceId === '') return t`it names no device`;
  if (!isCount(counter) || counter > 9_999_999_999) return t`its number is none`;
  if (!isIdOf(id, deviceId, counter)) return t`its id is not that of its device and number`;
  if (!isInstant(logicalMillis)) return t`its logical time is none`;
  if (!isInstant(atMillis)) return t`its time is none`;
  if (
    !Number.isInteger(utcOffsetMinutes) ||
    Math.abs(utcOffsetMinutes as number) > MINUTES_PER_DAY
  ) {
    return t`its offset from UTC is none`;
  }
  // Local time and a rollover hour move a study day by a day and an hour or two at most.
  const utcDay = Math.floor((atMillis as number) / MILLIS_PER_DAY);
  if (!Number.isInteger(studyDay) || Math.abs((studyDay as number) - utcDay) > 2) {
    return t`its study day does not fit its time`;
  }
  if (origin !== 'person' && origin !== 'program') return t`it does not say who made it`;
  if (!isCount(version) || version === 0) return t`it carries no version`;
  if (body === null || typeof body !== 'object' || typeof body.kind !== 'string') {
    return t`it has no body`;
  }
  return undefined;
}

/** Whether `id` is operationIdOf(deviceId, counter), without making that text for every operation. */
function isIdOf(id: unknown, deviceId: string, counter: number): boolean {
  if (typeof id !== 'string' || id.length !== deviceId.length + 1 + COUNTER_DIGITS) return false;
  if (id[deviceId.length] !== ':' || !id.startsWith(deviceId)) return false;
  let left = counter;
  for (let at = id.length - 1; at > deviceId.length; at--) {
    if (id.charCodeAt(at) !== DIGIT_0 + (left % 10)) return false;
    left = Math.floor(left / 10);
  }
  return left === 0;
}

const DIGIT_0 = 48;

/** The order of all devices' operations: logical time, then device, then number. */
export function inLogOrder(
  a: Pick<Stamp, 'logicalMillis' | 'id'>,
  b: Pick<Stamp, 'logicalMillis' | 'id'>,
): number {
  if (a.logicalMillis !== b.logicalMillis) return a.logicalMillis - b.logicalMillis;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The last instant that a date can name; a number far beyond cannot be counted on from. */
export const LAST_INSTANT_MILLIS = 8.64e15;

function isInstant(value: unknown): value is number {
  return Number.isFinite(value) && Math.abs(value as number) <= LAST_INSTANT_MILLIS;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
