/** The browser ended at once shortly after cards were drawn: none of them is to blame. */
import { pause } from '../trial.mjs';

/** Drawing takes a good part of a second so, as on an old machine: a note of it is met more often. */
const SLOWER = 8;
/** A card drawn takes this long to be written down by the browser, or longer. */
const SECONDS = 5_000;

export const DRAWN_CARDS = [
  {
    name: 'killed just after a card was drawn',
    trials: 40,
    together: 20,
    starts: 1,
    isNewDay: true,
    async fault(trial) {
      const { rounds, person } = trial;
      await person.begin();
      await rounds.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const endsAt = performance.now() + SECONDS * (1 + trial.random());
      while (performance.now() < endsAt) await person.answer();
      await pause(trial.random() * 300);
      await rounds.kill();
      await rounds.start({ at: 'review' });
      const { page } = rounds;
      const shown = page.getByRole('button', { name: /^Show answer/ });
      await shown.or(rounds.today).first().waitFor();
      if (await rounds.today.isVisible()) return `the start was Today: ${await rounds.text()}`;
      const marked = await page.evaluate(() => localStorage.getItem('rounds.undrawn'));
      return marked === null ? undefined : `passed over: ${marked}`;
    },
  },
];
