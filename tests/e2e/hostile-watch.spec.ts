import { SHORT_ATTACKS } from '../support/attack-strings.ts';
import { expect, test } from './app.ts';
import { watch } from './hostile-collection.ts';

/** Most of the attacks are on what a browser no longer does. */
const ENOUGH = 40;

test.use({ allowedErrors: [/./] });

test('[SAFE-8] on a bare page the attack strings do run and send requests, and are noticed', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const { page, context } = app;
  const watched = await watch(context, page);
  await context.route(/\.invalid\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>bare</p>' }),
  );
  await page.goto('http://bare.invalid/');
  const ran = await page.evaluate(
    async ({ texts, enough }) => {
      const marked = window as unknown as { __hacked?: unknown };
      let waiting = texts;
      // What a busy machine has not run in the blink of an eye gets longer.
      for (const patienceMillis of [40, 200, 1000]) {
        if (texts.length - waiting.length > enough) break;
        const quiet: string[] = [];
        for (const text of waiting) {
          delete marked.__hacked;
          const frame = document.createElement('iframe');
          document.body.append(frame);
          frame.contentDocument?.write(text);
          await new Promise((resolve) => setTimeout(resolve, patienceMillis));
          if (!('__hacked' in marked)) quiet.push(text);
          frame.remove();
        }
        waiting = quiet;
      }
      marked.__hacked = 1;
      return texts.length - waiting.length;
    },
    { texts: SHORT_ATTACKS.map(({ text }) => text), enough: ENOUGH },
  );
  expect(SHORT_ATTACKS.length).toBeGreaterThan(200);
  expect(ran).toBeGreaterThan(ENOUGH);
  const happened = await watched.happened();
  expect(happened).toContain('a script ran');
  const away = happened.filter((each) => each.startsWith('request: http://attacker.invalid'));
  expect(new Set(away).size).toBeGreaterThan(30);
});
