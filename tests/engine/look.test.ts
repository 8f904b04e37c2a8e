import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { makeCopy } from '../../src/engine/commands/copies/copies.ts';
import { COMMANDS, type CommandName } from '../../src/engine/commands/table.ts';
import { type CopyLook, openLook } from '../../src/engine/look/open-look.ts';
import { ONLY_A_LOOK } from '../../src/engine/look/read-only.ts';
import { createWebCopies } from '../../src/platform/copies/web-copies.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { deleteLooks, openToRead } from '../../src/store/place/look-place.ts';
import {
  accepted,
  answerFirst,
  problemOf,
  sampleDeck,
  type TestDeps,
  testDeps,
} from '../support/deps.ts';

const started = (file: URL) => new Worker(file, { type: 'module' });
const workers = {
  build: () => started(new URL('../../src/engine/workers/look-worker.ts', import.meta.url)),
  library: () => started(new URL('../../src/engine/workers/library-worker.ts', import.meta.url)),
  planner: () => started(new URL('../../src/engine/workers/plan-worker.ts', import.meta.url)),
  writer: () => started(new URL('../../src/engine/workers/write-worker.ts', import.meta.url)),
};
const place = createWebCopies(() =>
  started(new URL('../../src/platform/copies/copies-worker.ts', import.meta.url)),
);
let deps: TestDeps;
let look: CopyLook | undefined;

beforeEach(async () => {
  deps = await testDeps(undefined, crypto.randomUUID());
  Object.assign(deps, { platform: createWebPlatform(undefined, place) });
  accepted(await loadDeck(deps, sampleDeck(12), NO_CHOICE, 'program'));
  for (let given = 0; given < 3; given++) await answerFirst(deps);
});
afterEach(async () => {
  await look?.close();
  look = undefined;
  deps.close();
});

async function copyOfNow(): Promise<Blob> {
  const { name } = accepted(await makeCopy(deps, 'asked'));
  return accepted(await place.open(name));
}

async function lookAt(content: Blob): Promise<CopyLook> {
  look = accepted(await openLook(deps, { content, isOwnCopy: true }, workers, () => true));
  return look;
}

async function lookNames(): Promise<string[]> {
  const there = await indexedDB.databases();
  return there.flatMap(({ name }) => (name?.startsWith('rounds-look') ? [name] : []));
}

async function isThere(): Promise<boolean> {
  return (await lookNames()).length > 0;
}

test('[COPY-19] a copy shows decks, cards, answers and searches as they were then', async () => {
  const content = await copyOfNow();
  await answerFirst(deps);
  const { engine } = await lookAt(content);
  const sort = { column: 'sortField', descending: false } as const;
  const found = accepted(await engine.ask('find', { text: 'rated:1', mode: 'cards', sort }));
  expect(found.total).toBe(3);
  const rows = accepted(await engine.ask('rows', { token: found.token, from: 0, to: 1 }));
  const cardId = rows[0]?.cardIds[0];
  if (!cardId) throw new Error('no card was found');
  expect(accepted(await engine.ask('card', { cardId }))?.history).toHaveLength(1);
  expect(accepted(await engine.ask('decks'))).toHaveLength(1);
});

test('[COPY-19] every verb there is is refused, and so is every write to the database', async () => {
  const before = await hashOf(deps.store);
  const { engine } = await lookAt(await copyOfNow());
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    const run = engine.run as (name: CommandName) => Promise<unknown>;
    expect(await run(name), name).toEqual(ONLY_A_LOOK);
  }
  const db = accepted(await openToRead({ name: (await lookNames())[0] ?? '' }));
  const hash = await hashOf(db);
  for (const table of db.tables) {
    await expect(table.clear(), table.name).rejects.toThrow();
    await expect(table.put({ id: 'x', sha256: 'x' } as never), table.name).rejects.toThrow();
  }
  expect(await hashOf(db)).toBe(hash);
  db.close();
  expect(await hashOf(deps.store)).toBe(before);
});

test('[COPY-19] what was built for a look is gone when it is closed, and a new one begins with nothing', async () => {
  const content = await copyOfNow();
  const first = await lookAt(content);
  expect(await isThere()).toBe(true);
  await first.close();
  expect(await isThere()).toBe(false);
  await answerFirst(deps);
  const { engine } = await lookAt(await copyOfNow());
  const sort = { column: 'sortField', descending: false } as const;
  expect(accepted(await engine.ask('find', { text: 'rated:1', mode: 'cards', sort })).total).toBe(
    4,
  );
});

test('[COPY-19] two looks at once are two; what a killed one has left goes, and an open one stays', async () => {
  const before = await copyOfNow();
  await answerFirst(deps);
  const other = await lookAt(before);
  const asked = { content: await copyOfNow(), isOwnCopy: true };
  const second = accepted(await openLook(deps, asked, workers, () => true));
  const day = { today: 20_514 };
  const answers = async ({ engine }: CopyLook) => accepted(await engine.ask('daysNotSaved', day));
  expect(await lookNames()).toHaveLength(2);
  await new Promise<void>((resolve) => {
    const left = indexedDB.open('rounds-look-killed', 1);
    left.onsuccess = () => resolve(left.result.close());
  });
  await deleteLooks();
  expect(await lookNames()).toHaveLength(2);
  expect(await answers(other)).toEqual(await answers(second));
  await second.close();
  expect(await lookNames()).toHaveLength(1);
  expect(accepted(await other.engine.ask('decks'))).toHaveLength(1);
});

test('[COPY-19] a file that is damaged is said, and leaves nothing', async () => {
  const bytes = new Uint8Array(await (await copyOfNow()).arrayBuffer());
  const cut = new Blob([bytes.slice(0, bytes.length / 2)]);
  for (const isOwnCopy of [false, true]) {
    const asked = { content: cut, isOwnCopy };
    const problem = problemOf(await openLook(deps, asked, workers, () => true));
    expect(problem.what).toMatch(/end of (the file|this copy) is missing/);
    expect(problem.todo).toMatch(isOwnCopy ? /^Take another copy/ : /^Copy or download it/);
  }
  expect(await isThere()).toBe(false);
});
