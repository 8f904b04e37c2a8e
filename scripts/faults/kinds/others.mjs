/** Clocks, bits in journals and copies, quota, windows, a crash, a database that is taken away. */
export const OTHERS = [
  {
    name: 'the database deleted under the program',
    trials: 20,
    isQuick: true,
    isNewDay: true,
    async fault({ person, rounds }) {
      await person.begin();
      for (let answers = 0; answers < 4; answers++) await person.answer();
      await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
    },
  },
  {
    name: 'the clock a day back, ten years on, and right again',
    trials: 10,
    async fault(trial) {
      const { person, rounds } = trial;
      const day = rounds.day;
      for (const moved of [0, -1, 3653]) {
        rounds.day = day + moved;
        await rounds.kill();
        await rounds.start();
        await trial.comesToToday();
        await person.begin();
        for (let answers = 0; answers < 2; answers++) await person.answer();
      }
      rounds.day = day + 1;
      await rounds.kill();
      await rounds.start();
      await trial.comesToToday();
      const future = rounds.page.getByText(/answered up to .* in the future/);
      await future.waitFor();
      await rounds.page.getByRole('button', { name: /^Count (it|them) as today’s$/ }).click();
      await future.waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'bits flipped in the journal, checked, and then the database gone',
    trials: 20,
    together: 1,
    isNewDay: true,
    async fault(trial) {
      const { person, rounds } = trial;
      await person.begin();
      for (let answers = 0; answers < 3; answers++) await person.answer();
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.flipJournalBits(drawn(trial, 6));
      // The check writes what was damaged again: afterwards the journal alone has everything.
      await rounds.page.goto(rounds.server.address);
      await trial.comesToToday();
      await person.openSettings();
      await rounds.page.getByRole('button', { name: 'Check the collection' }).click();
      await rounds.page
        .getByText(/checked/)
        .first()
        .waitFor();
      trial.said.push(await rounds.text());
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
    },
  },
  {
    name: 'bits flipped in the journal, and the database gone',
    trials: 20,
    together: 1,
    async fault(trial) {
      const { person, rounds } = trial;
      await person.begin();
      for (let answers = 0; answers < 6; answers++) await person.answer();
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.flipJournalBits(drawn(trial, 2));
      await rounds.page.evaluate(() => navigator.storageBuckets.delete('rounds-cards'));
    },
    /** One answer may be lost with the bit that was flipped in it, where that is said. */
    judge({ person, said }, stored) {
      const isNamed = said.some((each) => /could not be put back/.test(each));
      const missing = person.answers - stored.reviews;
      if (missing > 1 || (missing > 0 && !isNamed)) return person.misses(stored);
      return undefined;
    },
  },
  {
    name: 'bits flipped in a copy',
    trials: 20,
    starts: 1,
    async before({ person, rounds }) {
      await person.begin();
      await person.answer();
      await person.openSettings();
      await person.makeCopy();
      await rounds.open('');
      await person.begin();
      await person.answer();
    },
    async fault(trial) {
      const { person, rounds } = trial;
      await rounds.kill();
      await rounds.start({ isBeside: true });
      await rounds.flipBitsOfCopies(drawn(trial, 2));
      await rounds.page.goto(rounds.server.address);
      await person.openSettings();
      const restore = rounds.page.getByRole('button', { name: /^Restore the copy of/ }).first();
      await restore.waitFor();
      if (await restore.isEnabled()) {
        await restore.click();
        await rounds.page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
        await rounds.page
          .getByText(/damaged|not what was saved|missing|no collection|another program|newer/)
          .first()
          .waitFor();
      }
      trial.said.push(await rounds.text());
    },
  },
  {
    name: 'no quota',
    trials: 10,
    isNewDay: true,
    async fault(trial) {
      const { person, rounds } = trial;
      const { origin } = new URL(rounds.server.address);
      await person.begin();
      await person.answer();
      await rounds.session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await person.answer(3_000).catch(() => {});
      trial.said.push(await rounds.text());
      await rounds.session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  },
  {
    name: 'a second window',
    trials: 10,
    isNewDay: true,
    starts: 1,
    async fault({ person, rounds }) {
      await person.begin();
      const first = rounds.page;
      const second = await rounds.context.newPage();
      await second.goto(rounds.server.address);
      // It follows, and writes once the first is gone.
      const offer = second.getByRole('button', { name: 'Use this window' });
      await offer.waitFor();
      await person.answer();
      await first.close();
      await offer.waitFor({ state: 'hidden' });
      rounds.page = second;
      await second
        .getByRole('button', { name: /^(Begin|Continue|Show answer)/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'the page crashes',
    trials: 10,
    isNewDay: true,
    starts: 1,
    async fault({ person, rounds }) {
      await person.begin();
      for (let answers = 0; answers < 2; answers++) await person.answer();
      const crashed = new Promise((resolve) => rounds.page.once('crash', resolve));
      void rounds.session.send('Page.crash').catch(() => {});
      await crashed;
      rounds.page = await rounds.context.newPage();
      rounds.page.setDefaultTimeout(30_000);
      await rounds.page.goto(rounds.server.address);
      await person.begin();
      await person.undo();
      await person.answer();
    },
  },
];

function drawn({ random }, count) {
  return Array.from({ length: count }, () => random());
}
