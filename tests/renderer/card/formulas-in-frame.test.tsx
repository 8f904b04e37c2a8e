import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFormulasIn } from '../../../src/renderer/card/maths/maths.ts';
import { startMathsWorker } from './maths/start-maths-worker.ts';
import { madeReady, showCard, until } from './show-card.tsx';

beforeAll(() => readFormulasIn(startMathsWorker));
afterAll(() => readFormulasIn(undefined));

const MATRIX = `\\[\\begin{pmatrix}${Array(12).fill('1&2&3').join('\\\\')}\\end{pmatrix}\\]`;
/** Too long for the page's own thread, and for one slice. */
const MANY = Array.from({ length: 60 }, (_, n) => `\\(x_{${n}}^{2}+\\frac{a}{b}\\)`).join(' ');

test('[SAFE-24] what a worker draws comes into the card, which is as high as it then is', async () => {
  const heights: number[] = [];
  const card = await showCard(`\\(\\def\\q{}x\\) ${MATRIX.replace('1', '\\def\\q{}1')}`, {
    onHeight: (height) => heights.push(height),
  });
  await until(() => card.root.querySelectorAll('.katex').length === 2);
  await until(() => heights.at(-1) === card.document.documentElement.scrollHeight);
  expect(card.root.querySelector('.waiting-formula')).toBeNull();
  expect(heights.at(-1)).toBeGreaterThan(200);
});

test('[SAFE-24] many formulas are all there in the end, and none of them in the card after', async () => {
  const card = await showCard(`${MANY} all`);
  await until(() => card.root.querySelectorAll('.katex').length === 60);
  await card.change({ html: `${MANY.replaceAll('a', 'c')} more` });
  await card.change({ html: 'next' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(card.root.textContent).toBe('next');
});

test('[REVIEW-13] formulas of the answer that only the worker reads are drawn while the question is looked at', async () => {
  const answer = `Q<hr>\\(\\def\\p{y}\\p^2\\)`;
  const card = await madeReady(
    () => showCard('Q', { following: { html: answer, css: '' } }),
    { html: answer, isFront: false },
    (root) => root.querySelector('.katex') !== null,
  );
  expect(card.root.querySelectorAll('.katex')).toHaveLength(1);
  expect(card.root.querySelector('.waiting-formula')).toBeNull();
});

test('[TEMPLATE-32] the colours of a formula can be read in the dark, each by itself', async () => {
  const card = await showCard(
    '<span style="color:#000">\\(x\\)</span> \\(\\textcolor{black}{y}\\textcolor{red}{z}+1\\)',
    { theme: 'dark' },
  );
  await until(() => card.root.querySelectorAll('.katex').length === 2);
  const colourOf = (sign: string) => {
    const leaves = [...card.root.querySelectorAll('.katex-html .mathnormal')];
    const leaf = leaves.find(({ textContent }) => textContent === sign);
    return leaf && card.document.defaultView?.getComputedStyle(leaf).color;
  };
  await until(() => colourOf('x') !== 'rgb(0, 0, 0)' && colourOf('y') !== 'rgb(0, 0, 0)');
  expect(colourOf('z')).toBe('rgb(255, 0, 0)');
});
