/** Every process ended at once, at a moment by chance, while something is done. */
export const KILLS = [
  {
    name: 'killed while grading',
    trials: 80,
    together: 20,
    starts: 1,
    isNewDay: true,
    isQuick: true,
    async fault(trial) {
      const { person } = trial;
      await person.begin();
      await trial.killedWhile(1200, async () => {
        for (let answers = 0; answers < 30; answers++) {
          await person.answer();
          if (trial.random() < 0.2) {
            await person.undo();
            await person.answer();
          }
        }
      });
    },
  },
  {
    name: 'killed while adding notes',
    trials: 30,
    together: 10,
    starts: 1,
    async fault(trial) {
      const { person, number } = trial;
      await person.openAdd();
      await trial.killedWhile(1500, async () => {
        for (let notes = 0; ; notes++) await person.addNote(`Written ${number}-${notes}.`);
      });
    },
  },
  {
    name: 'killed while editing',
    trials: 30,
    together: 1,
    starts: 1,
    async fault(trial) {
      const { person } = trial;
      await person.openAdd();
      await person.addNote('Edited 0 times');
      person.texts.clear();
      await person.edit();
      await trial.killedWhile(1500, async () => {
        for (;;) await person.edit();
      });
    },
  },
  {
    name: 'killed while loading a deck',
    trials: 30,
    together: 5,
    starts: 1,
    fault: (trial) =>
      trial.killedWhile(1800, () => trial.person.loadDeck(`Load${trial.number}`, 400)),
  },
  {
    name: 'killed while a copy is made',
    trials: 30,
    together: 10,
    starts: 1,
    async before({ person, rounds }) {
      await rounds.open('');
      await person.begin();
      await person.answer();
      await person.openSettings();
      await person.makeCopy();
    },
    async fault(trial) {
      await trial.person.openSettings();
      await trial.killedWhile(500, async () => {
        for (;;) {
          await trial.person.makeCopy();
          await trial.person.openSettings();
        }
      });
    },
    judge: (trial, stored) =>
      trial.person.misses(stored) ?? copiesMissed(trial, trial.person.copies),
  },
  {
    name: 'killed while restoring',
    trials: 30,
    together: 10,
    starts: 1,
    async before({ person, rounds }) {
      await person.begin();
      for (let answers = 0; answers < 2; answers++) await person.answer();
      await person.openSettings();
      await person.makeCopy();
      await rounds.open('');
      await person.begin();
      for (let answers = 0; answers < 3; answers++) await person.answer();
      await person.openSettings();
      await person.makeCopy();
    },
    async fault(trial) {
      await trial.person.openSettings();
      await trial.killedWhile(1500, async () => {
        for (;;) await trial.person.restore(Math.floor(trial.random() * 10));
      });
    },
    async judge(trial, { reviews }) {
      if (reviews !== 2 && reviews !== 5) return `${reviews} answers, and copies have 2 and 5`;
      return copiesMissed(trial, 2);
    },
  },
  {
    name: 'killed while cards are put back',
    trials: 20,
    together: 10,
    starts: 1,
    isNewDay: true,
    async fault(trial) {
      const { rounds, person } = trial;
      await person.begin();
      for (let answers = 0; answers < 3; answers++) await person.answer();
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
      await trial.killedWhile(900, () => rounds.page.goto(rounds.server.address));
    },
  },
  {
    name: 'killed while cards of an older Rounds are carried over',
    trials: 20,
    together: 1,
    starts: 1,
    async fault(trial) {
      const { rounds, person } = trial;
      await person.begin();
      for (let answers = 0; answers < 4; answers++) await person.answer();
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.page.evaluate(asBeforeBuckets);
      await trial.killedWhile(700, () => rounds.page.goto(rounds.server.address));
    },
  },
];

/** Whether the copies are there, and each can be read. */
async function copiesMissed({ person, rounds }, least) {
  await person.openSettings();
  const copies = rounds.page
    .getByRole('list', { name: 'Copies', exact: true })
    .getByRole('listitem');
  await person.showAllCopies();
  const texts = await copies.allInnerTexts();
  const bad = texts.find((text) => text.includes('cannot be read'));
  if (bad) return `a copy that is listed: ${bad.replace(/\s+/g, ' ')}`;
  return texts.length < least ? `${texts.length} of ${least} copies` : undefined;
}

/** In the page: the collection where it lay before buckets, and neither bucket nor journal. */
async function asBeforeBuckets() {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const bucket = await navigator.storageBuckets.open('rounds-cards');
  const from = await settled(bucket.indexedDB.open('rounds'));
  const rows = new Map();
  for (const name of from.objectStoreNames)
    rows.set(name, await settled(from.transaction(name).objectStore(name).getAll()));
  await settled(indexedDB.deleteDatabase('rounds'));
  const request = indexedDB.open('rounds', from.version);
  request.onupgradeneeded = () => {
    for (const [name, all] of rows) {
      const old = from.transaction(name).objectStore(name);
      const table = request.result.createObjectStore(name, {
        keyPath: old.keyPath,
        autoIncrement: old.autoIncrement,
      });
      for (const index of old.indexNames) {
        const { keyPath, unique, multiEntry } = old.index(index);
        table.createIndex(index, keyPath, { unique, multiEntry });
      }
      for (const row of all) table.put(row);
    }
  };
  (await settled(request)).close();
  from.close();
  for (const name of await navigator.storageBuckets.keys())
    await navigator.storageBuckets.delete(name);
}
