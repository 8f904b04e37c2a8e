import { afterEach, expect, test } from 'vitest';
import {
  DEFAULT_CHOICES,
  type ImportChoices,
  type ImportLook,
  type ImportReport,
} from '../../../src/engine/import/import-look.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { ReadOnlyReason } from '../../../src/engine/read-only.ts';
import type { FieldId } from '../../../src/kernel/ids.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import {
  accepted,
  cardOf,
  engineOf,
  everyRow,
  problemOf,
  type TestDeps,
  testDeps,
} from '../../support/deps.ts';
import expected from '../../exchange/anki/fixtures/expected.json';
import newest from '../../exchange/anki/fixtures/newest.apkg?url';
import oldest from '../../exchange/anki/fixtures/oldest.apkg?url';
import whole from '../../exchange/anki/fixtures/whole.colpkg?url';

const FILES = { 'newest.apkg': newest, 'oldest.apkg': oldest, 'whole.colpkg': whole } as const;
type FileName = keyof typeof FILES;

let deps: TestDeps | undefined;
afterEach(() => deps?.close());

async function started(): Promise<TestDeps> {
  deps = await testDeps(new Date(expected.madeAtMillis).toISOString());
  return deps;
}

async function fileOf(name: FileName) {
  return { name, content: await (await fetch(FILES[name])).blob() };
}

async function read(of: TestDeps, name: FileName): Promise<ImportLook> {
  return accepted(await engineOf(of).run('readImport', await fileOf(name)));
}

async function imported(
  of: TestDeps,
  name: FileName,
  choices: Partial<ImportChoices> = {},
): Promise<ImportReport> {
  await read(of, name);
  return accepted(await engineOf(of).run('runImport', { ...DEFAULT_CHOICES, ...choices }));
}

test.each(['newest.apkg', 'oldest.apkg', 'whole.colpkg'] as const)(
  '[ANKI-32] %s is looked at and changes nothing; imported, all of it is here; undone, nothing is',
  async (name) => {
    const of = await started();
    const before = await everyRow(of);
    const hash = await hashOf(of.store);
    const look = await read(of, name);
    expect(look).toMatchObject({
      fileName: name,
      kind: 'anki',
      counts: { notes: expected.notes, cards: expected.cards.length, reviews: expected.reviews },
      hasSchedule: true,
      notes: { added: expected.notes, updated: 0, unchanged: 0, inConflict: 0, deleted: 0 },
      cardsAnsweredSince: 0,
    });
    expect(await everyRow(of)).toEqual(before);
    const report = accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
    expect(report).toMatchObject({
      added: expected.notes,
      updated: 0,
      cards: expected.cards.length,
      media: look.counts.media,
      leftOut: [],
    });
    expect(await of.store.notes.count()).toBe(expected.notes);
    expect(await of.store.cards.count()).toBe(expected.cards.length);
    expect(await of.store.operations.count()).toBe(1);
    const files = await of.store.media.toArray();
    expect(files).toHaveLength(look.counts.media);
    for (const { sha256 } of files) expect(await of.store.blobs.get(sha256)).toBeDefined();
    expect(await hashOf(of.store)).not.toEqual(hash);
    accepted(await engineOf(of).run('undoLast'));
    expect(await hashOf(of.store)).toEqual(hash);
    for (const table of ['notes', 'cards', 'decks', 'noteTypes', 'media', 'pastLogs', 'presets']) {
      expect(await of.store.table(table).count(), table).toBe(0);
    }
  },
);

test('[ANKI-32] the same file again is all unchanged, and nothing is written', async () => {
  const of = await started();
  await imported(of, 'whole.colpkg');
  const before = await everyRow(of);
  const look = await read(of, 'whole.colpkg');
  expect(look.notes).toEqual({
    ...{ added: 0, updated: 0, unchanged: expected.notes, inConflict: 0, deleted: 0 },
  });
  const report = accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
  expect(report).toMatchObject({ added: 0, updated: 0, cards: 0, reviews: 0, media: 0 });
  expect(await everyRow(of)).toEqual(before);
});

test('[ANKI-22] [ANKI-25] what I changed stays, what I deleted stays deleted unless wanted back', async () => {
  const of = await started();
  await imported(of, 'newest.apkg');
  const [mine, gone] = await of.store.notes.toArray();
  if (!mine || !gone) throw new Error('no notes');
  const [fieldId] = Object.keys(mine.fields) as FieldId[];
  if (!fieldId) throw new Error('no field');
  const edit = { noteId: mine.id, fields: { ...mine.fields, [fieldId]: 'My own words' } };
  accepted(await engineOf(of).run('editNotes', [edit]));
  accepted(await engineOf(of).run('deleteNotes', [gone.id]));
  const look = await read(of, 'newest.apkg');
  expect(look.notes).toMatchObject({ unchanged: expected.notes - 1, deleted: 1, added: 0 });
  accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
  expect(await of.store.notes.get(gone.id)).toBeUndefined();
  expect((await of.store.notes.get(mine.id))?.fields[fieldId]).toBe('My own words');
  const back = await imported(of, 'newest.apkg', { bringBackDeleted: true });
  expect(back.added).toBe(1);
  expect((await of.store.notes.get(gone.id))?.fields).toEqual(gone.fields);
});

test('[ANKI-31] an answer given here is kept when the file comes again with its own history', async () => {
  const of = await started();
  await imported(of, 'whole.colpkg');
  const log = (await of.store.pastLogs.toArray())[0];
  if (!log) throw new Error('no history');
  accepted(await answerCard(of, await cardOf(of, log.id), 3, 5000));
  const after = await cardOf(of, log.id);
  const look = await read(of, 'whole.colpkg');
  expect(look.cardsAnsweredSince).toBe(0);
  accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
  expect(await cardOf(of, log.id)).toEqual(after);
  expect(await of.store.reviews.count()).toBe(1);
});

test.each([1, 2, 3])(
  '[ANKI-32] stopped at its report %i an import leaves everything as it was',
  async (stopAt) => {
    const of = await started();
    await read(of, 'whole.colpkg');
    const before = await everyRow(of);
    let reports = 0;
    const run = await engineOf(of).run('runImport', DEFAULT_CHOICES, () => ++reports < stopAt);
    problemOf(run);
    expect(reports).toBeGreaterThanOrEqual(stopAt);
    const { blobs: _after, ...rest } = await everyRow(of);
    const { blobs: _before, ...was } = before;
    expect(rest).toEqual(was);
    // It goes on from there when it is asked again.
    expect(accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES)).added).toBe(
      expected.notes,
    );
  },
);

test('[ANKI-40] reading and importing say what they are at, and stopped at any of it nothing is changed', async () => {
  const of = await started();
  const engine = engineOf(of);
  const phases = new Set<string>();
  const hear = (_done: number, _total: number, phase?: string): boolean => {
    if (phase !== undefined) phases.add(phase);
    return true;
  };
  accepted(await engine.run('readImport', await fileOf('whole.colpkg'), hear));
  expect([...phases]).toEqual([
    'Opening the package',
    'Unpacking its database',
    'Reading notes, cards and answers',
    'Working out dates and memories',
    'Comparing it with what is here',
  ]);
  const { blobs: _none, ...before } = await everyRow(of);
  for (const stopAt of phases) {
    const stopped = await engine.run(
      'readImport',
      await fileOf('whole.colpkg'),
      (_done, _total, phase) => phase !== stopAt,
    );
    expect(problemOf(stopped).kept, stopAt).toBeTruthy();
  }
  phases.clear();
  const importPhases = [
    'Comparing it with what is here',
    'Storing pictures and sounds',
    'Writing notes, cards and answers',
  ];
  for (const stopAt of importPhases) {
    await read(of, 'whole.colpkg');
    const watch = (_done: number, _total: number, phase?: string) => phase !== stopAt;
    problemOf(await engine.run('runImport', DEFAULT_CHOICES, watch));
    const { blobs: _some, ...rest } = await everyRow(of);
    expect(rest, stopAt).toEqual(before);
  }
  await read(of, 'whole.colpkg');
  accepted(await engine.run('runImport', DEFAULT_CHOICES, hear));
  expect([...phases]).toEqual(importPhases);
});

test('[ANKI-32] without dates every card is new, and no history comes; one deck alone brings itself', async () => {
  const of = await started();
  const look = await read(of, 'newest.apkg');
  const lung = look.decks.find(({ name }) => name.endsWith('Lung'));
  if (!lung) throw new Error('no such deck');
  const choices: ImportChoices = { ...DEFAULT_CHOICES, withSchedule: false, decks: [lung.id] };
  const less = accepted(await engineOf(of).run('lookAtImport', choices));
  expect(less.counts).toMatchObject({ notes: lung.notes, decks: 1 });
  const report = accepted(await engineOf(of).run('runImport', choices));
  expect(report).toMatchObject({ added: lung.notes, reviews: 0 });
  const cards = await of.store.cards.toArray();
  expect(cards.length).toBeGreaterThanOrEqual(lung.notes);
  for (const { schedule, suspended, buriedUntil } of cards) {
    expect([schedule.state, suspended, buriedUntil]).toEqual(['new', false, 0]);
  }
  expect(await of.store.pastLogs.count()).toBe(0);
  expect((await of.store.decks.toArray()).map(({ name }) => name)).toEqual([lung.name]);
});

test('[ANKI-32] where nothing may be written a file is looked at, and not imported', async () => {
  const of = await started();
  const readOnly = new ReadOnlyReason({ what: 'It follows.', kept: 'It is.', todo: 'Wait.' });
  const engine = createEngine({ ...of, readOnly });
  accepted(await engine.run('readImport', await fileOf('newest.apkg')));
  expect(await engine.run('runImport', DEFAULT_CHOICES)).toEqual({
    ok: false,
    problem: readOnly.because,
  });
  expect(await of.store.notes.count()).toBe(0);
  accepted(await engine.run('forgetImport'));
  problemOf(await engine.run('lookAtImport', DEFAULT_CHOICES));
});

test('[ANKI-33] a table goes into the columns that I choose; corrected and read again it changes its notes', async () => {
  const of = await started();
  const table = (text: string) => ({ name: 'Words.csv', content: new Blob([text]) });
  const look = accepted(await engineOf(of).run('readImport', table('heart,cor,a\nlung,pulmo,b\n')));
  expect(look).toMatchObject({
    kind: 'text',
    notes: { added: 2 },
    table: {
      separator: ',',
      hasNames: false,
      deckName: 'Words',
      rows: [
        ['heart', 'cor', 'a'],
        ['lung', 'pulmo', 'b'],
      ],
    },
  });
  if (!look.table) throw new Error('no table');
  const { rows: _, ...asRead } = look.table;
  const [first, second] = asRead.columns;
  const tabled: ImportChoices = {
    ...DEFAULT_CHOICES,
    table: {
      ...asRead,
      deckName: 'Anatomy',
      columns: [first ?? { use: 'nothing' }, second ?? { use: 'nothing' }, { use: 'tags' }],
    },
  };
  accepted(await engineOf(of).run('runImport', tabled));
  const notes = await of.store.notes.toArray();
  expect(notes.map(({ sections }) => sections).sort()).toEqual([['a'], ['b']]);
  expect((await of.store.decks.toArray()).map(({ name }) => name)).toEqual(['Anatomy']);
  accepted(await engineOf(of).run('readImport', table('heart,cor cordis,a\nlung,pulmo,b\n')));
  const again = accepted(await engineOf(of).run('runImport', tabled));
  expect(again).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
  const texts = (await of.store.notes.toArray()).map(({ fields }) => Object.values(fields).join());
  expect(texts.sort()).toEqual(['heart,cor cordis', 'lung,pulmo']);
});

test('[ANKI-33] a table that asks for it leaves notes that are here as they are, unless a person says otherwise', async () => {
  const of = await started();
  const engine = engineOf(of);
  const table = (answer: string) => ({
    name: 'a.txt',
    content: new Blob([`#separator:tab\n#if matches:keep current\ncor\t${answer}\n`]),
  });
  accepted(await engine.run('readImport', table('heart')));
  accepted(await engine.run('runImport', DEFAULT_CHOICES));
  const look = accepted(await engine.run('readImport', table('Herz')));
  expect(look.proposed).toEqual({ existing: 'keep' });
  expect(look.notes).toMatchObject({ unchanged: 1, updated: 0 });
  const merged = accepted(await engine.run('lookAtImport', DEFAULT_CHOICES));
  expect(merged.notes).toMatchObject({ unchanged: 0, updated: 1 });
});

test('[ANKI-60] a table with rows that begin alike comes to the same notes again, in whatever order', async () => {
  const of = await started();
  const engine = engineOf(of);
  const table = (...rows: string[]) => ({ name: 'a.txt', content: new Blob([rows.join('\n')]) });
  const said = async () =>
    (await of.store.notes.toArray()).map(({ id, fields }) =>
      [id, ...Object.values(fields)].join('|'),
    );
  accepted(await engine.run('readImport', table('Cushing\ta disease', 'Cushing\ta reflex')));
  accepted(await engine.run('runImport', DEFAULT_CHOICES));
  const before = await said();
  expect(before).toHaveLength(2);
  const swapped = accepted(
    await engine.run('readImport', table('Cushing\ta reflex', 'Cushing\ta disease')),
  );
  expect(swapped.notes).toMatchObject({ added: 0, updated: 0, unchanged: 2, inConflict: 0 });
  accepted(await engine.run('runImport', DEFAULT_CHOICES));
  expect(await said()).toEqual(before);
  expect(await of.store.cards.count()).toBe(2);
});

test('[ANKI-61] within their deck, rows are known by their words; formatting does not count', async () => {
  const of = await started();
  const engine = engineOf(of);
  const read = async (...rows: string[]) => {
    const file = { name: 'a.txt', content: new Blob([rows.join('\n')]) };
    const look = accepted(await engine.run('readImport', file));
    accepted(await engine.run('runImport', DEFAULT_CHOICES));
    return look.notes;
  };
  expect(await read('#deck:A', '#html:true', '<b>cor</b>\theart')).toMatchObject({ added: 1 });
  const SCOPE = '#match scope:notetype + deck';
  expect(await read('#deck:B', SCOPE, 'cor\tHerz')).toMatchObject({ added: 1, updated: 0 });
  expect(await read('#deck:a', SCOPE, 'cor\tcoeur')).toMatchObject({ added: 0, updated: 1 });
  const backs = (await of.store.notes.toArray()).map(({ fields }) => Object.values(fields)[1]);
  expect(backs.sort()).toEqual(['Herz', 'coeur']);
});
