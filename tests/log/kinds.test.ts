import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/kernel/canonical.ts';
import { admitOperation } from '../../src/log/door.ts';
import { effectsOf, reachOf } from '../../src/log/effects.ts';
import { operationWord } from '../../src/log/operation.ts';
import { kindOfBody, REGISTRY, understands } from '../../src/log/registry.ts';
import { anOperation, NOW, TODAY } from '../support/collection.ts';
import { rowsAfter } from '../support/effects.ts';
import { EXAM, EXAMPLES, NOTE, OPEN, OTHER, ROWS } from './examples.ts';

const named = EXAMPLES.map((example, at) => ({
  name: `${example.body.kind} (${at + 1})`,
  ...example,
}));

test('[LOG-5] there is an example of every kind', () => {
  const kinds = new Set<string>(EXAMPLES.map(({ body }) => body.kind));
  expect([...REGISTRY.keys()].filter((name) => !kinds.has(name))).toEqual([]);
});

describe('a step of each kind', () => {
  test.each(named)(
    '[LOG-22] $name has a word, and says what it is about',
    ({ body, word, about }) => {
      expect(operationWord(body)).toBe(word);
      expect(kindOfBody(body).about(body)).toEqual(about);
    },
  );

  test.each(named)('[LOG-5] $name sees the rows it needs and no others', ({ body, reach }) => {
    expect(reachOf(body)).toEqual(reach);
  });

  test.each(named)('[LOG-7] $name writes its rows, or is refused in words', ({ body, does }) => {
    const result = effectsOf(anOperation(body), ROWS);
    if (does instanceof RegExp) {
      expect(result).toMatchObject({ ok: false, problem: { what: expect.stringMatching(does) } });
      const { kept, todo } = (result as Extract<typeof result, { ok: false }>).problem;
      for (const said of [kept, todo]) expect(said).toMatch(/^\p{Lu}.*\.$/u);
      return;
    }
    if (!result.ok) throw new Error(result.problem.what);
    expect(result.value.changes.map(({ table, key }) => `${table} ${key}`).sort()).toEqual(does);
  });

  test.each(named)('[LOG-17] $name says what each row was, and gives its row its key', (each) => {
    const result = effectsOf(anOperation(each.body), ROWS);
    for (const { table, key, before, after } of result.ok ? result.value.changes : []) {
      expect(before).toEqual(ROWS[table].get(key));
      if (after) expect(after.id).toBe(key);
    }
  });

  test.each(named)(
    '[LOG-10] $name passes the door as it is, and without any field it does not',
    (each) => {
      const operation = anOperation(each.body);
      expect(admitOperation(operation)).toEqual({ is: 'known', operation });
      for (const field of Object.keys(each.body)) {
        // Of these, any may be absent.
        if (['kind', 'newDeck', 'moveTo', 'spreadDays', 'to', 'settings'].includes(field)) continue;
        if (each.body.kind === 'save-options') continue;
        const { [field]: _lost, ...rest } = each.body as unknown as Record<string, unknown>;
        const damaged = { ...operation, body: rest };
        expect(admitOperation(damaged)).toMatchObject({
          is: 'broken',
          id: operation.id,
          why: `its body is damaged (${field})`,
        });
        const wrong = { ...operation, body: { ...rest, [field]: null } };
        expect(admitOperation(wrong).is).toBe('broken');
      }
    },
  );

  test.each(named)(
    '[LOG-1] $name is plain data that survives JSON, and names no row twice',
    (each) => {
      expect(JSON.parse(JSON.stringify(each.body))).toEqual(each.body);
      const before = canonical(Object.values(ROWS).map((table) => [...table.values()]));
      const first = effectsOf(anOperation(each.body), ROWS);
      expect(effectsOf(anOperation(each.body), ROWS)).toEqual(first);
      expect(canonical(Object.values(ROWS).map((table) => [...table.values()]))).toBe(before);
      const keys = first.ok ? first.value.changes.map(({ table, key }) => `${table} ${key}`) : [];
      expect(new Set(keys).size).toBe(keys.length);
    },
  );
});

describe('what the rows then say', () => {
  const afterKind = (kind: string, at = 0) => {
    const example = EXAMPLES.filter(({ body }) => body.kind === kind)[at];
    if (!example) throw new Error(kind);
    return rowsAfter(example.body, ROWS);
  };

  test('[LOG-17] notes that a step brings are those it adds, and no other kind brings any', () => {
    const bringing = [...REGISTRY.values()].filter(({ brings }) => brings).map(({ name }) => name);
    expect(bringing).toEqual(['import', 'add-notes']);
    const body = EXAMPLES.find((each) => each.body.kind === 'add-notes')?.body;
    expect(body && kindOfBody(body).brings?.(body)).toEqual(['deck:new']);
  });

  test('[MEDIA-6] a file renamed keeps its bytes under the new name, and the note says the new one', () => {
    const { media, notes } = afterKind('rename-media');
    expect([...media.values()]).toEqual([{ ...ROWS.media.get('a.png'), id: 'b.png' }]);
    expect(notes.get(NOTE.id)).toMatchObject({
      fields: { ...NOTE.fields, extra: 'b.png' },
      sections: NOTE.sections,
      editedAtMillis: NOW,
    });
    expect([...afterKind('delete-media').media]).toEqual([]);
    expect([...afterKind('add-media').media.keys()]).toEqual(['a.png', 'b.png']);
  });

  test('[OPTIONS-3] decks of options that are deleted are studied under the default ones', () => {
    const { decks, presets } = afterKind('delete-preset');
    expect(decks.get(OTHER.id)?.presetId).toBe('default');
    expect([...presets.keys()]).toEqual(['default']);
    expect(afterKind('set-deck-preset').decks.get('deck')?.presetId).toBe('own');
    expect(afterKind('save-options').decks.get('deck')?.presetId).toBe('own');
  });

  test('[EXAM-3] an exam goes on with its section renamed, and its deck merged into another', () => {
    expect(afterKind('rename-section').overlays.get(EXAM.id)).toEqual({
      ...EXAM,
      cards: { ...EXAM.cards, sections: ['Anew'] },
      weights: [{ section: 'Anew', weight: 2 }],
    });
    const merged = afterKind('delete-decks', 1);
    expect(merged.overlays.get(EXAM.id)).toEqual({
      ...EXAM,
      cards: { ...EXAM.cards, deckIds: [OTHER.id] },
    });
    expect(merged.notes.get(NOTE.id)?.deckId).toBe(OTHER.id);
    expect(merged.graves.get('deck:deck')).toEqual({ id: 'deck:deck' });
  });

  test('[CARD-1] each thing done to a card is what its row says afterwards', () => {
    const card = `${NOTE.id}/1`;
    const before = ROWS.cards.get(card);
    expect(afterKind('bury').cards.get(card)).toEqual({ ...before, buriedUntil: TODAY + 1 });
    expect(afterKind('flag').cards.get(card)).toEqual({ ...before, flag: 1 });
    expect(afterKind('suspend').cards.get(card)).toEqual({ ...before, suspended: true });
    expect(afterKind('forget').cards.get(card)).toMatchObject({
      buriedUntil: 0,
      schedule: { state: 'new', reps: 0 },
    });
    expect(afterKind('set-due').cards.get(card)).toMatchObject({
      buriedUntil: 0,
      schedule: { state: 'review', dueDay: TODAY + 3 },
    });
    expect(afterKind('redate').cards.get(card)?.buriedUntil).toBe(TODAY + 1);
    expect(afterKind('settle-cram').cramAnswers.get(OPEN.id)?.state).toBe('accepted');
  });

  test('[LOG-11] a kind is understood in its version and in older ones, an unknown one in none', () => {
    for (const { name, version } of REGISTRY.values()) {
      expect(understands(name, version)).toBe(true);
      expect(understands(name, version + 1)).toBe(false);
    }
    expect(understands('rename-media', 1)).toBe(true);
    expect(understands('of the future', 1)).toBe(false);
    expect(() => kindOfBody({ kind: 'of the future' })).toThrow('no kind is called of the future');
  });
});
