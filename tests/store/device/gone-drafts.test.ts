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
