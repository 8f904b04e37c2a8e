import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cardIdOf,
  type DeviceId,
  type NoteId,
  noteIdOf,
  operationIdOf,
  slotOf,
} from '../../src/kernel/ids.ts';

const noteIds = fc.string().map((text) => text.replaceAll('/', ':') as NoteId);
const slots = fc.integer({ min: 1, max: 500 });
const counters = fc.integer({ min: 0, max: 9_999_999_999 });

test('[LOG-1] a card’s id gives back its note and its slot', () => {
  fc.assert(
    fc.property(noteIds, slots, (noteId, slot) => {
      expect(noteIdOf(cardIdOf(noteId, slot))).toBe(noteId);
      expect(slotOf(cardIdOf(noteId, slot))).toBe(slot);
    }),
  );
  expect(cardIdOf('deck:a' as NoteId, 12)).toBe('deck:a/12');
});

test('[LOG-1] ids of a device’s operations sort by their number', () => {
  const device = 'device-a' as DeviceId;
  expect(operationIdOf(device, 7)).toBe('device-a:0000000007');
  fc.assert(
    fc.property(counters, counters, (one, other) => {
      expect(operationIdOf(device, one) < operationIdOf(device, other)).toBe(one < other);
    }),
  );
});
