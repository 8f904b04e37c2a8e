import { expect, test } from 'vitest';
import type { Preset } from '../../../src/domain/collection/deck.ts';
import { mapCollection } from '../../../src/exchange/anki/mapping/map-collection.ts';
import { presetOfAnki } from '../../../src/exchange/anki/mapping/presets.ts';
import { readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { presetOfJson } from '../../../src/exchange/anki/tables/json-rows.ts';
import { keptPresetRow } from '../../../src/exchange/anki/writing/kept/kept-deck.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import { type Outgoing, packageOf } from '../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { ownCollection } from '../../support/own-collection.ts';

const ON = { newWithinReviewLimit: false, isLoadBalanced: true };
const OFF = { ...ON, isLoadBalanced: false };

function fromAnki(easyDaysPercentages: readonly number[], config = ON): Preset {
  return presetOfAnki(presetOfJson(9, { id: 9, name: 'Anki', easyDaysPercentages }), config);
}

test('[BALANCE-9] Anki’s easy days are read by their step, from Monday', () => {
  expect(fromAnki([1, 1, 0.5, 1, 1, 0.7, 0]).easyDays).toEqual([
    'normal',
    'normal',
    'reduced',
    'normal',
    'normal',
    'reduced',
    'minimum',
  ]);
  for (const none of [[], [1, 1, 1, 1, 1, 1, 1]])
    expect(fromAnki(none)).not.toHaveProperty('easyDays');
  expect(fromAnki([])).not.toHaveProperty('evenOut');
  expect(fromAnki([], OFF).evenOut).toBe(false);
});

test('[BALANCE-9] a share that is none of Anki’s steps goes back as it came, unless its day was changed', () => {
  const preset = fromAnki([1, 1, 0.7, 1, 1, 1, 0]);
  const shares = (changed: Partial<Preset>) =>
    keptPresetRow({ ...preset, ...changed }, DEFAULT_STUDY_SETTINGS, 9, 1).easyDaysPercentages;
  expect(shares({})).toEqual([1, 1, 0.7, 1, 1, 1, 0]);
  expect(shares({ evenOut: false })).toEqual([1, 1, 0.7, 1, 1, 1, 0]);
  expect(shares({ easyDays: ['minimum'] })).toEqual([0, 1, 1, 1, 1, 1, 1]);
});

/** What comes back of own options in each form, and what the file says of the whole collection. */
async function thereAndBack(own: Outgoing, form: 'older' | 'newest') {
  const bytes = await packageOf(own, form);
  const { collection } = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
  const back = mapCollection(collection, own.all.clock);
  return {
    isBalanced: collection.config.isLoadBalanced,
    presets: own.all.presets.map(({ id }) => back.presets.find((preset) => preset.id === id)),
  };
}

test.each(['older', 'newest'] as const)(
  '[BALANCE-9] own easy days, and days that are not evened out, come back from the %s form',
  async (form) => {
    const own = ownCollection();
    const there = await thereAndBack(own, form);
    expect(there.isBalanced).toBe(true);
    const options = (preset: Preset | undefined) => [preset?.easyDays, preset?.evenOut];
    expect(there.presets.map(options)).toEqual(own.all.presets.map(options));
    expect(own.all.presets.some(({ easyDays }) => easyDays)).toBe(true);
    const presets = own.all.presets.map((preset) => ({ ...preset, evenOut: false }));
    const off = await thereAndBack({ ...own, all: { ...own.all, presets } }, form);
    expect(off.isBalanced).toBe(false);
    expect(off.presets.map((preset) => preset?.evenOut)).toEqual(presets.map(() => false));
  },
);
