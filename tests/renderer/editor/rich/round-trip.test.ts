import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { richExtensions } from '../../../../src/renderer/editor/rich/extensions.ts';
import type { RichHost } from '../../../../src/renderer/editor/rich/host.ts';
import { lostIn } from '../../../../src/renderer/editor/rich/html/loss.ts';
import { readDocument } from '../../../../src/renderer/editor/rich/html/read.ts';
import { safeFragment } from '../../../../src/renderer/editor/rich/html/safe-fragment.ts';
import { writeHtml } from '../../../../src/renderer/editor/rich/html/write.ts';
import { anyHtml } from './any-html.ts';
import { NORMALISED, SNIPPETS } from './snippets.ts';

const schema = getSchema(richExtensions({} as RichHost));

/** As after an edit that leaves this part alone. */
function rewritten(html: string): string {
  const doc = schema.nodeFromJSON(readDocument(safeFragment(html)));
  doc.check();
  return writeHtml(doc.content);
}

test.each(SNIPPETS)('[E3] an edit elsewhere leaves %s as it was', (html) => {
  expect(rewritten(html)).toBe(html);
  expect(lostIn(html, rewritten(html))).toEqual([]);
});

test.each(NORMALISED)('[E3] an edit writes %s as %s', (html, written) => {
  expect(rewritten(html)).toBe(written);
  expect(rewritten(written)).toBe(written);
  expect(lostIn(html, written)).toEqual([]);
});

test('[E3] whatever the HTML, an edit keeps its words, tags, classes and styles, in order', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const written = rewritten(html);
      expect(wordsOf(written)).toBe(wordsOf(html));
      expect(lostIn(html, written)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('[E3] what an edit wrote, the next edit leaves alone', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const once = rewritten(html);
      expect(rewritten(once)).toBe(once);
    }),
    { numRuns: 200 },
  );
});

/** All text, without the spaces that a browser may or may not show. */
function wordsOf(html: string): string {
  return (safeFragment(html).textContent ?? '').replace(/[\s\u00a0]+/g, '');
}
