import { expect, test } from 'vitest';
import { flattenDeep, MAX_DEPTH } from '../../../../src/renderer/card/safe/depth.ts';
import {
  sanitiseForEditor,
  sanitiseHtml,
  shortenedOf,
} from '../../../../src/renderer/card/safe/sanitise.ts';

test.each([
  ['div', '<div>', '</div>'],
  ['inline block', '<span style="display:inline-block">', '</span>'],
  ['table', '<table><tr><td>', '</td></tr></table>'],
  ['list', '<ul><li>', '</li></ul>'],
  ['details', '<details open><summary>s</summary>', '</details>'],
  ['ruby', '<ruby>r<rt>', '</rt></ruby>'],
  ['sub', '<sub>', '</sub>'],
  ['quote', '<blockquote>', '</blockquote>'],
])('[SAFE-17] %s: nothing lies deeper than is drawn, and all text stays', (_, open, close) => {
  for (const levels of [10, 59, 60, 61, 200, 900]) {
    const { body, shortened } = sanitiseHtml(
      `before ${open.repeat(levels)}inside${close.repeat(levels)} after`,
    );
    expect(depthOf(body)).toBeLessThanOrEqual(MAX_DEPTH);
    expect(body.textContent).toMatch(/^before .*inside.* after$/s);
    if (levels === 10) expect(shortened).toBeUndefined();
    if (levels >= 200) expect(shortened).toBe('depth');
  }
});

test('[SAFE-17] looks at each element twice at most', () => {
  const steps = (siblings: number): number => {
    const { body } = sanitiseHtml(`${'<i>'.repeat(50)}${'<u>a</u>'.repeat(siblings)}`);
    let looks = 0;
    const next = Object.getOwnPropertyDescriptor(Element.prototype, 'nextElementSibling');
    Object.defineProperty(Element.prototype, 'nextElementSibling', {
      ...next,
      get() {
        looks += 1;
        return next?.get?.call(this);
      },
    });
    try {
      expect(flattenDeep(body)).toBe(false);
    } finally {
      if (next) Object.defineProperty(Element.prototype, 'nextElementSibling', next);
    }
    return looks;
  };
  expect(steps(8_000)).toBeLessThan(2 * steps(4_000) + 200);
});

test('[SAFE-19] what is too much to be read stands as it is written, and no parser sees it', () => {
  const html = '<div>'.repeat(100_000);
  const { body, shortened } = sanitiseHtml(html);
  expect(shortened).toBe('source');
  expect(body.querySelectorAll('*')).toHaveLength(1);
  expect(body.textContent).toBe(html.slice(0, 20_000));
  expect(shortenedOf(sanitiseForEditor(html))).toBe('source');
  expect(shortenedOf(sanitiseForEditor('<b>a</b>'))).toBeUndefined();
});

function depthOf(root: ParentNode): number {
  let depth = 0;
  let level = [...root.children];
  for (; level.length > 0; level = level.flatMap(({ children }) => [...children])) depth += 1;
  return depth;
}
