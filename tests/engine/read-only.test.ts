import { expect, onTestFinished, test } from 'vitest';
import { COMMANDS, type CommandName } from '../../src/engine/commands/table.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { ReadOnlyReason } from '../../src/engine/read-only.ts';
import { FOLLOWS } from '../../src/engine/windows/writing-turn.ts';
import { accepted, testDeps } from '../support/deps.ts';

const NOT_WRITING: readonly string[] = ['dropDraft', 'keepDraft', 'planDay', 'saveDeck'];

test('[SHELL-32] every command that writes is refused with the reason, and nothing is written', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const readOnly = new ReadOnlyReason(FOLLOWS);
  const engine = createEngine({ ...deps, readOnly });
  const before = await deps.store.device.get('device');
  const names = (Object.keys(COMMANDS) as CommandName[]).filter((it) => !NOT_WRITING.includes(it));
  const run = engine.run as (name: CommandName) => Promise<unknown>;
  for (const name of names) {
    expect([name, await run(name)]).toEqual([name, { ok: false, problem: FOLLOWS }]);
  }
  expect(await deps.store.device.get('device')).toEqual(before);
  expect(engine.readOnlyBecause()).toBe(FOLLOWS);
});

test('[SHELL-33] what was half written while another window wrote is there, and neither hides the other', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const readOnly = new ReadOnlyReason();
  const engine = createEngine({ ...deps, readOnly });
  const kept = async () => accepted(await engine.ask('draftKept', { id: 'add' }));
  await engine.run('keepDraft', 'add', 'of the window that writes');
  readOnly.because = FOLLOWS;
  deps.advance(1);
  await engine.run('keepDraft', 'add', 'of this window');
  expect(await kept()).toBe('of this window');
  expect((await deps.store.drafts.get('add'))?.value).toBe('of the window that writes');
  const { bringInDrafts } = await import('../../src/store/device/drafts.ts');
  await bringInDrafts(deps.store);
  readOnly.because = undefined;
  expect((await deps.store.drafts.get('add'))?.value).toBe('of this window');
  await engine.run('dropDraft', 'add');
  expect(await kept()).toBe('of the window that writes');
  await engine.run('dropDraft', 'add');
  expect(await kept()).toBeUndefined();
});

test('[SHELL-33] a command that was begun is waited for before the turn is given on', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const readOnly = new ReadOnlyReason();
  const engine = createEngine({ ...deps, readOnly });
  const order: string[] = [];
  const made = engine.run('createDeck', 'New').then(() => order.push('made'));
  readOnly.because = FOLLOWS;
  await engine.settled();
  order.push('settled');
  await made;
  expect(order).toEqual(['made', 'settled']);
  expect(await engine.run('createDeck', 'Other')).toEqual({ ok: false, problem: FOLLOWS });
});
