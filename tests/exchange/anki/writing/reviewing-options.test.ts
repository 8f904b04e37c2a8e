import { expect, test } from 'vitest';
import type { Preset } from '../../../../src/domain/collection/deck.ts';
import { presetOfAnki } from '../../../../src/exchange/anki/mapping/presets.ts';
import { readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import type { PackageForm } from '../../../../src/exchange/anki/writing/outgoing.ts';
import { realPackage } from '../../../support/anki-package.ts';
import { importedFrom, type Outgoing, packageOf } from '../../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../../support/bytes-of-array.ts';
import { ownCollection } from '../../../support/own-collection.ts';
import expected from '../fixtures/expected.json';

const SWITCHED = {
  soundsByHand: true,
  replaysAnswerAlone: true,
  showsTimer: true,
  stopsTimer: true,
  advance: {
    questionSeconds: 12.5,
    answerSeconds: 4,
    afterQuestion: 'remind',
    afterAnswer: 'hard',
    waitsForSounds: false,
  },
} as const satisfies Partial<Preset>;

/** Anki's groups of options once `own` went out and came back, by name. */
async function groupsAfter(own: Outgoing, form: PackageForm) {
  const bytes = await packageOf(own, form);
  const { collection } = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
  return new Map([...collection.presets.values()].map((group) => [group.name, group]));
}

test.each(['older', 'newest'] as const)(
  '[SOUND-4] how a deck sounds and goes on is in a file of the %s form, and comes back',
  async (form) => {
    const own = ownCollection();
    const presets = own.all.presets.map((preset) => ({ ...preset, ...SWITCHED }));
    const groups = await groupsAfter({ ...own, all: { ...own.all, presets } }, form);
    for (const { name } of presets) {
      const group = groups.get(name);
      expect(group).toMatchObject({ autoplays: false, replaysQuestion: false, showsTimer: true });
      expect(
        group && presetOfAnki(group, { newWithinReviewLimit: false, isLoadBalanced: true }),
      ).toMatchObject(SWITCHED);
    }
    const plain = [...(await groupsAfter(own, form)).values()].map((group) =>
      presetOfAnki(group, { newWithinReviewLimit: false, isLoadBalanced: true }),
    );
    for (const preset of plain) expect(preset).not.toHaveProperty('advance');
    for (const preset of plain) expect(preset).not.toHaveProperty('soundsByHand');
  },
);

test.each(['older.apkg', 'newest.apkg', 'whole.colpkg'])(
  '[SOUND-4] of options in %s the one that was changed here is another, and no other',
  async (name) => {
    const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
    const own = await importedFrom(realPackage(name), clock);
    const presets = own.all.presets.map(({ soundsByHand, ...preset }) =>
      soundsByHand ? preset : { ...preset, soundsByHand: true },
    );
    const before = await groupsAfter(own, 'older');
    const after = await groupsAfter({ ...own, all: { ...own.all, presets } }, 'older');
    expect(after.size).toBeGreaterThan(0);
    for (const [group, row] of after) {
      const { raw: _, autoplays, ...rest } = row;
      expect(before.get(group)).toMatchObject({ ...rest, autoplays: !autoplays });
    }
  },
);
