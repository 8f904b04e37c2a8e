import { expect, test } from 'vitest';
import { sanitiseHtml } from '../../../../src/renderer/card/safe/sanitise.ts';
import { sanitiseCss, sanitiseStyle } from '../../../../src/renderer/card/safe/sanitise-css.ts';

/** How many plain selectors a sheet stands for. */
function plain(css: string): number {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const count = (rules: CSSRuleList, around: number): number =>
    [...rules].reduce((sum, rule) => {
      const own =
        rule instanceof CSSStyleRule ? around * rule.selectorText.split(',').length : around;
      const inside = 'cssRules' in rule ? count(rule.cssRules as CSSRuleList, own) : 0;
      return sum + (rule instanceof CSSStyleRule ? own : 0) + inside;
    }, 0);
  return count(sheet.cssRules, 1);
}

test.each([
  ['lists in each other', `${'a,b,i,u{'.repeat(16)}color:red${'}'.repeat(16)}`],
  ['names of the one around', `a,b{${'& & & & & & & &{'.repeat(6)}color:red${'}'.repeat(6)}}`],
  ['groups between', `${'a,b,i,u{@media all{'.repeat(16)}color:red${'}}'.repeat(16)}`],
  ['many rules', 'a,b,i,u{color:red}'.repeat(20_000)],
])('[SAFE-18] %s stand for 10,000 selectors at most', (_, css) => {
  expect(plain(sanitiseCss(css))).toBeLessThanOrEqual(10_000);
});

test('[SAFE-18] looks inside of elements are few', () => {
  const css = sanitiseCss(
    `${'a:has(b),'.repeat(30)}i{color:red}${'p:has(q){color:red}'.repeat(90)}`,
  );
  expect(css.split(':has(').length).toBeLessThan(45);
  expect(sanitiseCss('.a:has(.b) { color: red }')).toContain(':has(');
});

test.each([
  'font-size: 99999px',
  'font-size: 900em',
  'width: 1e9px',
  'width: calc(1px * 1000000000)',
  'width: calc(infinity * 1px)',
  'border: 50000px solid',
  'letter-spacing: 40000px',
  'text-indent: 99999px',
  'margin: 0 0 0 30000%',
  'filter: blur(900px)',
  'box-shadow: 0 0 900px red',
  `box-shadow: ${Array(200).fill('0 0 2px red').join(',')}`,
  `background: linear-gradient(${Array(2_000).fill('red').join(',')})`,
  `animation: ${Array(500).fill('a 1s').join(',')}`,
  `content: "${'x'.repeat(5_000)}"`,
  'grid-template-columns: repeat(5000, 1px)',
  'grid-row: 100000',
  'columns: 5000',
  'zoom: 1000',
  'line-height: 90000',
  'transform: scale(90000)',
  'will-change: transform',
  `--a: ${'var(--b) '.repeat(500)}`,
])('[SAFE-18] has no effect: %s', (declaration) => {
  for (const safe of [
    sanitiseCss(`p { ${declaration}; color: red }`),
    sanitiseStyle(`${declaration}; color: red`),
  ]) {
    expect(safe).toContain('color: red');
    expect(safe).not.toMatch(/\d{4}|infinity|900|xxxx|5000|will|var\(/);
  }
});

test('[SAFE-18] variables made of each other come to a bounded text', () => {
  const names = Array.from({ length: 30 }, (_, n) => `--v${n + 1}: var(--v${n}) var(--v${n});`);
  const css = sanitiseCss(`p { --v0: x; ${names.join(' ')} }`);
  expect(css.match(/var\(--v\d+\) var/g)?.length ?? 0).toBeLessThan(7);
  expect(sanitiseStyle('--a: var(--b) var(--b)')).toBe('');
  expect(sanitiseStyle('--a: var(--b)')).toContain('var(--b)');
});

test.each([
  'font-size: 40px',
  'z-index: 2147483647',
  'width: 1200px',
  'margin: 0px 0px 0px -9999px',
  'transition: opacity 0.3s, transform 0.2s',
  'grid-template-columns: repeat(12, 1fr)',
  'text-shadow: rgb(0, 0, 0) 0px 0px 10px',
  'line-height: 1.6',
  'flex-grow: 1',
  'color: rgb(123, 200, 255)',
])('[SAFE-18] stays: %s', (declaration) => {
  const { length } = declaration.split(':')[0] as string;
  expect(sanitiseStyle(declaration)).toContain(declaration.slice(0, length));
});

test('[SAFE-18] spans of a table end where tables do', () => {
  const { body } = sanitiseHtml(
    `<table><tr>${'<td colspan=65534 rowspan=65534 width=99999>a'.repeat(300)}</table><table border=1><tr><td colspan=3>b</table>`,
  );
  const cells = [...body.querySelectorAll('td')];
  expect(Math.max(...cells.map((cell) => cell.colSpan))).toBe(100);
  expect(cells.reduce((sum, cell) => sum + cell.colSpan + cell.rowSpan, 0)).toBeLessThan(6_000);
  expect(body.querySelector('[width]')).toBeNull();
  expect(sanitiseHtml('<td colspan=3>').css).toBe('');
});
