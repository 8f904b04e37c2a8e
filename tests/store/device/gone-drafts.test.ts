import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { ReadOnlyReason } from '../../../src/engine/read-only.ts';
import { FOLLOWS } from '../../../src/engine/windows/writing-turn.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { bringInDrafts, writeDraft } from '../../../src/store/device/drafts.ts';
import { tidyGone } from '../../../src/store/device/gone-drafts.ts';
import { readDraftValues } from '../../../src/store/media/media-users.ts';
import { accepted, testDeps } from '../../support/deps.ts';

beforeEach(() => localStorage.clear());

/** As a kill leaves it: what the browser remembered some seconds before. */
function remembered(): () => void {
  const kept = Object.entries(localStorage);
  return () => {
    for (const [key, value] of kept) localStorage.setItem(key, value);
  };
}

/** An engine, and a way to type where the database takes nothing, as on a full disk. */
async function studying() {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const engine = createEngine(deps);
  const onFullDisk = async (value: string) => {
    const { put } = deps.store.drafts;
    deps.store.drafts.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    deps.advance(1);
    await writeDraft(deps.store, { id: 'add', atMillis: deps.clock().atMillis, value });
    deps.store.drafts.put = put;
    expect(Object.keys(localStorage)).toHaveLength(1);
  };
  const kept = async () => accepted(await engine.ask('draftKept', { id: 'add' }));
  return { deps, engine, onFullDisk, kept };
}

test('[WRITE-18] what was kept beside a full disk and then dropped stays gone, though the browser was killed', async () => {
  const { deps, engine, onFullDisk, kept } = await studying();
  await onFullDisk('half written');
  const killed = remembered();
  await engine.run('dropDraft', 'add');
  killed();
  expect(await kept()).toBeUndefined();
  expect(await readDraftValues(deps.store)).toEqual([]);
  await tidyGone(deps.store, deps.clock().atMillis);
  expect(localStorage).toHaveLength(0);
});

test('[WRITE-18] nor does it come up where the database had taken it in between', async () => {
  const { engine, onFullDisk, kept, deps } = await studying();
  await onFullDisk('half written');
  const killed = remembered();
  deps.advance(1);
  await engine.run('keepDraft', 'add', 'more of it');
  await engine.run('dropDraft', 'add');
  killed();
  expect(await kept()).toBeUndefined();
});

test('[WRITE-18] what a window that follows had typed is brought in once', async () => {
  const { deps, engine, kept } = await studying();
  const following = createEngine({ ...deps, readOnly: new ReadOnlyReason(FOLLOWS) });
  await following.run('keepDraft', 'add', 'typed while following');
  const killed = remembered();
  await bringInDrafts(deps.store);
  expect(await kept()).toBe('typed while following');
  await engine.run('dropDraft', 'add');
  killed();
  await bringInDrafts(deps.store);
  expect(await kept()).toBeUndefined();
});

test('[WRITE-18] what is typed after it is there, also where the clock was turned back', async () => {
  const { deps, engine, onFullDisk, kept } = await studying();
  await onFullDisk('the first');
  await engine.run('dropDraft', 'add');
  deps.advance(-24 * 60);
  await onFullDisk('the second');
  expect(await kept()).toBe('the second');
  await tidyGone(deps.store, deps.clock().atMillis);
  expect(await kept()).toBe('the second');
});

test('[WRITE-18] what is long gone is noted no longer', async () => {
  const { deps, engine, onFullDisk } = await studying();
  await onFullDisk('half written');
  await engine.run('dropDraft', 'add');
  expect(await deps.store.drafts.count()).toBe(1);
  await tidyGone(deps.store, deps.clock().atMillis + 2 * MILLIS_PER_DAY);
  expect(await deps.store.drafts.count()).toBe(0);
});

/** The last words of three quick ones, of which the disk refuses some: it fills, and is freed, in between. */
test.each([
  ['the last', [true, true, false]],
  ['the first', [false, true, true]],
  ['the middle one', [true, false, true]],
  ['all but the middle one', [false, true, false]],
  ['all', [false, false, false]],
])('[WRITE-18] the last words stand where the disk refuses %s', async (_, taken) => {
  const { deps, engine, kept } = await studying();
  const { put } = deps.store.drafts;
  const answers = [...taken];
  deps.store.drafts.put = (...row) => {
    if (answers.shift()) return put.apply(deps.store.drafts, row);
    throw new DOMException('full', 'QuotaExceededError');
  };
  // None waits for the one before, as in a window that is typed into.
  const written = taken.map((_, at) => engine.run('keepDraft', 'add', `words ${at}`));
  await Promise.all(written);
  expect(await kept()).toBe('words 2');
  const killed = remembered();
  deps.store.drafts.put = put;
  await engine.run('dropDraft', 'add');
  killed();
  expect(await kept()).toBeUndefined();
});

test('[WRITE-18] dropped and typed anew without waiting: what was typed last is there', async () => {
  const { engine, kept } = await studying();
  const asked = [
    engine.run('keepDraft', 'add', 'added'),
    engine.run('dropDraft', 'add'),
    engine.run('keepDraft', 'add', 'the next note'),
  ];
  await Promise.all(asked);
  expect(await kept()).toBe('the next note');
  await Promise.all([engine.run('keepDraft', 'add', 'more'), engine.run('dropDraft', 'add')]);
  expect(await kept()).toBeUndefined();
});

test('[WRITE-18] what is typed while a window’s text is brought in stays', async () => {
  const { deps, engine, kept } = await studying();
  const following = createEngine({ ...deps, readOnly: new ReadOnlyReason(FOLLOWS) });
  await following.run('keepDraft', 'add', 'typed while following');
  const brought = bringInDrafts(deps.store);
  const { put } = deps.store.drafts;
  deps.store.drafts.put = (...row) => {
    void following.run('keepDraft', 'add', 'and a word more');
    deps.store.drafts.put = put;
    return put.apply(deps.store.drafts, row);
  };
  await brought;
  expect(await kept()).toBe('and a word more');
  await bringInDrafts(deps.store);
  await engine.run('dropDraft', 'add');
  expect(await kept()).not.toBe('and a word more');
});
