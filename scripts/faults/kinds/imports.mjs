/** Every process ended at once while a file comes in, or is taken back: whole or nothing. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A whole collection of Anki's, with pictures and a log. */
const COLLECTION = fileURLToPath(
  new URL('../../../tests/exchange/anki/fixtures/whole.colpkg', import.meta.url),
);
const EXPECTED = JSON.parse(
  readFileSync(new URL('../../../tests/exchange/anki/fixtures/expected.json', import.meta.url)),
);
/** The first day on which that collection is not of the future. */
const DAY = 300;
const ROWS = 2500;

export const IMPORTS = [
  {
    name: 'killed while a file is imported',
    trials: 40,
    together: 4,
    starts: 1,
    before: onItsDay,
    async fault(trial) {
      const { person, number } = trial;
      // Every other one is a long table; a collection comes once on the same data.
      const name = `Table${number}`;
      if (number % 2 === 0) person.decks.set(name, { notes: ROWS, isAccepted: false });
      await trial.killedWhile(4000, async () => {
        await imported(trial, number % 2 === 0 ? tableOf(name) : COLLECTION);
        if (number % 2 === 0) person.decks.set(name, { notes: ROWS, isAccepted: true });
      });
    },
    judge: wholeOrNothing,
  },
  {
    name: 'killed while an import is taken back',
    trials: 20,
    together: 1,
    starts: 1,
    async before(trial) {
      await onItsDay(trial);
      await imported(trial, tableOf('Taken'));
      await imported(trial, COLLECTION);
    },
    async fault(trial) {
      const { person, rounds } = trial;
      person.decks.set('Taken', { notes: ROWS, isAccepted: false });
      await opened(rounds, 'import?earlier');
      const button = rounds.page.getByRole('button', { name: 'Take this import back…' });
      await button.last().click();
      await rounds.page.getByRole('button', { name: 'Take it back' }).click({ trial: true });
      await trial.killedWhile(1500, async () => {
        await rounds.page.getByRole('button', { name: 'Take it back' }).click();
        await rounds.page.getByText('It was taken back.').waitFor();
      });
    },
    judge: wholeOrNothing,
  },
];

async function onItsDay({ rounds }) {
  await rounds.kill();
  rounds.day = DAY;
  await rounds.start();
  await rounds.today.waitFor();
}

/** The import's page, as it is before there is a file. */
async function opened(rounds, place) {
  await rounds.open('');
  await rounds.today.waitFor();
  await rounds.open(place);
}

/** A file is chosen, looked at and imported; done when its report is there. */
async function imported({ rounds }, file) {
  const { page } = rounds;
  await opened(rounds, 'import');
  const choosing = page.waitForEvent('filechooser');
  // Killed before it is waited for.
  choosing.catch(() => {});
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles(file);
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.getByRole('button', { name: 'Save the report…' }).waitFor();
}

function tableOf(name) {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${name} ${at}?\t${'long '.repeat(20)}${at}`,
  );
  const text = `#separator:tab\n#html:false\n#deck:${name}\n${rows.join('\n')}\n`;
  return { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Of the collection everything is there or nothing, and a check of all finds nothing. */
async function wholeOrNothing({ rounds, person }, stored) {
  const missed = person.misses(stored);
  if (missed) return missed;
  const { brought, media, blobs } = await rounds.page.evaluate(inTables);
  const isWhole = brought === EXPECTED.notes && media > 0 && blobs >= media;
  if (!isWhole && brought + media > 0) {
    return `${brought} of ${EXPECTED.notes} notes of the collection, with ${media} files`;
  }
  await rounds.open('settings');
  await rounds.page.getByRole('button', { name: 'Check the collection' }).click();
  await rounds.page.getByText(/^State [0-9a-f]{16}$/).waitFor();
  const text = await rounds.text();
  return text.includes('every card is as it should be') ? undefined : `a check says: ${text}`;
}

/** In the page: notes that came with what Anki says of them, the files' names and their contents. */
async function inTables() {
  const names = await navigator.storageBuckets.keys();
  const [newest] = names
    .filter((name) => name.startsWith('rounds-cards'))
    .sort()
    .reverse();
  const bucket = await navigator.storageBuckets.open(newest);
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(bucket.indexedDB.open('rounds'));
  try {
    const table = (name) => db.transaction(name).objectStore(name);
    const notes = await settled(table('notes').getAll());
    return {
      brought: notes.filter(({ foreign }) => foreign !== undefined).length,
      media: await settled(table('media').count()),
      blobs: await settled(table('blobs').count()),
    };
  } finally {
    db.close();
  }
}
