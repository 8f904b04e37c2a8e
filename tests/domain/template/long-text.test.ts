import { expect, test } from 'vitest';
import { clozeHtml, clozeNumbersIn, wrapCloze } from '../../../src/domain/template/cloze-html.ts';
import {
  htmlOfText,
  isEmptyHtml,
  mediaNamesIn,
  mediaNamesInCss,
  renameMediaIn,
  textOfHtml,
} from '../../../src/domain/template/html-text.ts';
import { parseOcclusions, printOcclusions } from '../../../src/domain/template/occlusion.ts';
import { parseTemplate } from '../../../src/domain/template/parse-template.ts';
import { printTemplate } from '../../../src/domain/template/print-template.ts';
import { PIECES } from './hostile.ts';
import { frontOf } from './note-types.ts';

/** So long that anything quadratic takes minutes, and runs into the limit on a busy machine only then. */
const LENGTH = 200_000;
const LIMIT_MILLIS = 60_000;
const SHAPES: readonly string[] = [
  '{{#A}}{{#B}}',
  '<i><b></i>',
  'url( ',
  '[sound:x',
  '<br> ',
  'a[',
];

test.each([...PIECES, ...SHAPES].map((piece) => [piece]))(
  '[TEMPLATE-5] a text of nothing but %j is read in passing',
  { timeout: LIMIT_MILLIS },
  (piece) => {
    const long = piece.repeat(LENGTH / piece.length);
    expect(textOfHtml(htmlOfText(long)).length).toBeLessThanOrEqual(LENGTH);
    for (const read of [textOfHtml, isEmptyHtml, mediaNamesIn, mediaNamesInCss, clozeNumbersIn]) {
      read(long);
    }
    renameMediaIn(long, 'a.png', 'b.png');
    clozeHtml(`{{c1::${long}}}`, 1, 'front');
    clozeHtml(`{{c1::{{c2::${long}}}}}`, 1, 'back');
    wrapCloze(long, 1, long);
    expect(printTemplate(parseTemplate(long).nodes)).toBe(long);
    printOcclusions(parseOcclusions(long));
    frontOf('{{cueless:A}}{{furigana:A}}{{text:hint:A}}', { a: `x (${long}?)` });
  },
);
