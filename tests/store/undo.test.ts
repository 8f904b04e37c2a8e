import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import type { CardId, NoteId, OperationId } from '../../src/kernel/ids.ts';
import type { Operation } from '../../src/log/operation.ts';
import type { Result } from '../../src/kernel/problem.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  redateCards,
  setCardsDue,
  suspendCards,
} from '../../src/engine/commands/study/cards.ts';
import { intentOf } from '../../src/engine/deps.ts';
import { loadDeck } from '../../src/engine/commands/decks/load-deck.ts';
import { archiveNotes, markNotes } from '../../src/engine/commands/notes/notes.ts';
import { setPreset, setStudySettings } from '../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { apply } from '../../src/store/apply.ts';
import { readHistory } from '../../src/store/reads/answers/history.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { beginSession } from '../../src/store/device/session.ts';
import { readSessionTotal } from '../../src/store/device/session-total.ts';
import { readToday } from '../../src/store/reads/today.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  changePreset,
  everyRow,
  noteOf,
  problemOf,
  queueOf,
  rewriteNote,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

const NOTE = 'sample:fact-0000' as NoteId;
const ONE = `${NOTE}/1` as CardId;
const BOTH = [ONE, `${NOTE}/2` as CardId];

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(6);
});
afterEach(() => deps.close());

const kinds: Record<string, () => Promise<Result<Operation>>> = {
  answer: async () => {
    const answered = await answerCard(deps, await cardOf(deps, ONE), 1, 3000);
    return answered.ok ? { ok: true, value: answered.value.operation } : answered;
  },
  'edit-notes': async () =>
    rewriteNote(deps, await noteOf(deps, NOTE), { type: 'cloze', text: '{{c3::new}}' }, 'more'),
  mark: async () => markNotes(deps, [NOTE], true),
  archive: () => archiveNotes(deps, [NOTE], true),
  suspend: () => suspendCards(deps, BOTH, true),
  bury: () => buryCards(deps, BOTH),
  flag: () => flagCards(deps, BOTH, 5),
  'set-due': () => setCardsDue(deps, BOTH, 9),
  forget: () => forgetCards(deps, BOTH),
  redate: () => redateCards(deps, BOTH),
  'set-preset': () => setPreset(deps, { ...DEFAULT_PRESET, newPerDay: 1 }, DEFAULT_STUDY_SETTINGS),
  'set-study': () => setStudySettings(deps, { ...DEFAULT_STUDY_SETTINGS, rolloverHour: 0 }),
  'load-deck': () => loadDeck(deps, sampleDeck(9, 3), { archive: [], keep: [], restore: [] }),
};

describe('one step', () => {
  test.each(Object.keys(kinds))(
    '[LOG-17] undo takes back %s exactly, and says what it was',
    async (kind) => {
      await answerFirst(deps, 4);
      const [before, hash] = [await everyRow(deps), await hashOf(deps.store)];
      const done = accepted(await (kinds[kind] ?? never)());
      expect(done.body.kind).toBe(kind);
      deps.store.close();
      await deps.store.open();
      const undone = accepted(await undoLast(deps));
      expect(undone.operation.id).toBe(done.id);
      expect(undone.name).not.toBe('');
      expect(await hashOf(deps.store)).toBe(hash);
      const after = await everyRow(deps);
      for (const table of ['cards', 'notes', 'decks', 'presets', 'settings']) {
        expect(after[table]).toEqual(before[table]);
      }
      expect((await rebuild(deps.store)).hashBefore).toBe(hash);
    },
  );

  test('[LOG-17] steps are taken back newest first, again and again, around undos and new steps', async () => {
    const flags = async () => (await cardOf(deps, ONE)).flag;
    await flagCards(deps, [ONE], 1);
    await flagCards(deps, [ONE], 2);
    await flagCards(deps, [ONE], 3);
    await undoLast(deps);
    await undoLast(deps);
    expect(await flags()).toBe(1);
    await flagCards(deps, [ONE], 4);
    await undoLast(deps);
    expect(await flags()).toBe(1);
    await undoLast(deps);
    expect(await flags()).toBe(0);
    expect((await undoLast(deps)).ok).toBe(false);
  });

  test('[LOG-17] an undo adds an operation, and edits or deletes none, nor a review', async () => {
    await answerFirst(deps);
    const before = await everyRow(deps);
    accepted(await undoLast(deps));
    const after = await everyRow(deps);
    expect(after.operations?.slice(0, -1)).toEqual(before.operations);
    expect(after.operations).toHaveLength((before.operations?.length ?? 0) + 1);
    expect(after.reviews).toEqual(before.reviews);
    expect(after.undone).toHaveLength(1);
  });

  test('[LOG-17] two undos at once take one step back, and the other says why it did not', async () => {
    await flagCards(deps, [ONE], 1);
    await flagCards(deps, [ONE], 2);
    const results = await Promise.all([undoLast(deps), undoLast(deps)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await cardOf(deps, ONE)).flag).toBe(1);
  });

  test('[LOG-7] only the newest step in force can be taken back; any other is refused', async () => {
    const first = accepted(await flagCards(deps, [ONE], 1));
    accepted(await flagCards(deps, [ONE], 2));
    const before = await everyRow(deps);
    for (const target of [first.id, 'device-a:0000009999' as OperationId]) {
      const refused = await apply(deps.store, intentOf(deps, { kind: 'undo', target }));
      expect(problemOf(refused).what).toContain('can no longer be undone');
    }
    expect(await everyRow(deps)).toEqual(before);
  });

  test('[LOG-3] the newest step is the one done last, also when the clock went back before it', async () => {
    await flagCards(deps, [ONE], 1);
    deps.advance(-100_000);
    await flagCards(deps, [ONE], 2);
    accepted(await undoLast(deps));
    expect((await cardOf(deps, ONE)).flag).toBe(1);
  });
});

describe('an undone review', () => {
  test('[LOG-18] counts nowhere: limits, totals, summary, history, streak and pace', async () => {
    await changePreset(deps, { newPerDay: 3 });
    const session = await beginSession(deps.store, {}, deps.clock());
    const { lastOperation: _, ...before } = await readToday(deps.store, deps.clock());
    const card = await answerFirst(deps);
    expect(await readHistory(deps.store, card.id)).toHaveLength(1);
    expect((await queueOf(deps)).left.new).toBe(2);
    accepted(await undoLast(deps));
    expect(await readHistory(deps.store, card.id)).toEqual([]);
    expect((await readSessionTotal(deps.store, session)).answers).toBe(0);
    expect(await readToday(deps.store, deps.clock())).toMatchObject(before);
    expect((await queueOf(deps)).left.new).toBe(3);
    expect((await queueOf(deps)).cards[0]?.id).toBe(card.id);
  });

  test('[LOG-18] the same card answered again counts once', async () => {
    await answerFirst(deps, 1);
    await undoLast(deps);
    const card = await answerFirst(deps, 4);
    const history = await readHistory(deps.store, card.id);
    expect(history.map(({ grade }) => grade)).toEqual([4]);
    expect((await readToday(deps.store, deps.clock())).done).toMatchObject({
      answers: 1,
      recalled: 1,
    });
  });
});

describe('the program’s own steps', () => {
  test('[LOG-19] undo by key stops at the deck that the program loaded', async () => {
    await answerFirst(deps);
    accepted(await undoLast(deps));
    const before = await everyRow(deps);
    expect(problemOf(await undoLast(deps)).what).toContain('made by Rounds itself');
    expect(await everyRow(deps)).toEqual(before);
  });

  test('[LOG-19] it does not reach past it to what the person did before', async () => {
    await flagCards(deps, [ONE], 1);
    accepted(
      await loadDeck(deps, sampleDeck(7), { archive: [], keep: [], restore: [] }, 'program'),
    );
    expect((await undoLast(deps)).ok).toBe(false);
    expect((await cardOf(deps, ONE)).flag).toBe(1);
  });

  test('[LOG-19] the store itself can take back a loaded deck while that is the newest step', async () => {
    const target = 'device-a:0000000000' as OperationId;
    const undo = () => apply(deps.store, intentOf(deps, { kind: 'undo', target }));
    await flagCards(deps, [ONE], 1);
    expect((await undo()).ok).toBe(false);
    await undoLast(deps);
    accepted(await undo());
    const rows = await everyRow(deps);
    for (const table of ['cards', 'notes', 'decks']) expect(rows[table]).toEqual([]);
    expect((await readToday(deps.store, deps.clock())).total.left.new).toBe(0);
    expect(problemOf(await undoLast(deps)).what).toBe('There is nothing to undo.');
  });
});

function never(): never {
  throw new Error('no such kind');
}
