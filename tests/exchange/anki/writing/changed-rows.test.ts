import { expect, test } from 'vitest';
import type { AnkiCollection } from '../../../../src/exchange/anki/anki-collection.ts';
import { mapCollection } from '../../../../src/exchange/anki/mapping/map-collection.ts';
import { noteIdOfGuid } from '../../../../src/exchange/anki/mapping/notes.ts';
import { readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import type { OutgoingNote, PackageForm } from '../../../../src/exchange/anki/writing/outgoing.ts';
import { OwnIds } from '../../../../src/exchange/anki/writing/own-ids.ts';
import { realPackage } from '../../../support/anki-package.ts';
import { importedFrom, type Outgoing, packageOf } from '../../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../../support/bytes-of-array.ts';
import { ownCollection } from '../../../support/own-collection.ts';
import expected from '../fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

async function readBack(outgoing: Outgoing, form: PackageForm = 'older'): Promise<AnkiCollection> {
  const bytes = await packageOf(outgoing, form);
  return (await readAnkiPackage(bytesOfArray(bytes), outgoing.all.clock.atMillis)).collection;
}

test('[ANKI-44] of a note, card, deck and type that were changed here the changed columns alone are others', async () => {
  const own = await importedFrom(realPackage('whole.colpkg'), clock);
  const before = await readBack(own);
  const [{ note, cards }, ...others] = own.notes as [
    (typeof own.notes)[number],
    ...(typeof own.notes)[number][],
  ];
  const type = own.all.types.find(({ id }) => id === note.noteTypeId);
  const [first, second] = type?.fields ?? [];
  if (!type || !first || !second) throw new Error('no fields');
  const editedAtMillis = clock.atMillis - 5_000;
  const fields = { ...note.fields, [second.id]: 'Another answer' };
  const changed = {
    note: { ...note, fields, editedAtMillis },
    cards: cards.map((each) => ({ ...each, card: { ...each.card, flag: 7 as const } })),
  };
  const after = await readBack({
    ...own,
    notes: [changed, ...others],
    all: {
      ...own.all,
      decks: own.all.decks.map((deck) =>
        deck.id === note.deckId ? { ...deck, name: `${deck.name} 2` } : deck,
      ),
      types: own.all.types.map((each) => (each === type ? { ...type, css: '.card {}' } : each)),
    },
  });
  for (const [at, row] of after.notes.entries()) {
    const was = before.notes[at];
    if (noteIdOfGuid(row) !== note.id) expect(row).toEqual(was);
    else {
      const modifiedSeconds = Math.floor(editedAtMillis / 1000);
      const expectedFields = [was?.fields[0], 'Another answer', ...(was?.fields.slice(2) ?? [])];
      expect(row).toEqual({ ...was, fields: expectedFields, modifiedSeconds, usn: -1 });
    }
  }
  const noteRow = after.notes.find((row) => noteIdOfGuid(row) === note.id);
  for (const [at, row] of after.cards.entries()) {
    const { usn, flags, modifiedSeconds, ...rest } = row;
    const was = before.cards[at];
    if (row.noteId !== noteRow?.id) expect(row).toEqual(was);
    else {
      expect(was).toMatchObject(rest);
      expect([usn, flags]).toEqual([-1, 7]);
      expect(modifiedSeconds).toBeGreaterThan(0);
    }
  }
  for (const [id, row] of after.types) {
    const json = 'json' in row.raw ? (row.raw.json as Record<string, unknown>) : {};
    const raw = before.types.get(id)?.raw ?? { json: {} };
    const was = 'json' in raw ? (raw.json as Record<string, unknown>) : {};
    if (`anki-${id}` !== type.id) expect(json).toEqual(was);
    else expect(json).toEqual({ ...was, css: '.card {}', mod: json.mod, usn: -1 });
  }
  expect(after.reviews).toEqual(before.reviews);
});

test('[ANKI-45] Anki finds its canvas, picture and shapes in Rounds’ occlusion notes', async () => {
  const { types } = await readBack(ownCollection());
  const occlusion = [...types.values()].find(({ kind }) => kind === 'occlusion');
  for (const html of [occlusion?.templates[0]?.front ?? '', occlusion?.templates[0]?.back ?? '']) {
    expect(html).toMatch(/<div style="display: none">\{\{cloze:Occlusion\}\}<\/div>/);
    expect(html).toMatch(
      /<div id="image-occlusion-container">\s*\{\{Image\}\}\s*<canvas id="image-occlusion-canvas">/,
    );
    expect(html).toContain('anki.imageOcclusion.setup()');
  }
  const json =
    occlusion && 'json' in occlusion.raw
      ? (occlusion.raw.json as { flds: object[] })
      : { flds: [] };
  expect(json).toMatchObject({ originalStockKind: 6, type: 1 });
  expect(json.flds.slice(0, 3)).toMatchObject([{ tag: 0 }, { tag: 1 }, { tag: 2 }]);
});

test('[ANKI-46] both forms hold the same rows', async () => {
  const [older, newest] = [
    await readBack(ownCollection()),
    await readBack(ownCollection(), 'newest'),
  ];
  expect([older.schema, newest.schema]).toEqual([11, 18]);
  expect(newest.notes).toEqual(older.notes);
  expect(newest.cards).toEqual(older.cards);
  expect(newest.reviews).toEqual(older.reviews);
  const names = ({ decks }: AnkiCollection) => [...decks.values()].map(({ name }) => name).sort();
  expect(names(newest)).toEqual(names(older));
});

test('[ANKI-43] a thing of Rounds’ own has the same number each time, and one of Anki’s its own', () => {
  const ids = ['anki-1700000000000', 'medicine', 'surgery', 'anki--9007199254740993'];
  const [one, other] = [new OwnIds(ids), new OwnIds([...ids].reverse())];
  for (const id of ids) expect(one.of(id)).toBe(other.of(id));
  expect(one.of('anki-1700000000000')).toBe(1_700_000_000_000);
  expect(one.of('anki--9007199254740993')).toBe(-9007199254740993n);
  expect(new Set(ids.map((id) => one.of(id))).size).toBe(ids.length);
});

const FORMS = ['older', 'newest'] as const;

async function cameBack(outgoing: Outgoing, form: PackageForm) {
  return mapCollection(await readBack(outgoing, form), clock);
}

test.each(FORMS)(
  '[ANKI-43] cards of a type of Anki’s that were put in another order keep their places and histories, in the %s form',
  async (form) => {
    const own = await importedFrom(realPackage('whole.colpkg'), clock);
    const types = own.all.types.map((type) => ({
      ...type,
      templates: type.templates.toReversed().map((each) => ({
        ...each,
        back: `${each.back}{{cueless:${type.fields[0]?.name}}}`,
      })),
    }));
    const back = await cameBack({ ...own, all: { ...own.all, types } }, form);
    for (const { id, templates } of types) {
      expect(back.types.find((each) => each.id === id)?.templates).toEqual(templates);
    }
    const cards = new Map(back.cards.map((card) => [card.id, card]));
    for (const { card, past } of own.notes.flatMap((note) => note.cards)) {
      expect(cards.get(card.id)?.flag).toBe(card.flag);
      expect(back.histories.of(back.ankiIds.get(card.id) ?? 0)).toHaveLength(past.length);
    }
  },
);

test.each(FORMS)(
  '[ANKI-43] options of Anki’s without fuzz and without leeches come back as they were, in the %s form',
  async (form) => {
    const own = await importedFrom(realPackage('whole.colpkg'), clock);
    const changed = { fuzz: false, leechThreshold: 0, evenOut: false };
    const presets = own.all.presets.map((preset) => ({ ...preset, ...changed }));
    const back = await cameBack({ ...own, all: { ...own.all, presets } }, form);
    expect(back.presets.length).toBe(presets.length);
    for (const preset of back.presets) expect(preset).toMatchObject(changed);
    const others = presets.map(({ evenOut: _, ...preset }) => {
      const { foreign } = back.presets.find(({ id }) => id === preset.id) ?? {};
      return { ...preset, fuzz: true, leechThreshold: 5, ...(foreign && { foreign }) };
    });
    const again = await cameBack({ ...own, all: { ...own.all, presets: others } }, form);
    for (const preset of again.presets) {
      expect(preset).toMatchObject({ fuzz: true, leechThreshold: 5 });
      expect(preset).not.toHaveProperty('evenOut');
    }
  },
);

test.each(FORMS)(
  '[ANKI-43] sections with blanks come back as they were in decks that came from Anki, in the %s form',
  async (form) => {
    const own = await importedFrom(realPackage('whole.colpkg'), clock);
    const inSection = (section: string): Outgoing['notes'] =>
      own.notes.map(({ note, cards }) => ({ note: { ...note, sections: [section] }, cards }));
    const back = await cameBack({ ...own, notes: inSection('Acute care') }, form);
    expect(new Set(back.notes.flatMap(({ sections }) => sections))).toEqual(
      new Set(['Acute care']),
    );
    // A deck of Rounds' own, too, that was in Anki before.
    const mine = ownCollection();
    const there = await cameBack(mine, form);
    const decks = mine.all.decks.map((deck) => {
      const { foreign } = there.decks.find(({ id }) => id === deck.id) ?? {};
      return { ...deck, ...(foreign && { foreign }) };
    });
    const notes = mine.notes.map(({ note, cards }) => ({
      note: { ...note, sections: ['New since'] },
      cards,
    }));
    const later = await cameBack({ ...mine, all: { ...mine.all, decks }, notes }, form);
    expect(new Set(later.notes.flatMap(({ sections }) => sections))).toEqual(
      new Set(['New since']),
    );
  },
);

test.each(FORMS)(
  '[ANKI-45] Anki draws its masks on a side of its own type that was changed here, in the %s form',
  async (form) => {
    const own = await importedFrom(realPackage('whole.colpkg'), clock);
    const types = own.all.types.map((type) => ({
      ...type,
      templates: type.templates.map((each) => ({ ...each, front: `<p>Look</p>${each.front}` })),
    }));
    const outgoing = { ...own, all: { ...own.all, types } };
    const occlusion = types.filter(({ kind }) => kind === 'occlusion');
    expect(occlusion.length).toBeGreaterThan(0);
    const { types: there } = await readBack(outgoing, form);
    const back = await cameBack(outgoing, form);
    for (const { id, templates } of occlusion) {
      const type = [...there.values()].find((each) => `anki-${each.id}` === id);
      const front = type?.templates[0]?.front ?? '';
      expect(front).toMatch(/^<p>Look<\/p>/);
      expect(front).toMatch(/<div style="display: none">\{\{cloze:[^{}]+\}\}<\/div>/);
      expect(front).toMatch(
        /<div id="image-occlusion-container">\s*\{\{Image\}\}\s*<canvas id="image-occlusion-canvas"><\/canvas>\s*<\/div>/,
      );
      expect(front.match(/image-occlusion-container|anki\.imageOcclusion\.setup/g)).toHaveLength(2);
      expect(back.types.find((each) => each.id === id)?.templates).toEqual(templates);
    }
  },
);

test.each(FORMS)(
  '[ANKI-43] a note of Anki’s that was archived here comes back archived, in the %s form',
  async (form) => {
    const own = await importedFrom(realPackage('whole.colpkg'), clock);
    const [first, ...rest] = own.notes as [OutgoingNote, ...OutgoingNote[]];
    const second = rest.find(({ cards }) => cards.some(({ card }) => !card.suspended));
    if (!second) throw new Error('no card is asked');
    const others = rest.filter((each) => each !== second);
    // Anki may have a tag of that name, too.
    const tagged = { ...second, note: { ...second.note, sections: ['archived'] } };
    const archived = { ...first, note: { ...first.note, archived: true } };
    const back = await cameBack({ ...own, notes: [archived, tagged, ...others] }, form);
    for (const { id, archived: is, sections } of back.notes) {
      expect(is).toBe(id === first.note.id);
      if (is) expect(sections).toEqual(first.note.sections);
      expect(sections.includes('archived')).toBe(id === second.note.id);
    }
  },
);
