import { expect, test } from 'vitest';
import { madeReady, showCard, until } from './show-card.tsx';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const PICTURE = `<img src="${DOT}" alt="a dot">`;

test('[REVIEW-13] a picture of both sides is the same element on the answer', async () => {
  const card = await showCard(`<p>What is it? ${PICTURE}</p>`);
  const picture = card.root.querySelector('img');
  await card.change({ html: `<p>What is it? ${PICTURE}</p><hr>${PICTURE} A dot.`, isFront: false });
  const [first, second] = card.root.querySelectorAll('img');
  expect(first).toBe(picture);
  expect(second).not.toBe(picture);
  expect(card.root.textContent).toContain('A dot.');
});

test('[REVIEW-13] a picture of another card is not kept for one that differs', async () => {
  const card = await showCard(PICTURE);
  const picture = card.root.querySelector('img');
  await card.change({ html: `<img src="${DOT}" alt="another">` });
  expect(card.root.querySelector('img')).not.toBe(picture);
  expect(card.root.querySelector('img')?.alt).toBe('another');
});

test('[REVIEW-13] the media of the answer are asked for while the question is looked at, once', async () => {
  let asked: string[] = [];
  const bytes = await (await fetch(DOT)).blob();
  const url = URL.createObjectURL(bytes);
  const answer = { html: 'Q<hr><img src="dot.gif"> \\(x^2\\)', css: '' };
  const mediaUrl = async (name: string) => {
    asked.push(name);
    return url;
  };
  const look = async () => {
    asked = [];
    const card = await showCard('Q', { following: answer, mediaUrl });
    await until(() => asked.length === 1);
    return card;
  };
  // The formula's library comes with the first formula, which may not be ready before the answer.
  const isDrawn = (root: HTMLElement) =>
    asked.length === 1 && root.querySelector('.katex') !== null;
  const card = await madeReady(look, { html: answer.html, isFront: false }, isDrawn);
  expect(card.root.querySelector('img')?.src).toBe(url);
  expect(asked).toEqual(['dot.gif']);
  URL.revokeObjectURL(url);
});
