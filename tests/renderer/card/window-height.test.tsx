import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { showCard, until } from './show-card.tsx';

let url = '';
beforeEach(async () => {
  await page.viewport(1000, 800);
  const canvas = Object.assign(document.createElement('canvas'), { width: 500, height: 500 });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  url = URL.createObjectURL(blob as Blob);
});

async function shown(css: string, inner: string) {
  const html = `<p>begin</p>${inner}<p id="end">end</p>`;
  const card = await showCard(html, { css, mediaUrl: async () => url });
  const element = card.document.querySelector('.b') as HTMLElement;
  const isWhole = () => {
    const end = card.document.querySelector('#end')?.getBoundingClientRect();
    return end !== undefined && end.bottom <= card.frame.offsetHeight;
  };
  return { card, element, isWhole };
}

test('[SAFE-25] a picture that may take half of the window does', async () => {
  const { card, element, isWhole } = await shown(
    'img { max-height: 50vh }',
    '<img class=b src="a">',
  );
  await until(() => element.offsetHeight === 400);
  await until(isWhole);
  await page.viewport(1000, 600);
  await until(() => element.offsetHeight === 300);
  await card.change({
    css: '',
    html: '<img class="b" src="a" style="max-height: 20vmin"><p id="end"></p>',
  });
  await until(() => card.document.querySelector<HTMLElement>('.b')?.offsetHeight === 120);
});

test.each([
  ['.b { height: 50vh; overflow: auto }', 400],
  ['.b { min-height: 90vh }', 100],
  ['.b { height: 100vh }', 100],
  ['.b { height: calc(100vh - 20px); margin-top: 30vh }', 100],
  ['.b { padding-bottom: calc(10vh + 10dvh) }', 260],
  ['@media screen { .b { & { padding-top: 10svh !important } } }', 180],
])('[SAFE-25] nothing of a card is cut off: %s', async (css, height) => {
  const { card, element, isWhole } = await shown(
    css,
    '<div class=b><div style="height:100px">x</div></div>',
  );
  await until(isWhole);
  expect(element.offsetHeight).toBe(height);
  for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
  expect(isWhole()).toBe(true);
  expect(card.frame.offsetHeight).toBeLessThan(700);
});

test.each(['.card { writing-mode: vertical-rl }', 'html { writing-mode: sideways-lr !important }'])(
  '[SAFE-25] a card whose page is to be written downwards is there: %s',
  async (css) => {
    const { card, element, isWhole } = await shown(css, '<p class=b>some words to read</p>');
    await until(isWhole);
    expect(element.offsetHeight).toBeGreaterThan(20);
    expect(card.frame.offsetHeight).toBeGreaterThan(60);
  },
);
