import { expect, test } from 'vitest';
import {
  carriedName,
  deviceOfWriter,
  JOURNAL_PATH,
  segmentPath,
} from '../../src/kernel/journal-path.ts';

const HASH = '0123456789abcdef'.repeat(4);

test('[JOURNAL-1] a path of a journal is one of three kinds, whole', () => {
  for (const path of [
    segmentPath('device', 1),
    segmentPath('a'.repeat(64), 1_234_567_890),
    // Of steps that another device carries.
    segmentPath(carriedName('a'.repeat(64), 'device'), 1),
    'journal/A_z-9/0000000000.jsonl',
    `payloads/${HASH}.gz`,
    `media/${HASH}`,
  ]) {
    expect(path).toMatch(JOURNAL_PATH);
  }
  expect(segmentPath('device', 42)).toBe('journal/device/0000000042.jsonl');
});

test('[JOURNAL-1] and no other', () => {
  for (const path of [
    segmentPath('a'.repeat(81), 1),
    segmentPath('', 1),
    segmentPath('a/b', 1),
    segmentPath('..', 1),
    'journal/a/1.jsonl',
    'journal/a/00000000001.jsonl',
    'journal/a/0000000001xjsonl',
    'journal/a/0000000001.json',
    `/journal/a/0000000001.jsonl`,
    `journal/a/0000000001.jsonl/x`,
    `payloads/${HASH}`,
    `payloads/${HASH}0.gz`,
    `payloads/${HASH.slice(1)}.gz`,
    `payloads/${HASH.toUpperCase()}.gz`,
    `media/${HASH}0`,
    `media/${HASH.slice(1)}`,
    `x/media/${HASH}`,
  ]) {
    expect(path).not.toMatch(JOURNAL_PATH);
  }
});

test('[JOURNAL-13] whose steps a device carries is told by the writer’s name', () => {
  expect(deviceOfWriter(carriedName('device', 'other'))).toBe('device');
  expect(deviceOfWriter('device')).toBe('device');
  expect(carriedName('device', 'other')).not.toBe(carriedName('device', 'third'));
});
