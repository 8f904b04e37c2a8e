/** Files of the database cut, zeroed and deleted between two starts. */
import { open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

export const TORN_FILES = [
  torn(
    'log cut by 7 bytes',
    cutLog((size) => size - 7),
    { isQuick: true },
  ),
  torn(
    'log cut to a half',
    cutLog((size) => size / 2),
  ),
  torn('last 4 KB of the log zeroed', zeroLog),
  torn('log deleted', gone(/\.log$/)),
  torn('MANIFEST halved', halved(/^MANIFEST/)),
  torn('MANIFEST deleted', gone(/^MANIFEST/)),
  torn('CURRENT deleted', gone(/^CURRENT$/)),
  torn('CURRENT emptied', emptied(/^CURRENT$/)),
  torn('a table file deleted', gone(/\.ldb$/), { isLarge: true, together: 1 }),
  torn('a block of a table file zeroed', zeroTable, {
    isLarge: true,
    together: 1,
    async after(trial) {
      const { person, rounds } = trial;
      // The check must not make it worse; and the journal has all that the block had.
      await rounds.start();
      const why = await trial.comesToToday();
      if (why) return why;
      await person.openSettings();
      await rounds.page.getByRole('button', { name: 'Check the collection' }).click();
      const { page } = rounds;
      const offer = page.getByRole('button', { name: 'Put the cards back' });
      const outcome = page.getByText(/as it should be|differ|Nothing was changed/);
      await offer.or(outcome).first().waitFor();
      // The closing of the database may be heard of after the check.
      await offer.waitFor({ timeout: 5_000 }).catch(() => {});
      trial.said.push(await rounds.text());
      if (await offer.isVisible()) {
        const loaded = page.waitForEvent('load');
        await offer.click();
        await loaded;
        const left = await trial.comesToToday();
        if (left) return left;
        const names = await page.evaluate(() => navigator.storageBuckets.keys());
        return names.includes('rounds-cards') ? undefined : 'the damaged database is not kept';
      }
      // The block was none that anything reads.
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
      return undefined;
    },
  }),
  {
    name: 'the browser’s list of its buckets zeroed',
    trials: 20,
    together: 1,
    async fault({ person, rounds }) {
      await person.begin();
      for (let answers = 0; answers < 3; answers++) await person.answer();
      await person.openSettings();
      await person.makeCopy();
      await rounds.kill();
      // The browser then deletes every bucket: cards, journal, and the copies beside it.
      const list = join(rounds.folder, 'Default', 'WebStorage', 'QuotaManager');
      await zeroed(list, 0, (await stat(list)).size);
    },
  },
];

function torn(name, damage, { isLarge = false, after, ...rest } = {}) {
  return {
    name,
    trials: 20,
    isNewDay: true,
    ...rest,
    async before({ person, rounds }) {
      if (isLarge) await person.loadDeck('Large', 3000, 1000);
      await rounds.open('');
    },
    async fault(trial) {
      const { person, rounds } = trial;
      await person.begin();
      for (let answers = 0; answers < 4; answers++) await person.answer();
      await rounds.kill();
      await damage(rounds.databaseFolder());
      return after?.(trial);
    },
  };
}

/** Cuts the newest log of the database, by so many bytes or to such a part. */
function cutLog(left) {
  return async (folder) => {
    const log = await newest(folder, /\.log$/);
    const { size } = await stat(log);
    await truncate(log, Math.max(0, Math.floor(left(size))));
  };
}

async function zeroLog(folder) {
  const log = await newest(folder, /\.log$/);
  await zeroed(log, Math.max(0, (await stat(log)).size - 4096), 4096);
}

/** A block in the middle of the largest table. */
async function zeroTable(folder) {
  const table = await newest(folder, /\.ldb$/);
  await zeroed(table, Math.floor((await stat(table)).size / 2), 4096);
}

async function zeroed(path, from, most) {
  const bytes = Math.min((await stat(path)).size - from, most);
  const file = await open(path, 'r+');
  await file.write(new Uint8Array(bytes), 0, bytes, from);
  await file.close();
}

function gone(pattern) {
  return async (folder) => {
    for (const name of await readdir(folder)) if (pattern.test(name)) await rm(join(folder, name));
  };
}

function halved(pattern) {
  return async (folder) => {
    const file = await newest(folder, pattern);
    await truncate(file, Math.floor((await stat(file)).size / 2));
  };
}

function emptied(pattern) {
  return async (folder) => truncate(await newest(folder, pattern), 0);
}

async function newest(folder, pattern) {
  const found = [];
  for (const name of await readdir(folder)) {
    if (!pattern.test(name)) continue;
    const path = join(folder, name);
    found.push({ path, at: (await stat(path)).mtimeMs });
  }
  found.sort((a, b) => b.at - a.at);
  if (!found[0]) throw new Error(`${folder} has no file like ${pattern}`);
  return found[0].path;
}
