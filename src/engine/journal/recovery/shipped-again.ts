import { parseDeck } from '../../../domain/deck-text/parse-deck.ts';
import { textHash } from '../../../kernel/canonical.ts';
import { type DeviceId, operationIdOf } from '../../../kernel/ids.ts';
import type { Sealed } from '../../../log/envelope.ts';
import type { OperationBody } from '../../../log/operation.ts';
import { kindOfBody } from '../../../log/registry.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { idOf, type KeptStep } from '../steps-in-journal.ts';

/** A step in place of the one that brought the deck of Rounds and is lost. */
export interface ShippedAgain {
  readonly step: KeptStep;
  readonly deck: string;
}

/**
 * The step that loads the deck of Rounds, put before the first of `steps` that is about its cards;
 * undefined: none is, or a step that brings the deck is among them. It is a step of this device's
 * own: the number of the lost one is not given to another.
 */
export async function shippedAgain(
  store: RoundsDatabase,
  steps: ReadonlyMap<string, KeptStep>,
  text: string,
  to: ReadonlyMap<DeviceId, number>,
): Promise<ShippedAgain | undefined> {
  const { deck, drafts } = parseDeck(text);
  if (await store.decks.get(deck.id)) return undefined;
  let first: Sealed | undefined;
  for (const step of steps.values() as Iterable<KeptStep & Sealed>) {
    const { kind, deckId } = { ...step.body } as { readonly kind?: string; deckId?: string };
    if (kind === 'load-deck' && deckId === deck.id) return undefined;
    if (first && first.logicalMillis <= step.logicalMillis) continue;
    if (names(step.body, `${deck.id}:`)) first = step;
  }
  const device = await store.device.get('device');
  if (!first || !device) return undefined;
  const { atMillis, utcOffsetMinutes, studyDay, logicalMillis } = first;
  const body: OperationBody = {
    ...{ kind: 'load-deck', deckId: deck.id, name: deck.name, source: deck.source, drafts },
    ...{ edition: textHash(text), archive: [], keep: [], restore: [] },
  };
  const { deviceId } = device;
  const counter = freeNumber(Math.max(device.nextCounter, to.get(deviceId) ?? 0), deviceId, steps);
  const step = {
    id: operationIdOf(deviceId, counter),
    deviceId,
    counter,
    logicalMillis: logicalMillis - 1,
    ...{ atMillis, utcOffsetMinutes, studyDay },
    origin: 'program',
    version: kindOfBody(body).version,
    body,
  };
  return { step, deck: deck.name };
}

/** Whether a text or a field's name anywhere in `value` begins so. */
function names(value: unknown, beginning: string): boolean {
  if (typeof value === 'string') return value.startsWith(beginning);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((each) => names(each, beginning));
  return Object.entries(value).some(
    ([name, field]) => name.startsWith(beginning) || names(field, beginning),
  );
}

/** After all that this device has, here and among the steps that come back. */
function freeNumber(next: number, deviceId: string, steps: ReadonlyMap<string, KeptStep>): number {
  let free = next;
  for (const step of steps.values()) {
    if (step.deviceId === deviceId) free = Math.max(free, Number(idOf(step).slice(-10)) + 1);
  }
  return free;
}
