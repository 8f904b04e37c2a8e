import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitiseForEditor } from '../../../../src/renderer/card/safe/sanitise.ts';
import { richExtensions } from '../../../../src/renderer/editor/rich/extensions.ts';
import type { RichHost } from '../../../../src/renderer/editor/rich/host.ts';
import { lostIn } from '../../../../src/renderer/editor/rich/html/loss.ts';
import { readDocument } from '../../../../src/renderer/editor/rich/html/read/read.ts';
import { safeFragment } from '../../../../src/renderer/editor/rich/html/safe-fragment.ts';
import { writeHtml } from '../../../../src/renderer/editor/rich/html/write/write.ts';
import { ATTACKS } from '../../../support/attack-strings.ts';
import { anyHtml } from './any-html.ts';
import { NORMALISED, SNIPPETS } from './snippets.ts';

const schema = getSchema(richExtensions({} as RichHost));

/** As after an edit that leaves this part alone. */
function rewritten(html: string): string {
  const doc = schema.nodeFromJSON(readDocument(safeFragment(html)));
  doc.check();
  return writeHtml(doc.content);
}

test.each(SNIPPETS)('[EDITOR-3] an edit elsewhere leaves %s as it was', (html) => {
  expect(rewritten(html)).toBe(html);
  expect(lostIn(html, rewritten(html))).toEqual([]);
});

test.each(NORMALISED)('[EDITOR-3] an edit writes %s as %s', (html, written) => {
  expect(rewritten(html)).toBe(written);
  expect(rewritten(written)).toBe(written);
  expect(lostIn(html, written)).toEqual([]);
});

test('[EDITOR-3] whatever the HTML, an edit keeps its words, tags, classes and styles, in order', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const written = rewritten(html);
      expect(wordsOf(written)).toBe(wordsOf(html));
      expect(lostIn(html, written)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('[EDITOR-3] what an edit wrote, the next edit leaves alone: every word with all around it', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const once = rewritten(html);
      expect(wordsWithin(rewritten(once))).toEqual(wordsWithin(once));
    }),
    { numRuns: 200 },
  );
});

/** Each run of text with the elements around it, in no order: of equal reach, either may be outer. */
function wordsWithin(html: string): { readonly text: string; readonly within: string }[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  const found: { text: string; within: string }[] = [];
  const visit = (node: Node, around: readonly string[]): void => {
    const within = [...around].sort().join(' ');
    const last = found.at(-1);
    if (node instanceof Text && last?.within === within) last.text += node.data;
    else if (node instanceof Text) found.push({ text: node.data, within });
    else if (node instanceof Element) {
      const own = (node.cloneNode(false) as Element).outerHTML;
      if (node.childNodes.length === 0) found.push({ text: own, within });
      for (const child of node.childNodes) visit(child, [...around, own]);
    }
  };
  for (const child of template.content.childNodes) visit(child, []);
  return found;
}

test('[EDITOR-3] setting addresses aside changes no word of any HTML, however wrong', () => {
  const wrong = [
    '<img alt=5" src="x">text src="y" <img>',
    '<img title="<img src=a>" src=b>c',
    '<img src=a src=b>c',
    '<IMG/SRC=a>b src=c',
    '<img src="a>b src=c',
    '<!-- <img src=a> --><imgs src=b>c',
  ];
  for (const html of [...wrong, ...ATTACKS.map(({ text }) => text)]) {
    const safe = sanitiseForEditor(html).textContent;
    expect(safeFragment(html).textContent, html.slice(0, 200)).toBe(safe);
  }
});

test('[EDITOR-3] the address of a picture is written back as it came, whatever it is', () => {
  const addresses = ['a%20b.png', '50%2520.png', '../x.png', 'file:///c:/x.png', 'x.png?y#z', ''];
  for (const address of addresses) {
    const html = `<img alt="a" src="${address}">`;
    expect(rewritten(html)).toContain(`src="${address}"`);
    expect(lostIn(html, rewritten(html))).toEqual([]);
  }
});

/** All text, without the spaces that a browser may or may not show. */
function wordsOf(html: string): string {
  return (safeFragment(html).textContent ?? '').replace(/[\s\u00a0]+/g, '');
}
