import { expect, test } from 'vitest';
import { isReadable } from '../../../../src/domain/template/html/readable.ts';

test.each([
  ['nothing', ''],
  ['a table', `<table>${'<tr><td>a<td>b'.repeat(5_000)}</table>`],
  ['items and paragraphs left open', '<ul><li>a<p>b'.repeat(500)],
  ['paragraphs', '<p>text</p>'.repeat(20_000)],
  ['lines', '<br>'.repeat(40_000)],
  ['a picture written out', `<img src="data:image/png;base64,${'A'.repeat(200_000)}">`],
  ['formatting that is closed', '<p><b>a</b> <i>b</i></p>'.repeat(10_000)],
  ['signs of less', '< <'.repeat(200_000)],
])('[SAFE-19] %s is read', (_, html) => {
  expect(isReadable(html)).toBe(true);
});

test.each([
  ['elements in each other', '<div>'.repeat(100_000)],
  ['elements in each other, closed', `${'<i>'.repeat(5_000)}${'</i>'.repeat(5_000)}`],
  ['attributes', `<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
  ['elements', '<p>a</p>'.repeat(60_000)],
  ['text', 'a'.repeat(4_000_001)],
  [
    'formatting made anew in every paragraph',
    Array.from({ length: 300 }, (_, n) => `<font size=${n}>`).join('') + '<p>a</p>'.repeat(5_000),
  ],
])('[SAFE-19] too many %s: not read', (_, html) => {
  expect(isReadable(html)).toBe(false);
});
