import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import { mapCollection } from '../../../../src/exchange/anki/mapping/map-collection.ts';
import { reviewsOfCard } from '../../../../src/exchange/anki/mapping/answers/reviews.ts';
import { broughtByPackage } from '../../../../src/exchange/incoming/of-package.ts';
import { readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import { packageOf } from '../../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../../support/bytes-of-array.ts';
import { ownCollection } from '../../../support/own-collection.ts';

async function thereAndBack() {
  const own = ownCollection();
  const bytes = await packageOf(own);
  const read = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
  return { own, read, back: mapCollection(read.collection, own.all.clock) };
}

test('[ANKI-43] notes, types, decks and options of Rounds’ own come back as they went, under their ids', async () => {
  const { own, back } = await thereAndBack();
  const bare = (row: object): object => ({ ...row, foreign: undefined });
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id as string, bare(row)]));
  const types = byId(back.types);
  for (const type of own.all.types) expect(types.get(type.id)).toEqual(type);
  const decks = byId(back.decks);
  const [deck] = own.all.decks as [(typeof own.all.decks)[number]];
  expect(decks.get(deck.id)).toMatchObject(deck);
  const presets = byId(back.presets);
  for (const preset of own.all.presets) {
    expect(presets.get(preset.id)).toMatchObject({ ...preset, newWithinReviewLimit: false });
  }
  const notes = byId(back.notes);
  for (const { note } of own.notes) {
    const { position, addedAtMillis, sections, ...rest } = note;
    const found = notes.get(note.id) as typeof note;
    expect(found).toMatchObject(rest);
    expect([...found.sections].sort()).toEqual([...sections].sort());
    expect(found.position).toBe(position);
    expect(Math.abs(found.addedAtMillis - addedAtMillis)).toBeLessThan(100);
  }
  expect(back.notes).toHaveLength(own.notes.length);
});

test('[ANKI-42] dates, steps, memories, flags, suspended and buried cards come back as they went', async () => {
  const { own, read, back } = await thereAndBack();
  const cards = new Map(back.cards.map((card) => [card.id, card]));
  for (const { note, cards: sent } of own.notes) {
    for (const { card, reviews, crammed } of sent) {
      const found = cards.get(card.id) as Card;
      const { memory, ...schedule } = { memory: undefined, ...card.schedule };
      const at = 'lastReview' in schedule ? schedule.lastReview : undefined;
      expect(found).toMatchObject({
        flag: card.flag,
        absent: card.absent,
        suspended: card.suspended || note.archived,
        schedule: at ? { ...schedule, lastReview: { studyDay: at.studyDay } } : schedule,
      });
      if (!note.archived && !card.suspended) expect(found.buriedUntil).toBe(card.buriedUntil);
      if (memory && found.schedule.state !== 'new') {
        expect(found.schedule.memory.stability).toBeCloseTo(memory.stability, 3);
        expect(found.schedule.memory.difficulty).toBeCloseTo(memory.difficulty, 2);
      }
      const rows = back.histories.of(back.ankiIds.get(card.id) ?? 0);
      expect(rows).toHaveLength(reviews.length + crammed.length);
      const answers = reviewsOfCard(read.collection.reviews, rows, back.days);
      expect(
        answers.map(({ grade, intervalDays, durationMillis, kind, atMillis }) => ({
          grade,
          intervalDays,
          durationMillis,
          kind,
          atMillis,
        })),
      ).toEqual(
        reviews.map(({ grade, intervalDays, durationMillis, kind, atMillis }) => ({
          grade,
          intervalDays,
          durationMillis,
          kind,
          atMillis,
        })),
      );
    }
  }
  expect(read.problems).toEqual([]);
});

test('[ANKI-46] two cards of a type may have one name, which in Anki no two have', async () => {
  const own = ownCollection();
  const types = own.all.types.map((type) => ({
    ...type,
    templates: type.templates.map((each) => ({ ...each, name: 'Card' })),
  }));
  for (const form of ['older', 'newest'] as const) {
    const bytes = await packageOf({ ...own, all: { ...own.all, types } }, form);
    const { collection } = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
    const back = mapCollection(collection, own.all.clock);
    for (const { id, templates } of types) {
      const found = back.types.find((type) => type.id === id)?.templates;
      expect(found?.map(({ slot, front }) => [slot, front])).toEqual(
        templates.map(({ slot, front }) => [slot, front]),
      );
    }
  }
});

test('[ANKI-46] control signs of a text, at one of which Anki would part its fields, stay here', async () => {
  const own = ownCollection();
  const notes = own.notes.map(({ note, cards }) => {
    const fields = Object.entries(note.fields).map(([id, text]) => [id, `${text}\x1fa\0b\x02`]);
    return { note: { ...note, fields: Object.fromEntries(fields) }, cards };
  });
  const bytes = await packageOf({ ...own, notes });
  const { collection } = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
  for (const { typeId, fields } of collection.notes) {
    expect(fields).toHaveLength(collection.types.get(typeId)?.fields.length ?? 0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(fields.join()).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
  }
});

test('[ANKI-41] cards of a note that comes back archived are not said to ask nothing', async () => {
  const own = ownCollection();
  expect(own.notes.some(({ note }) => note.archived)).toBe(true);
  const bytes = bytesOfArray(await packageOf(own));
  const { otherwise } = await broughtByPackage(bytes, own.all.clock);
  expect(otherwise).toEqual([]);
});

test('[ANKI-43] a section called “archived” is one, whatever is archived besides', async () => {
  const own = ownCollection();
  const named = ['archived', 'Archived', 'archived_', 'Archived notes'];
  const [first, ...rest] = own.notes.filter(({ note }) => !note.archived);
  const [put] = own.notes.filter(({ note }) => note.archived);
  if (!first || !put) throw new Error('one of each');
  const inSections = (of: typeof first, sections: string[]) => ({
    ...of,
    note: { ...of.note, sections },
  });
  const notes = [inSections(first, named), inSections(put, ['archived', 'Trials']), ...rest];
  const decks = own.all.decks.map((deck) => ({ ...deck, sections: [...deck.sections, ...named] }));
  const bytes = await packageOf({ ...own, all: { ...own.all, decks }, notes });
  const { collection } = await readAnkiPackage(bytesOfArray(bytes), own.all.clock.atMillis);
  const back = new Map(
    mapCollection(collection, own.all.clock).notes.map((note) => [note.id, note]),
  );
  expect(back.get(first.note.id)).toMatchObject({ archived: false });
  expect([...(back.get(first.note.id)?.sections ?? [])].sort()).toEqual([...named].sort());
  expect(back.get(put.note.id)).toMatchObject({ archived: true });
  expect([...(back.get(put.note.id)?.sections ?? [])].sort()).toEqual(['Trials', 'archived']);
});
