/** The faults, made really: what is done to the data while Rounds runs, or between two starts. */
import { open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

/** Cuts the newest log of the database, by so many bytes or to such a part. */
const cutLog = (left) => async (trial) => {
  const log = await newest(await trial.databaseFolder(), /\.log$/);
  const { size } = await stat(log);
  await truncate(log, Math.max(0, Math.floor(left(size))));
};

const zeroLog = async (trial) => {
  const log = await newest(await trial.databaseFolder(), /\.log$/);
  const { size } = await stat(log);
  const bytes = Math.min(size, 4096);
  const file = await open(log, 'r+');
  await file.write(new Uint8Array(bytes), 0, bytes, size - bytes);
  await file.close();
};

const gone = (pattern) => async (trial) => {
  const folder = await trial.databaseFolder();
  for (const name of await readdir(folder)) if (pattern.test(name)) await rm(join(folder, name));
};

const halved = (pattern) => async (trial) => {
  const file = await newest(await trial.databaseFolder(), pattern);
  await truncate(file, Math.floor((await stat(file)).size / 2));
};

/** `isQuick`: of the few that `npm test` tries, once each; a kind for each way to lose something. */
export const KINDS = [
  { name: 'killed while grading', trials: 20, answers: 6, isKilledAtKey: true, isQuick: true },
  {
    name: 'log cut by 7 bytes',
    trials: 20,
    answers: 8,
    isQuick: true,
    between: cutLog((size) => size - 7),
  },
  { name: 'log cut to a half', trials: 20, answers: 8, between: cutLog((size) => size / 2) },
  { name: 'last 4 KB of the log zeroed', trials: 20, answers: 8, between: zeroLog },
  { name: 'log deleted', trials: 20, answers: 8, between: gone(/\.log$/) },
  { name: 'MANIFEST halved', trials: 20, answers: 8, between: halved(/^MANIFEST/) },
  { name: 'MANIFEST deleted', trials: 20, answers: 8, between: gone(/^MANIFEST/) },
  { name: 'CURRENT deleted', trials: 20, answers: 8, between: gone(/^CURRENT$/) },
  { name: 'a table file deleted', trials: 20, answers: 8, isLarge: true, between: gone(/\.ldb$/) },
  {
    name: 'the database deleted under the program',
    trials: 20,
    answers: 8,
    isQuick: true,
    whileOpen: (trial) =>
      trial.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards')),
  },
  { name: 'disk full while grading', trials: 50, answers: 4, isLarge: true, fillsDisk: true },
];

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
