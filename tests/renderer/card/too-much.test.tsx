import { expect, test } from 'vitest';
import { showCard } from './show-card.tsx';

/** Each of these ended Chromium's process or held it up for 20 s and more, before there were bounds. */
const CARDS: readonly [name: string, html: string, css?: string][] = [
  ['inline blocks in each other', `${'<span style="display:inline-block">'.repeat(400)}end`],
  ['columns in each other', `${'<div style="columns:2">a'.repeat(40)}end`],
  [
    'columns by a style sheet',
    `${'<div>a'.repeat(50)}end`,
    'div { columns: 3 } div div { columns: 2 }',
  ],
  [
    'columns of inline blocks',
    `${'<span>a'.repeat(300)}end`,
    '#qa * { display: inline-block; columns: 1; break-inside: avoid }',
  ],
  [
    'all that is dear to lay out',
    `${'<a><b><i></i>'.repeat(300)}end`,
    '#qa * { display: inline-block; overflow: auto; container-type: inline-size; writing-mode: vertical-rl } #qa :nth-child(odd) { writing-mode: horizontal-tb } #qa *::before { content: "a"; float: left } #qa *::first-letter { float: left }',
  ],
  ['tables in each other', `${'<table><tr><td>'.repeat(300)}end`],
  ['readings in each other', `${'<ruby>a<rt>b'.repeat(300)}end`],
  ['details in each other', `${'<details open><summary>s</summary>'.repeat(300)}end`],
  [
    'flexible boxes in each other',
    `${'<div>a'.repeat(300)}end`,
    'div { display: flex; flex-direction: column; height: 90% } div div { display: grid }',
  ],
  ['a formula of fractions', `\\(${'\\frac{1}{'.repeat(300)}x${'}'.repeat(300)}\\) end`],
  [
    'a formula that stands in boxes',
    `${'<span>'.repeat(55)}\\(${'\\frac{1}{'.repeat(7)}x${'}'.repeat(7)}\\) end`,
    '#qa * { display: inline-block; columns: 1; break-inside: avoid }',
  ],
  ['a definition', `\\(\\def\\a{${'x'.repeat(370)}}${'\\a'.repeat(190)}\\) end`],
  ['a long formula', `\\(${'x'.repeat(49_000)}\\) end`],
  ['selectors in each other', '<b>end</b>', `${'a,b,i,u{'.repeat(16)}color:red${'}'.repeat(16)}`],
  ['spans', `<table><tr>${'<td colspan=65534 rowspan=65534>a'.repeat(50)}</table>end`],
  ['attributes', `end<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
  ['elements never closed', `end${'<div>'.repeat(100_000)}`],
  ['shadows', '<p>end', 'p { box-shadow: 0 0 90000px red; filter: blur(9999px) }'],
  [
    'rows of a grid',
    '<p>end',
    'body, #qa { display: grid; grid: repeat(9999999, 1px) / repeat(9999999, 1px) } p { grid-area: 9999999 / 9999999 }',
  ],
];

test.each(CARDS)(
  '[SAFE-17] [SAFE-18] [SAFE-19] %s: the card is there',
  async (_name, html, css) => {
    const { root, frame, document } = await showCard(html, { css: css ?? '' });
    expect(root.textContent).toContain('end');
    expect(frame.offsetHeight).toBeGreaterThan(0);
    // A box in the frame can be asked for: its layout came to an end.
    expect(document.body.getBoundingClientRect().width).toBeGreaterThan(0);
    root.replaceChildren();
  },
);

test('[SAFE-18] columns in columns are none, one deep they stay', async () => {
  const { document } = await showCard('<div style="columns:2"><p style="columns:2">a</p></div>');
  const styleOf = (selector: string) => {
    const element = document.querySelector(selector);
    return element && document.defaultView?.getComputedStyle(element).columnCount;
  };
  expect(styleOf('div[style]')).toBe('2');
  expect(styleOf('p')).toBe('auto');
});
