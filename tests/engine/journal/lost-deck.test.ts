import { beforeEach, expect, test } from 'vitest';
import { parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import type { Recovered } from '../../../src/engine/journal/recovery/recover.ts';
import { type DeviceId, operationIdOf } from '../../../src/kernel/ids.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { accepted, answerFirst, type TestDeps } from '../../support/deps.ts';
import { keepJournal, linesRead, putBack, withJournal } from '../../support/kept-journal.ts';

const TEXT =
  '# Vessels\n\n- deck: vessels\n- source: a test\n\n## All\n\n' +
  ['aorta', 'vein', 'lung'].map((each) => `### ${each}\nQ: ${each}?\nA: yes\n`).join('\n');

const own = withJournal();
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  ({ deps, files } = await own.device());
  keepJournal(deps, files);
  accepted(await loadDeck(deps, parseDeck(TEXT), NO_CHOICE, 'program'));
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
});

/** The journal with some of its lines damaged where they are read; line 1 brings the deck. */
function damaged(...lines: number[]): JournalFiles {
  return linesRead(files, (all) =>
    all.map((line, at) => (lines.includes(at) ? line.replaceAll(/[{:,]/g, '\0') : line)),
  );
}

async function back(
  from: JournalFiles,
  shippedText?: string,
): Promise<{ db: RoundsDatabase; report: Recovered }> {
  const db = await own.emptyDatabase();
  const elsewhere = shippedText === undefined ? {} : { shippedText };
  const { report } = await putBack(db, from, elsewhere);
  return { db, report };
}

test('[JOURNAL-10] answers whose deck is lost are named with the deck, and kept', async () => {
  const { db, report } = await back(damaged(1));
  expect(report.lost.map(({ name }) => name)).toContain('3 answers to cards of the deck “vessels”');
  expect(report.lost.at(-1)?.why).toContain('the step that brought the deck is lost');
  expect(await db.operations.count()).toBe(3);
});

test('[JOURNAL-10] a lost answer is named, and so are later ones to its card that go with it', async () => {
  const before = deps.store.operations.orderBy('id');
  const { cardId } = ((await before.last())?.body ?? {}) as { cardId?: string };
  deps.advance(60 * 24 * 30);
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  const rows = await deps.store.operations.orderBy('id').toArray();
  const again = rows.slice(4).filter(({ body }) => (body as { cardId?: string }).cardId === cardId);
  expect(again.length).toBeGreaterThan(0);
  const { report } = await back(damaged(4));
  const many = again.length === 1 ? '1 answer' : `${again.length} answers`;
  expect(report.lost.map(({ name }) => name)).toContain(`${many} to cards of the deck “Vessels”`);
});

test('[JOURNAL-10] the deck that comes with Rounds is loaded again in the place of its lost step', async () => {
  const { db, report } = await back(damaged(1), TEXT);
  expect(report.loadedAgain).toBe('Vessels');
  expect(report.operations).toBe(3);
  expect(report.lost.some(({ name }) => name.includes('answer'))).toBe(false);
  expect(await db.reviews.count()).toBe(3);
  const schedules = async ({ cards }: RoundsDatabase) =>
    (await cards.toArray()).map(({ id, schedule }) => ({ id, schedule }));
  expect(await schedules(db)).toEqual(await schedules(deps.store));
  // The number of the lost step is given to no other.
  const device = await deps.store.device.get('device');
  const first = operationIdOf(device?.deviceId ?? ('' as DeviceId), 0);
  expect(await db.operations.get(first)).toBeUndefined();
});

test('[JOURNAL-10] a deck whose step is there is not loaded again', async () => {
  const { db, report } = await back(damaged(2), TEXT);
  expect(report.loadedAgain).toBeUndefined();
  expect(await db.operations.where('id').above('').count()).toBe(3);
});
