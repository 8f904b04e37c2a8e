/** The desktop shell: its journal is files that main writes, and no browser reaches. */
import { rm } from 'node:fs/promises';

/** What can happen there as in a browser. */
const AS_IN_A_BROWSER = new Set([
  'killed while grading',
  'killed while adding notes',
  'killed while loading a deck',
  'killed while cards are put back',
  'log cut by 7 bytes',
  'log deleted',
  'MANIFEST deleted',
  'CURRENT deleted',
  'disk full while grading',
  'disk full while loading a deck',
  'the database deleted under the program',
  'bits flipped in the journal, checked, and then the database gone',
  'bits flipped in the journal, and the database gone',
  'the page crashes',
]);

/** So many answers are given before main's files are damaged. */
const ANSWERS = 4;

const OWN = [
  {
    name: 'the end of the journal cut, and then the database gone',
    trials: 20,
    isQuick: true,
    fault: (trial) =>
      completed(trial, (rounds) => rounds.cutJournal(1 + Math.floor(trial.random() * 400))),
  },
  {
    name: 'the journal deleted, and then the database gone',
    trials: 10,
    fault: (trial) =>
      completed(trial, ({ journalFolder }) => rm(journalFolder, { recursive: true })),
  },
];

/** The kinds of the desktop shell, half as often as in the browser. */
export function desktopOf(kinds) {
  const shared = kinds
    .filter(({ name }) => AS_IN_A_BROWSER.has(name))
    .map((kind) => ({ ...kind, trials: Math.ceil(kind.trials / 2), isQuick: false }));
  return [...shared, ...OWN].map((kind) => ({
    ...kind,
    name: `desktop: ${kind.name}`,
    isDesktop: true,
  }));
}

/** What the journal loses is completed from the database at the next start: then it alone has everything. */
async function completed(trial, damage) {
  const { person, rounds } = trial;
  await person.begin();
  for (let answers = 0; answers < ANSWERS; answers++) await person.answer();
  await rounds.kill();
  await damage(rounds);
  await rounds.start();
  const why = await trial.comesToToday();
  if (why) return why;
  await person.begin();
  await person.answer();
  await rounds.kill();
  await rounds.start({ isBeside: true });
  await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
  return undefined;
}
