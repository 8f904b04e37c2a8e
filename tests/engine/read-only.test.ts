import { expect, onTestFinished, test } from 'vitest';
import { COMMANDS, type CommandName } from '../../src/engine/commands/table.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { ReadOnlyReason } from '../../src/engine/read-only.ts';
import { JournalStanding } from '../../src/engine/journal/journal-standing.ts';
import { keptJournal } from '../../src/engine/journal/kept-journal.ts';
import { FOLLOWS, WritingTurn } from '../../src/engine/windows/writing-turn.ts';
import { ONLY_WINDOW, type WishAnswer } from '../../src/platform/windows/windows.ts';
import { realJournal } from '../support/journal.ts';
import { accepted, testDeps } from '../support/deps.ts';

/** They read, write a file of the person's, or keep what is half written in the window. */
const NOT_WRITING: ReadonlySet<string> = new Set([
  'dropDraft',
  'exportFile',
  'forgetImport',
  'keepDraft',
  'lookAtImport',
  'planDay',
  'readImport',
  'saveDeck',
]);

test('[SHELL-32] every command that writes is refused with the reason, and nothing is written', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const readOnly = new ReadOnlyReason(FOLLOWS);
  const engine = createEngine({ ...deps, readOnly });
  const before = await deps.store.device.get('device');
  const names = (Object.keys(COMMANDS) as CommandName[]).filter((it) => !NOT_WRITING.has(it));
  const run = engine.run as (name: CommandName) => Promise<unknown>;
  for (const name of names) {
    expect([name, await run(name)]).toEqual([name, { ok: false, problem: FOLLOWS }]);
  }
  expect(await deps.store.device.get('device')).toEqual(before);
  expect(engine.readOnlyBecause()).toBe(FOLLOWS);
});

test('[SHELL-33] what is done while the turn is on its way waits for it, and is refused where it does not come', async () => {
  for (const [answer, isGiven] of [
    ['ours', true],
    ['no answer', false],
  ] as const) {
    const deps = await testDeps();
    onTestFinished(() => deps.close());
    const readOnly = new ReadOnlyReason(FOLLOWS);
    const engine = createEngine({ ...deps, readOnly });
    let reply: (answered: WishAnswer) => void = () => {};
    const turn = new WritingTurn({
      ...{ store: deps.store, journal: realJournal(), readOnly, engine },
      windows: {
        ...ONLY_WINDOW,
        wish: () => new Promise((resolve) => (reply = resolve)),
      },
      newKeeper: () => keptJournal(deps.store, realJournal(), new JournalStanding(), Date.now),
      beginAnew: () => {},
    });
    const wished = turn.wish();
    let isDone = false;
    const made = engine.run('createDeck', 'Neurology', '').finally(() => {
      isDone = true;
    });
    reply(answer);
    expect(await wished).toBe(answer);
    if (isGiven) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(isDone).toBe(false);
      readOnly.because = undefined;
    }
    expect((await made).ok).toBe(isGiven);
    expect(await deps.store.decks.count()).toBe(isGiven ? 1 : 0);
  }
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

test('[SHELL-33] what a closed window had half written is found by the next that writes, behind what is there', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const engine = createEngine({ ...deps, readOnly: new ReadOnlyReason(FOLLOWS) });
  await engine.run('keepDraft', 'add', 'of a window that is closed');
  await engine.run('keepDraft', 'type', 'of a window that is closed, too');
  // Another window, of which this one's name is not known.
  sessionStorage.removeItem('rounds-window');
  const writing = createEngine(deps);
  const kept = async (id: string) => accepted(await writing.ask('draftKept', { id }));
  await writing.run('keepDraft', 'add', 'of the window that writes');
  const { bringInDrafts } = await import('../../src/store/device/drafts.ts');
  const { query } = navigator.locks;
  // While that window lives, what it types is its own.
  await bringInDrafts(deps.store);
  expect(await kept('type')).toBeUndefined();
  navigator.locks.query = async () => ({ held: [], pending: [] });
  await bringInDrafts(deps.store).finally(() => {
    navigator.locks.query = query;
  });
  expect(await kept('type')).toBe('of a window that is closed, too');
  expect(await kept('add')).toBe('of the window that writes');
  await writing.run('dropDraft', 'add');
  expect(await kept('add')).toBe('of a window that is closed');
});

test('[SHELL-33] the last words typed before another window’s turn are in the database then', async () => {
  const deps = await testDeps();
  onTestFinished(() => deps.close());
  const readOnly = new ReadOnlyReason();
  const engine = createEngine({ ...deps, readOnly });
  const journal = realJournal();
  const newKeeper = () => keptJournal(deps.store, journal, new JournalStanding(), Date.now);
  const turn = new WritingTurn({
    ...{ windows: ONLY_WINDOW, store: deps.store, journal, readOnly, engine, newKeeper },
    beginAnew: () => {},
  });
  engine.onGiving(() => void engine.run('keepDraft', 'add', 'the last words'));
  await turn.give();
  expect(engine.readOnlyBecause()).toBe(FOLLOWS);
  expect((await deps.store.drafts.get('add'))?.value).toBe('the last words');
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
