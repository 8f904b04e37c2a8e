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
  const away = new Set<string>();
  context.on('request', (request) => {
    if (request.url().startsWith('http://attacker.invalid')) away.add(request.url());
  });
  // Each in a frame and with a mark of its own, so that none has to be given a time to run in.
  await page.evaluate(
    async (texts) => {
      for (const [at, text] of texts.entries()) {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument?.write(text.replaceAll('__hacked', `__hacked${at}`));
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    SHORT_ATTACKS.map(({ text }) => text),
  );
  expect(SHORT_ATTACKS.length).toBeGreaterThan(200);
  const ran = () =>
    page.evaluate(() => Object.keys(window).filter((name) => /^__hacked\d*$/.test(name)).length);
  await expect.poll(ran).toBeGreaterThan(40);
  await expect.poll(() => away.size).toBeGreaterThan(30);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    Object.assign(window, { __hacked: 1 });
  });
  const happened = await watched.happened();
  expect(happened).toContain('a script ran');
  const noticed = happened.filter((each) => each.startsWith('request: http://attacker.invalid'));
  expect(new Set(noticed).size).toBeGreaterThan(30);
});
