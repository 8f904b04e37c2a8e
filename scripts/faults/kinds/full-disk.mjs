/** A small disk that is really full, up to some last bytes, and then freed. */
import { rm } from 'node:fs/promises';

/** So many bytes are left: writes fail at once, or in their middle. */
const LEFT = [0, 0, 100_000, 1_000_000];
const REFUSED_MILLIS = 4_000;
const MADE = /A copy of [\d,]+ cards was made/;
const OF_A_FULL_DISK = /disk is full|disk takes no more|free some space|disk has space/i;

export const FULL_DISK = [
  full('disk full while grading', 50, async ({ person }) => {
    for (let tries = 0; tries < 2; tries++) await person.answer(REFUSED_MILLIS);
  }),
  full('disk full while loading a deck', 15, ({ person, number }) =>
    person.loadDeck(`Refused${number}`, 2000, 500, REFUSED_MILLIS),
  ),
  full('disk full while a copy is made', 15, ({ person }) => person.makeCopy(REFUSED_MILLIS)),
];

function full(name, trials, work) {
  return {
    name,
    trials,
    together: 5,
    isNewDay: true,
    fillsDisk: true,
    async before({ person, rounds }) {
      // Several megabytes: the browser spares what is small when it clears a full disk.
      await person.loadDeck('Large', 3000, 1000);
      await rounds.open('');
    },
    async fault(trial) {
      const { person, rounds } = trial;
      if (/copy/.test(name)) await person.openSettings();
      else await person.begin();
      if (/grading/.test(name)) await person.answer();
      const left = LEFT[trial.number % LEFT.length];
      const filler = await rounds.fill(left);
      const isRefused = await work(trial).then(
        () => false,
        () => true,
      );
      const said = await saidOn(rounds);
      await rounds.kill();
      await rm(filler);
      if (!isRefused) return undefined;
      if (said === undefined) {
        trial.said.push('(the browser ended by itself)');
        return undefined;
      }
      trial.said.push(said);
      // It still fitted, and only took longer than was waited for.
      if (/copy/.test(name) && MADE.test(said)) {
        person.copies++;
        return undefined;
      }
      return OF_A_FULL_DISK.test(said)
        ? undefined
        : `on a full disk it said “${said.slice(0, 400)}”`;
    },
  };
}

/** What stands there once nothing is under way any more; undefined: a full disk ended the browser. */
async function saidOn(rounds) {
  try {
    // On a busy machine it may take longer than `work` has waited.
    const working = rounds.page.locator('.work-line').first();
    await working.waitFor({ state: 'hidden' }).catch(() => {});
    return await rounds.text();
  } catch (error) {
    if (/has been closed/.test(String(error))) return undefined;
    throw error;
  }
}
