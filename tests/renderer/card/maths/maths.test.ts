import { expect, test } from 'vitest';
import { drawAllMaths, drawMaths } from '../../../../src/renderer/card/maths/maths.ts';
import { sanitiseHtml } from '../../../../src/renderer/card/safe/sanitise.ts';

async function drawn(html: string): Promise<HTMLElement> {
  const { body } = sanitiseHtml(html);
  await drawAllMaths(body);
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  return holder;
}

/** What KaTeX took each formula for, in order. */
function sources(holder: HTMLElement): (string | null)[] {
  return [...holder.querySelectorAll('annotation')].map(({ textContent }) => textContent);
}

test.each([
  ['a \\(x^2\\) b', ['x^2']],
  ['\\[\\frac{a}{b}\\]', ['\\frac{a}{b}']],
  ['[$]x[/$] and [$$]y[/$$]', ['x', 'y']],
  ['[latex]z_1[/latex]', ['z_1']],
  ['[latex]$\\alpha$[/latex]', ['\\alpha']],
  ['[latex]area $\\pi r^2$ here[/latex]', ['\\text{area $\\pi r^2$ here}']],
  ['\\(a &lt; b\\)', ['a < b']],
  ['\\(a<br>+ b\\)', ['a + b']],
  ['<div>\\[x<br>y\\]</div><p>\\(z\\)</p>', ['x y', 'z']],
  ['\\(\\frac{<span class="cloze" data-hidden="">[…]</span>}{<b>b</b>}\\)', ['\\frac{{[…]}}{{b}}']],
  ['<b>\\(x\\)</b> \\(y\\)', ['x', 'y']],
  ['\\(x\\)\\(y\\)\\[z\\]', ['x', 'y', 'z']],
  ['\\(\\fcolorbox{red}{aqua}{x} \\pmb{y}\\)', ['\\fcolorbox{red}{aqua}{x} \\pmb{y}']],
])('[SAFE-6] drawn: %s', async (html, expected) => {
  const holder = await drawn(html);
  expect(sources(holder)).toEqual(expected);
  expect(holder.textContent).not.toMatch(/\\[()[\]]|\[\/?(\$|latex)/);
});

test('[SAFE-6] display formulas stand alone, others in the line', async () => {
  const holder = await drawn('\\[a\\] \\(b\\) [$$]c[/$$] [latex]d[/latex]');
  expect(holder.querySelectorAll('.katex-display')).toHaveLength(3);
  expect(holder.querySelectorAll('.katex')).toHaveLength(4);
});

test.each([
  'price $5 and $6',
  '\\( never closed',
  'closed \\) only',
  '\\(\\) \\[ \\]',
  '[$] and [latex]',
  '<code>\\(x\\)</code> <pre>\\[y\\]</pre>',
  '\\(a<p>b</p>c\\)',
  '[1] [2] (3)',
])('[SAFE-6] left as written: %s', async (html) => {
  const holder = await drawn(html);
  expect(holder.querySelector('.katex')).toBeNull();
  expect(holder.textContent).toBe(
    new DOMParser().parseFromString(html, 'text/html').body.textContent,
  );
});

test('[SAFE-6] a formula that cannot be read stays as written, and says why', async () => {
  const holder = await drawn('before \\(\\frac{a\\) after \\(x\\)');
  const unread = holder.querySelector<HTMLElement>('.unreadable-formula');
  expect(unread?.textContent).toBe('\\(\\frac{a\\)');
  expect(unread?.title).toMatch(/expected '}'/);
  expect(sources(holder)).toEqual(['x']);
});

test.each([
  '\\href{https://example.org}{x}',
  '\\url{javascript:1}',
  '\\includegraphics{https://example.org/a.png}',
  '\\htmlData{a=b}{x}',
  '\\htmlStyle{color:red}{x}',
  '\\htmlClass{a}{x}',
  '\\htmlId{a}{x}',
])('[SAFE-6] %s leads nowhere out of the formula', async (tex) => {
  const holder = await drawn(`\\(${tex}\\)`);
  expect(holder.querySelector('a, img, [id], [data-a], .a, [href], [src]')).toBeNull();
});

test('[SAFE-6] what a formula defines ends with it', async () => {
  await drawn('\\(\\gdef\\alpha{b} \\gdef\\mine{c} \\mine\\)');
  const holder = await drawn('\\(\\alpha\\) \\(\\mine\\)');
  expect(holder.querySelector('.katex-html')?.textContent).toBe('α');
  expect(holder.querySelector('.unreadable-formula')?.textContent).toBe('\\(\\mine\\)');
});

test('[SAFE-6] no amount of maths holds up the screen', async () => {
  const many = await drawn('\\(x\\)'.repeat(3_000));
  expect(many.querySelectorAll('.katex')).toHaveLength(300);
  expect(many.textContent).toContain('\\(x\\)');
  expect((await drawn(`\\(${'x'.repeat(60_000)}\\)`)).querySelector('.katex')).toBeNull();
  expect((await drawn('\\('.repeat(50_000))).querySelector('.katex')).toBeNull();
  expect((await drawn(`\\(${'{'.repeat(20_000)}\\)`)).querySelector('.katex')).toBeNull();
  expect((await drawn('\\(\\def\\a{\\a\\a}\\a\\)')).querySelector('.katex')).toBeNull();
  expect(
    (await drawn('<br>'.repeat(20_000) + '\\(x\\)'.repeat(900))).querySelector('.katex'),
  ).not.toBeNull();
});

test.each([
  ['fractions', '\\frac{1}{', '}'],
  ['exponents', 'x^{', '}'],
  ['accents', '\\hat{', '}'],
  ['wide accents', '\\widehat{', '}'],
  ['binomials', '\\binom{1}{', '}'],
  ['matrices', '\\begin{matrix}', '\\end{matrix}'],
  ['cases', '\\begin{cases}', '\\end{cases}'],
  ['roots', '\\sqrt{', '}'],
  ['lines over', '\\overline{', '}'],
  ['brackets', '\\left(', '\\right)'],
  ['text', '\\text{', '}'],
  ['boxes', '\\boxed{', '}'],
  ['braces under', '\\underbrace{', '}'],
  ['stacks', '\\stackrel{a}{', '}'],
  ['colours', '\\textcolor{red}{', '}'],
  ['sizes', '{\\Large ', '}'],
  ['phantoms', '\\phantom{', '}'],
  ['arrows', '\\xrightarrow{', '}'],
  ['raised boxes', '\\raisebox{1em}{$', '$}'],
  ['choices', '\\mathchoice{a}{b}{c}{', '}'],
])('[SAFE-17] %s are drawn to a depth of 110 elements and no deeper', async (_, open, close) => {
  const nested = (levels: number) => drawn(`\\(${open.repeat(levels)}x${close.repeat(levels)}\\)`);
  expect((await nested(8)).querySelector('.katex')).not.toBeNull();
  for (let levels = 10; levels < 1_000; levels = Math.ceil(levels * 1.4)) {
    expect(depthOf(await nested(levels))).toBeLessThanOrEqual(110);
  }
  const beyond = await nested(300);
  expect(beyond.querySelector('.katex')).toBeNull();
  expect(beyond.textContent).toContain(open.repeat(300));
  expect(beyond.querySelector<HTMLElement>('.unreadable-formula')?.title).not.toBe('');
});

test('[SAFE-17] what stands deep already leaves a formula less depth', async () => {
  const formula = `\\(${'\\frac{1}{'.repeat(14)}x${'}'.repeat(14)}\\)`;
  expect((await drawn(formula)).querySelector('.katex')).not.toBeNull();
  const deep = await drawn(`${'<div>'.repeat(40)}${formula}`);
  expect(deep.querySelector('.katex')).toBeNull();
  expect(deep.querySelector('.unreadable-formula')).not.toBeNull();
});

test.each([
  ['used often', `\\def\\a{${'x'.repeat(370)}}${'\\a'.repeat(190)}`],
  ['of itself', '\\def\\a{\\a\\a}\\a'],
  ['doubling', '\\def\\a#1{#1#1}'.concat('\\a{'.repeat(30), 'x', '}'.repeat(30))],
  ['multiplying', `\\def\\a#1{${'#1'.repeat(300)}}\\a{\\a{\\a{xxxx}}}`],
  ['for everywhere', `\\gdef\\a{${'y'.repeat(400)}}${'\\a'.repeat(90)}`],
  ['anew', `\\newcommand{\\a}{${'z'.repeat(400)}}${'\\a'.repeat(90)}`],
  ['by copies', `\\def\\a{${'z'.repeat(400)}}\\let\\b=\\a${'\\b'.repeat(90)}`],
  [
    'worked out',
    [
      '\\def\\a{xx}',
      ...[...'bcdefghijk'].map((n, i) => `\\edef\\${n}{${`\\${'abcdefghij'[i]}`.repeat(9)}}`),
      '\\k',
    ].join(''),
  ],
  ['put off', `\\def\\a{${'x'.repeat(400)}}${'\\expandafter\\a\\a'.repeat(90)}`],
])('[SAFE-17] definitions %s come to a bounded number of signs', async (_, tex) => {
  const holder = await drawn(`\\(${tex}\\) \\(${tex}\\) \\(z\\)`);
  expect(holder.querySelectorAll('*').length).toBeLessThan(200);
  expect(holder.querySelectorAll('.unreadable-formula').length).toBe(2);
  expect(sources(holder)).toEqual(['z']);
});

test.each(['x', 'x^2', '\\frac12', 'a&b\\\\', '\\sqrt x'])(
  '[SAFE-17] however many %s: 15,000 nodes are drawn at most, and the rest is there',
  async (unit) => {
    const wrap = (tex: string) => (tex.includes('&') ? `\\begin{matrix}${tex}\\end{matrix}` : tex);
    for (const times of [500, 2_000, 8_000]) {
      const holder = await drawn(`\\(${wrap(unit.repeat(times))}\\) \\(y\\)`);
      expect(holder.querySelectorAll('*').length).toBeLessThan(15_100);
      expect(holder.textContent).toContain(unit);
    }
    const many = await drawn(`\\(${wrap(unit.repeat(600))}\\) `.repeat(40));
    expect(many.querySelectorAll('*').length).toBeLessThan(15_100);
    expect(many.textContent).toMatch(/Only \d+ formulas are drawn/);
  },
);

function depthOf(root: Element): number {
  let depth = 0;
  let level = [...root.children];
  for (; level.length > 0; level = level.flatMap(({ children }) => [...children])) depth += 1;
  return depth;
}

test('[SAFE-6] once KaTeX is here, formulas are drawn at once', async () => {
  await drawn('\\(x\\)');
  expect(drawMaths(sanitiseHtml('\\(y\\)').body)).toBeUndefined();
  expect(drawMaths(sanitiseHtml('no formula').body)).toBeUndefined();
});

test.each([
  ['one after the other', '\\(a\\) '],
  ['a line each', '\\(b\\)<br>'],
  ['a paragraph each', '<p>\\(c\\)</p>'],
])(
  '[LARGE-5] of 20,000 formulas, %s, the first 300 are drawn and the rest is there',
  async (_, one) => {
    const holder = await drawn(one.repeat(20_000));
    expect(sources(holder)).toHaveLength(300);
    expect(holder.textContent).toContain('Only 300 formulas are drawn');
    const rest = holder.textContent?.match(/\\\([abc]\\\)/g) ?? [];
    expect(rest).toHaveLength(19_700);
  },
);

test('[LARGE-5] looking for formulas takes as many steps as there are nodes, not their square', async () => {
  const steps = async (lines: number): Promise<number> => {
    const { body } = sanitiseHtml(`${'\\(a\\)<br>'.repeat(200)}${'text<br>'.repeat(lines)}`);
    const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
    if (!data?.get) throw new Error('no getter');
    const { get } = data;
    let looks = 0;
    Object.defineProperty(CharacterData.prototype, 'data', {
      ...data,
      get() {
        looks++;
        return get.call(this);
      },
    });
    try {
      await drawAllMaths(body);
    } finally {
      Object.defineProperty(CharacterData.prototype, 'data', data);
    }
    return looks;
  };
  await steps(10);
  expect(await steps(8000)).toBeLessThan(2 * 8000 + 2000);
});

test.each([
  String.raw`\ce{2H2 + O2 -> 2H2O}`,
  String.raw`\pu{123 kJ/mol}`,
  String.raw`\mbox{a b}`,
  String.raw`\cancelto{0}{x}`,
  String.raw`\prescript{14}{6}{C}`,
  String.raw`\begin{eqnarray}a&=&b\\c&=&d\end{eqnarray}`,
  String.raw`\begin{multline*}\shoveleft{a}\\b\end{multline*}`,
  String.raw`\begin{align}a&=b\end{align}`,
  String.raw`\sideset{_a^b}{_c^d}\sum_{i}^{n} x`,
  String.raw`\pmatrix{a & {b} \cr c & d}`,
  String.raw`\root{n+1}\of{x+1}`,
  String.raw`\enclose{updiagonalstrike}{a} \bbox[red]{b} \unicode{x3b1}`,
  String.raw`\DeclareMathOperator{\q}{qq}\q x`,
  String.raw`\begin{xalignat}{2}a&=b\end{xalignat}`,
  String.raw`\skew{3}\hat{A} \raise 2pt {b} \buildrel a \over b`,
])('[SAFE-6] %s, which MathJax draws, is drawn within a line and on its own', async (tex) => {
  const root = document.createElement('div');
  root.append(`\\(${tex}\\) `, document.createElement('p'), `\\[${tex}\\]`);
  await drawAllMaths(root);
  expect(
    [...root.querySelectorAll<HTMLElement>('.unreadable-formula')].map(({ title }) => title),
  ).toEqual([]);
  expect(root.querySelectorAll('.katex').length).toBe(2);
});

test('[SAFE-6] what neither has is named in the notice', async () => {
  const root = document.createElement('div');
  root.append(String.raw`\(\nosuchthing{x}\)`);
  await drawAllMaths(root);
  expect(root.querySelector<HTMLElement>('.unreadable-formula')?.title).toContain('\\nosuchthing');
});
