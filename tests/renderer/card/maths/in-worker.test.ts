import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  drawAllMaths,
  drawMaths,
  readFormulasIn,
} from '../../../../src/renderer/card/maths/maths.ts';
import { sanitiseHtml } from '../../../../src/renderer/card/safe/sanitise.ts';
import { startMathsWorker } from './start-maths-worker.ts';

let started = 0;
beforeAll(() => {
  readFormulasIn(() => {
    started++;
    return startMathsWorker();
  });
});
// The files of a shard share the page's modules.
afterAll(() => readFormulasIn(undefined));

function sideOf(html: string): HTMLElement {
  const { body } = sanitiseHtml(html);
  const side = body.ownerDocument.createElement('div');
  side.append(body);
  return side;
}

async function drawn(html: string): Promise<HTMLElement> {
  const side = sideOf(html);
  await drawAllMaths(side);
  return side;
}

/** Formulas that only the worker reads: each as its own, beside a definition that is not used. */
const IN_WORKER = '\\def\\unused{}';

test('[SAFE-23] small formulas are drawn at once, without a worker', async () => {
  await drawn('\\(a\\)');
  const before = started;
  const side = sideOf('\\(x^2\\) and \\[\\frac{a}{b}\\]');
  expect(drawMaths(side)).toBeUndefined();
  expect(side.querySelectorAll('.katex')).toHaveLength(2);
  expect(started).toBe(before);
});

test.each([
  'x^2',
  '\\frac{a}{b}',
  '\\sqrt[3]{x+1}',
  '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
  '\\left\\{\\sum_{i=1}^{n} x_i\\right\\}',
  '\\widehat{abc}\\xrightarrow[u]{o}\\overbrace{x+y}^{n}',
  '\\cancel{x}\\boxed{y}\\textcolor{red}{z}\\rule{1em}{2em}',
  '\\text{é ü} f\\hspace{1em}\\mathbb{R}\\boldsymbol{q}',
  '\\ce{2H2 + O2 -> 2H2O}',
  '\\fcolorbox{red}{aqua}{x}\\Large y',
  '\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}',
])('[SAFE-23] %s comes out of the worker as the page would draw it', async (tex) => {
  const [here, there] = [
    await drawn(`\\(${tex}\\)\\[${tex}\\]`),
    await drawn(`\\(${IN_WORKER}${tex}\\)\\[${IN_WORKER}${tex}\\]`),
  ];
  expect(here.querySelectorAll('.katex')).toHaveLength(2);
  expect(there.innerHTML.replaceAll(IN_WORKER, '')).toBe(here.innerHTML);
});

test('[SAFE-24] until a formula is there its source stands quietly, and a side waits a moment for it', async () => {
  const tex = `${IN_WORKER}y+1`;
  const side = sideOf(`<p>before \\(${tex}\\) after \\(z\\)</p>`);
  const underWay = drawMaths(side);
  const waiting = side.querySelector('.waiting-formula');
  expect(waiting?.textContent).toBe(`\\(${tex}\\)`);
  expect(side.querySelectorAll('.katex')).toHaveLength(1);
  await underWay?.soon;
  await underWay?.rest();
  expect(side.querySelector('.waiting-formula')).toBeNull();
  expect(side.querySelectorAll('.katex')).toHaveLength(2);
  expect(side.querySelector('.undrawn')).toBeNull();
});

test('[SAFE-24] what was read once is drawn at once: the answer has the formulas of the question', async () => {
  const formula = `\\(${IN_WORKER}q^2\\)`;
  await drawn(formula);
  const side = sideOf(`${formula}<hr>${formula}`);
  expect(drawMaths(side)).toBeUndefined();
  expect(side.querySelectorAll('.katex')).toHaveLength(2);
});

test('[SAFE-24] many nodes come a slice a frame, and none once the card is another', async () => {
  const formulas = Array.from({ length: 24 }, (_, place) => `\\(${'x^2+'.repeat(14)}${place}\\) `);
  await drawn(formulas.join(''));
  const slices: number[] = [];
  const side = sideOf(formulas.join(''));
  const underWay = drawMaths(side);
  expect(underWay?.soon).toBeUndefined();
  const count = () => side.querySelectorAll('.katex *').length;
  slices.push(count());
  await underWay?.rest(() => {
    slices.push(count());
    return true;
  });
  slices.push(count());
  expect(side.querySelectorAll('.katex')).toHaveLength(24);
  expect(slices.length).toBeGreaterThan(3);
  for (const [place, nodes] of slices.entries()) {
    expect(nodes - (slices[place - 1] ?? 0)).toBeLessThanOrEqual(2_500);
  }
  const left = sideOf(formulas.join(''));
  await drawMaths(left)?.rest(() => false);
  expect(left.querySelectorAll('.katex').length).toBeLessThan(24);
});

const NEIGHBOURS: readonly (readonly [name: string, tex: string])[] = [
  ['recursion', '\\newcommand{\\a}{\\a\\a}\\a'],
  ['recursion with an argument', '\\newcommand{\\a}[1]{#1\\a{#1#1}}\\a{x}'],
  ['signs', 'x'.repeat(49_000)],
  ['columns', `\\begin{array}{${'c'.repeat(2_000)}}${'&'.repeat(2_000)}\\end{array}`],
  ['columns of a matrix', `\\begin{matrix}${'&'.repeat(4_900)}\\end{matrix}`],
  ['rules', '\\rule{1000000em}{1em}'.repeat(200)],
  ['kerns', '\\kern1000000em'.repeat(300)],
  ['spaces', '\\hspace{1000000em}'.repeat(250)],
  ['phantoms', `${'\\phantom{'.repeat(300)}x${'}'.repeat(300)}`],
  ['colours', '\\color{red}'.repeat(400)],
  ['open groups', '{'.repeat(4_900)],
  ['closed groups', '}'.repeat(4_900)],
  ['marks on a sign', `a${'\u0301'.repeat(4_900)}`],
  ['marks', 'a\u0301\u0302\u0303'.repeat(1_200)],
  ['primes', `x${"'".repeat(4_900)}`],
];
test.each(NEIGHBOURS)(
  '[SAFE-23] %s beyond measure leave the others drawn, and are there',
  async (_, tex) => {
    const side = await drawn(`\\(${tex}\\) \\(z\\)`);
    expect(side.querySelectorAll('*').length).toBeLessThan(8_100);
    expect([...side.querySelectorAll('annotation')].at(-1)?.textContent).toBe('z');
    // Widths end at fifty times the text's size, whatever is asked for.
    for (const wide of side.querySelectorAll<HTMLElement>('[style*="em"]')) {
      for (const length of wide.style.cssText.matchAll(/([\d.]+)em/g)) {
        expect(Number(length[1])).toBeLessThanOrEqual(60);
      }
    }
  },
);

test('[SAFE-17] a line says how many formulas are too much; a mistake says so itself', async () => {
  const long = await drawn(`\\(${'x'.repeat(5_001)}\\) \\(a\\)`);
  expect(long.querySelector('.undrawn')?.textContent).toMatch(
    /^One formula is too much to be drawn/,
  );
  expect(long.querySelector('.unreadable-formula')?.textContent).toHaveLength(5_005);
  const two = await drawn(`\\(${'x'.repeat(5_002)}\\) \\(a\\) \\(${'x'.repeat(5_003)}\\)`);
  expect(two.querySelector('.undrawn')?.textContent).toMatch(/^2 formulas are too much/);
  expect((await drawn('\\(\\frac{a\\)')).querySelector('.undrawn')).toBeNull();
});
