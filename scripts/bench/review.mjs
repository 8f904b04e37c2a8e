/** The review as its user feels it: from a grade's key until the next card is painted. */
import { gzipSync } from 'node:zlib';
import { ratioOf } from './report.mjs';

/** One frame of an ordinary screen. */
const FRAME_MILLIS = 1000 / 60;
/** Answers in the session at which the next card is looked at again. */
const LATER = [200, 1_000, 2_000];
const FIRST_SCRIPT_KB = 110;

/** From key to paint beside the raw strict answer of the same run; `measureRaw` gives its timings. */
export async function measurePainted({ bench, size, cards, say }) {
  say(`Measuring: next card painted, ${size.toLocaleString('en')} cards.`);
  const profile = String(size);
  await bench.inPage(profile, async (call) => {
    await call('keepJournal');
    await call('beginAnew');
  });
  const millis = await bench.study(profile, cards);
  const raw = await bench.inPage(profile, (call) => call('measure', 'answer', cards));
  const { rawMillis } = raw;
  const row = { size, against: 'get card; put card, review, operation; strict' };
  return [
    ratioOf({ ...row, name: 'next card painted' }, { millis, rawMillis }),
    ratioOf(
      {
        ...row,
        name: 'next card painted, p95',
        aim: 2,
        against: 'the same, 95th percentiles, beyond one frame',
        part: 0.95,
      },
      { millis: millis.map((each) => Math.max(0.01, each - FRAME_MILLIS)), rawMillis },
    ),
  ];
}

/** The next card after many answers of one session, against the next card after none. */
export async function measureLater({ bench, size, cards, isSmall, say }) {
  const profile = String(size);
  await bench.inPage(profile, (call) => call('beginAnew'));
  const rawMillis = await bench.study(profile, cards);
  let answered = cards;
  const results = [];
  for (const after of isSmall ? [20] : LATER) {
    say(`Measuring: next card after ${after} answers.`);
    await bench.inPage(profile, (call) => call('answerMany', Math.max(0, after - answered)));
    const millis = await bench.study(profile, cards);
    answered = Math.max(after, answered) + cards;
    const name = `next card after ${after.toLocaleString('en')}`;
    results.push(
      ratioOf({ name, size, aim: 1.1, against: 'the same after none' }, { millis, rawMillis }),
    );
  }
  return results;
}

/** Kilobytes of gzipped script that are there before the first card is. */
export async function measureFirstScript({ bench, size, say }) {
  say('Measuring: script before the first card.');
  const bodies = await bench.scriptsBeforeFirstCard(String(size));
  const kilobytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  return ratioOf(
    { name: 'first script, KB', size, aim: 1, against: `${FIRST_SCRIPT_KB} KB, gzipped` },
    { millis: [kilobytes], rawMillis: [FIRST_SCRIPT_KB] },
  );
}

/** Runs in the page. Reveals, looks for a while, grades Good, and waits for the next question's paint. */
export async function studyCards({ cards, lookMillis }) {
  const frame = () => new Promise(requestAnimationFrame);
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const shown = () => {
    const faces = [...document.querySelectorAll('.card-face iframe')];
    const face = faces.find(
      (each) => each.offsetHeight > 0 && each.checkVisibility({ visibilityProperty: true }),
    );
    return face?.contentDocument?.getElementById('qa')?.textContent.trim() ?? '';
  };
  const isAsking = () => document.querySelector('button.show-answer') !== null;
  const press = (key) => {
    const target = document.activeElement ?? document.body;
    const said = { key, code: `Digit${key}`, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', said));
  };
  const until = async (isThere) => {
    const began = performance.now();
    while (!isThere()) {
      await frame();
      if (performance.now() - began > 120_000) throw new Error('the review stands still');
    }
  };
  const millis = [];
  for (let card = 0; card < cards; card++) {
    await until(() => isAsking() && shown() !== '');
    const question = shown();
    document.querySelector('button.show-answer').click();
    await until(() => !isAsking() && shown() !== question);
    await new Promise((resolve) => setTimeout(resolve, lookMillis));
    const answer = shown();
    const began = performance.now();
    press('3');
    await until(() => isAsking() && shown() !== '' && shown() !== answer);
    await afterPaint();
    millis.push(performance.now() - began);
  }
  return millis;
}
