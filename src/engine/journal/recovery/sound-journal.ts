import { type DeviceId, type OperationId, operationIdOf } from '../../../kernel/ids.ts';
import { isVoid } from '../../../log/text/codec.ts';
import { decodeLog } from '../../../log/text/decode-log.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import { isPacked, type StoredBody } from '../../../store/log/payloads.ts';
import type { StepsInOrder } from '../../../store/log/receive-in-order.ts';
import { bodyOf } from '../bodies.ts';
import { segmentsOf } from '../ends.ts';
import {
  counterOf,
  deviceOf,
  idOf,
  type KeptStep,
  lastSoundLine,
  ofDevices,
} from '../steps-in-journal.ts';
import type { Missing } from './missing.ts';

/** Steps given at once: none of them is held longer than whoever takes them works. */
const PAGE = 500;
/** More than the lines of a file: the place of a step is its file's number times this, and its own. */
const LINES = 10_000_000;
/** Files that are kept decoded, besides one of each device. */
const MORE_FILES = 2;

/** The steps of one device from a number on: where each stands, and when it was done. */
interface DeviceSteps {
  readonly deviceId: DeviceId;
  readonly first: number;
  readonly places: (number | undefined)[];
  readonly millis: number[];
}

/** A journal of which nothing is lost or in doubt, to be read a second time, in log order. */
export interface SoundJournal extends StepsInOrder {
  readonly fromMillis: number;
  readonly toMillis: number;
}

/**
 * Looks through what of the journal is missing, holding a few bytes of each step; undefined where
 * anything of it is damaged, lacks or is out of order: then all of it has to be held to be looked at.
 */
export async function soundJournal(
  files: JournalFiles,
  { from, to }: Missing,
  isInForce: (step: KeptStep) => boolean,
  watch: (done: number, total: number) => unknown,
): Promise<SoundJournal | undefined> {
  const listed = await files.list('journal');
  if (!listed.ok) return undefined;
  const segments = ofDevices(segmentsOf(listed.value));
  const paths = [...from.keys()].flatMap((id) => (segments.get(id) ?? []).map(({ path }) => path));
  const devices = new Map(
    [...from].map(([deviceId, first]): [DeviceId, DeviceSteps] => [
      deviceId,
      { deviceId, first, places: [], millis: [] },
    ]),
  );
  const targets = new Set<OperationId>();
  const bodies = new Set<string>();
  let [fromMillis, toMillis] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [file, path] of paths.entries()) {
    const lines = await linesOf(files, path);
    if (!lines) return undefined;
    for (const [line, value] of lines.entries()) {
      const device = devices.get(isVoid(value) ? deviceIn(value.void) : deviceOf(value));
      if (!device) return undefined;
      if (isVoid(value)) {
        const at = Number(value.void.slice(-10)) - device.first;
        if (at >= 0) device.places[at] = undefined;
        continue;
      }
      const step = value as KeptStep;
      const at = counterOf(step) - device.first;
      if (idOf(step) !== operationIdOf(device.deviceId, counterOf(step))) return undefined;
      if (at < 0 || !isInForce(step)) continue;
      device.places[at] = file * LINES + line;
      device.millis[at] = Number(step.logicalMillis);
      fromMillis = Math.min(fromMillis, Number(step.atMillis));
      toMillis = Math.max(toMillis, Number(step.atMillis));
      const body = step.body as StoredBody;
      if ('target' in body) targets.add(body.target as OperationId);
      if (!isPacked(body) || bodies.has(body['#payload'])) continue;
      if (!(await bodyOf(body, files)).ok) return undefined;
      bodies.add(body['#payload']);
    }
    await watch(file + 1, paths.length);
  }
  const all = [...devices.values()];
  if (!all.every((device) => isWhole(device, to.get(device.deviceId) ?? 0))) return undefined;
  const many = all.reduce((sum, { places }) => sum + places.length, 0);
  const reader = new StepReader(files, paths, all.length + MORE_FILES);
  return { many, targets, first: firstOf(all), pages: pages(all, reader), fromMillis, toMillis };
}

/** The lines of a file; undefined where one is in doubt, or is lost and may have stood at its end. */
async function linesOf(files: JournalFiles, path: string): Promise<readonly unknown[] | undefined> {
  const read = await files.read(path, 0);
  if (!read.ok) return undefined;
  const text = new TextDecoder().decode(read.value);
  const { operations, problems } = decodeLog(text);
  if (problems.length === 0) return operations;
  const last = lastSoundLine(text, problems);
  const isHarmless = problems.every(
    ({ line, doubted, mended }) => mended || (doubted === undefined && line > 1 && line < last),
  );
  return isHarmless ? operations : undefined;
}

/** Every number up to the last is there, and none was done before the one before it. */
function isWhole({ first, places, millis }: DeviceSteps, to: number): boolean {
  // What was taken back at the end was never done.
  while (places.length > 0 && places.at(-1) === undefined) {
    places.pop();
    millis.length = places.length;
  }
  if (first + places.length < to) return false;
  for (let at = 0; at < places.length; at++) {
    if (places[at] === undefined || Number.isNaN(millis[at])) return false;
    if (at > 0 && (millis[at] as number) < (millis[at - 1] as number)) return false;
  }
  return true;
}

function deviceIn(id: string): DeviceId {
  return id.slice(0, -11) as DeviceId;
}

/** The steps of all devices in log order: what comes first is the head of one of them. */
async function* pages(
  devices: readonly DeviceSteps[],
  reader: StepReader,
): AsyncGenerator<readonly unknown[]> {
  const heads = devices.map((device) => ({ device, at: 0 }));
  let page: unknown[] = [];
  for (;;) {
    let head: (typeof heads)[number] | undefined;
    for (const each of heads) {
      if (each.at < each.device.places.length && (!head || isBefore(each, head))) head = each;
    }
    if (!head) break;
    const place = head.device.places[head.at] as number;
    page.push(reader.isHere(place) ? reader.step(place) : await reader.read(place));
    head.at++;
    if (page.length < PAGE) continue;
    yield await reader.withBodies(page);
    page = [];
  }
  if (page.length > 0) yield await reader.withBodies(page);
}

function isBefore(
  one: { readonly device: DeviceSteps; readonly at: number },
  other: { readonly device: DeviceSteps; readonly at: number },
): boolean {
  const [a, b] = [one, other].map(({ device, at }) => device.millis[at] as number);
  return a === b ? one.device.deviceId < other.device.deviceId : Number(a) < Number(b);
}

function firstOf(devices: readonly DeviceSteps[]): StepsInOrder['first'] {
  const heads = devices.flatMap((device) => (device.places.length > 0 ? [{ device, at: 0 }] : []));
  const [first] = heads.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  if (!first) return undefined;
  const { deviceId, first: counter, millis } = first.device;
  return { id: operationIdOf(deviceId, counter), logicalMillis: millis[0] as number };
}

/** Gives steps by their places, and keeps the files decoded that were asked for last. */
class StepReader {
  readonly #files: JournalFiles;
  readonly #paths: readonly string[];
  readonly #mostKept: number;
  readonly #kept = new Map<number, readonly unknown[]>();

  constructor(files: JournalFiles, paths: readonly string[], mostKept: number) {
    this.#files = files;
    this.#paths = paths;
    this.#mostKept = mostKept;
  }

  isHere(place: number): boolean {
    return this.#kept.has(Math.floor(place / LINES));
  }

  step(place: number): unknown {
    return this.#kept.get(Math.floor(place / LINES))?.[place % LINES];
  }

  async read(place: number): Promise<unknown> {
    const file = Math.floor(place / LINES);
    const lines = await linesOf(this.#files, this.#paths[file] ?? '');
    if (!lines) throw new Error('the journal can no longer be read');
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < this.#mostKept) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(file, lines);
    return this.step(place);
  }

  async withBodies(steps: readonly unknown[]): Promise<readonly unknown[]> {
    const whole: unknown[] = [];
    for (const step of steps as readonly KeptStep[]) {
      const body = step.body as StoredBody;
      if (!isPacked(body)) whole.push(step);
      else {
        const read = await bodyOf(body, this.#files);
        if (!read.ok) throw new Error('the journal can no longer be read');
        whole.push({ ...step, body: read.value });
      }
    }
    return whole;
  }
}
