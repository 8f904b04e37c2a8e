import { SHORT_ATTACKS } from '../support/attack-strings.ts';
import { expect, test } from './app.ts';
import { watch } from './hostile-collection.ts';

test.use({ allowedErrors: [/./] });

test('[SAFE-8] on a bare page the attack strings do run and send requests, and are noticed', async ({
  app,
}) => {
  const { page, context } = app;
  const watched = await watch(context, page);
  await context.route(/\.invalid\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>bare</p>' }),
  );
  await page.goto('http://bare.invalid/');
  const ran = await page.evaluate(
    async (texts) => {
      const marked = window as unknown as { __hacked?: unknown };
      let count = 0;
      for (const text of texts) {
        delete marked.__hacked;
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument?.write(text);
        await new Promise((resolve) => setTimeout(resolve, 40));
        if ('__hacked' in marked) count++;
        frame.remove();
      }
      marked.__hacked = 1;
      return count;
    },
    SHORT_ATTACKS.map(({ text }) => text),
  );
  expect(SHORT_ATTACKS.length).toBeGreaterThan(200);
  expect(ran).toBeGreaterThan(40);
  const happened = await watched.happened();
  expect(happened).toContain('a script ran');
  const away = happened.filter((each) => each.startsWith('request: http://attacker.invalid'));
  expect(new Set(away).size).toBeGreaterThan(30);
});
