import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  htmlOfMarkdown,
  isSameHtml,
  markdownOfHtml,
  markdownOfText,
} from '../../../src/domain/content/markdown.ts';
import { textOfHtml } from '../../../src/domain/template/html-text.ts';

test.each([
  ['<b>PML</b> is <i>rare</i>', '**PML** is *rare*'],
  ['<s>no</s> <code>x &lt; y</code>', '~~no~~ <code>x \\< y</code>'],
  ['10<sup>6</sup> H<sub>2</sub>O', '10<sup>6</sup> H<sub>2</sub>O'],
  ['<a href="https://example.org/a">here</a>', '[here](https://example.org/a)'],
  ['one<br>two', 'one\ntwo'],
  ['5 * 3 &lt; 16 &amp; a_b', '5 \\* 3 \\< 16 \\& a_b'],
  ['\\(x_{2}*y^*\\)', '\\(x_{2}*y^*\\)'],
  ['{{c1::<b>a</b>::hint}}', '{{c1::**a**::hint}}'],
  ['<span style="color: red;">x</span>', '<span style="color: red;">x</span>'],
  ['<ul><li>a</li><li><b>b</b></li></ul>', '<ul><li>a</li><li>**b**</li></ul>'],
])('[DECK-30] %s and back', (html, text) => {
  expect(markdownOfHtml(html)).toBe(text);
  expect(isSameHtml(htmlOfMarkdown(text), html)).toBe(true);
});

test.each([
  ['a **b** `c*d` ~~e~~', 'a <b>b</b> <code>c*d</code> <s>e</s>'],
  ['5 * 3 * 2', '5 * 3 * 2'],
  ['**never closed', '**never closed'],
  ['**a *b* c**', '<b>a <i>b</i> c</b>'],
  ['A & B < C &lt; D', 'A &amp; B &lt; C &lt; D'],
  ['\\*plain\\*', '*plain*'],
])('[DECK-30] %s as a person writes it', (text, html) => {
  expect(htmlOfMarkdown(text)).toBe(html);
});

test('[DECK-30] any plain text as Markdown shows just that text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a *_~`\\[]()<>&;#{}:-\n1'), maxLength: 40 }),
      (text) => {
        const plain = textOfHtml(htmlOfMarkdown(markdownOfText(text)));
        expect(plain).toBe(
          textOfHtml(
            text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>'),
          ),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('[DECK-30] what is written of formatted text reads back as the same, or is not written', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ' ',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<em>',
      '</em>',
      '<s>',
      '</s>',
      '*',
      '**',
      '~~',
      '&lt;',
    ],
    ...[
      '<br>',
      '<sup>',
      '</sup>',
      '&nbsp;',
      '\\(x*\\)',
      '[',
      '](https://a.b)',
      '<a href="https://a.b">',
      '</a>',
      '{{c1::',
      '}}',
    ],
  );
  let written = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = pieces.join('');
      const text = markdownOfHtml(html);
      if (text === undefined) return;
      written += 1;
      const back = htmlOfMarkdown(text);
      // Nobody sees blanks and line breaks before and after all.
      const shown = html.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, '');
      expect(isSameHtml(back, shown) || textOfHtml(back) === textOfHtml(html)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(written).toBeGreaterThan(1000);
});

test.each([
  [
    '<pre><code>if x:\n    a\n\tb</code></pre>',
    'if x:\n&nbsp;&nbsp;&nbsp; a\n&nbsp;&nbsp;&nbsp; b',
  ],
  ['<pre>a\r\n\r\nb</pre> c\nd', 'a\n\nb'],
])('[DECK-30] the lines of %j are lines in the file too', (html, lines) => {
  const text = markdownOfHtml(html);
  expect(text).toContain(lines);
  expect(htmlOfMarkdown(text ?? '')).toContain(lines.replaceAll('\n', '<br>'));
});

test('[DECK-30] a blank or a line break at the end keeps no formatted note out of the file', () => {
  expect(markdownOfHtml('See <a href="https://a.b">it</a> ')).toBe('See [it](https://a.b)');
  expect(markdownOfHtml('<b>a</b><br>')).toBe('**a**');
  expect(markdownOfHtml('<br>\n<i>a</i> \n<br> <br>')).toBe('*a*');
});
