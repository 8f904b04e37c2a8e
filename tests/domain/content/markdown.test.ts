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

test.each([
  ['**a** b**', '<b>a</b> b**'],
  ['**a *b** c*', '<b>a *b</b> c*'],
  ['*a* *b* ~~c~~ d~~', '<i>a</i> <i>b</i> <s>c</s> d~~'],
  ['** a**', '** a**'],
  ['**a **', '**a **'],
  ['a\nb', 'a<br>b'],
  ['[a](https://example.org/?a=1&b)', '<a href="https://example.org/?a=1&amp;b">a</a>'],
  ['[a](mailto:a@b.c) [b](ftp://c)', '<a href="mailto:a@b.c">a</a> [b](ftp://c)'],
  ['&alpha;&#39;&#x27; &; x', '&alpha;&#39;&#x27; &amp;; x'],
  ['<!-- a --> <b>c</b> 1 < 2', '<!-- a --> <b>c</b> 1 &lt; 2'],
])('[DECK-30] %s has each sign’s end where it is, and nowhere else', (text, html) => {
  expect(htmlOfMarkdown(text)).toBe(html);
});

test.each([
  ['<a href="https://example.org">one <b>two</b></a>', '[one **two**](https://example.org)'],
  ['<a name="x">y</a>', '<a name="x">y</a>'],
  ['<a href="ftp://c">y</a>', '<a href="ftp://c">y</a>'],
  [
    '<a href="https://example.org" class="x">y</a>',
    '<a href="https://example.org" class="x">y</a>',
  ],
  ['<br> a <br>', 'a'],
  ['<pre>a\n\tb  c</pre>', '<pre>a\n&nbsp;&nbsp;&nbsp; b&nbsp; c</pre>'],
  ['<del>a</del> <strike>b</strike> <em>c</em> <strong>d</strong>', '~~a~~ ~~b~~ *c* **d**'],
  ['', ''],
])('[DECK-30] %s as a file says it', (html, text) => {
  expect(markdownOfHtml(html)).toBe(text);
});

test('[DECK-30] fields show the same by tags, references and blanks, and not where any differs', () => {
  expect(isSameHtml('<b>a</b>', '<strong>a</strong>')).toBe(true);
  expect(isSameHtml('a &amp; b', 'a &#38;   b')).toBe(true);
  expect(isSameHtml('<i title="&quot;">x</i>', "<em title='\"'>x</em>")).toBe(true);
  for (const [one, other] of [
    ['<b>a</b>', '<i>a</i>'],
    ['<b>a</b>', '<b>a'],
    ['<b class="x">a</b>', '<b class="y">a</b>'],
    ['<b class="x">a</b>', '<b id="x">a</b>'],
    ['a<!-- b -->', 'a'],
    ['a<!-- b -->', 'a<!-- c -->'],
    ['a', 'b'],
  ] as const) {
    expect(isSameHtml(one, other)).toBe(false);
  }
});
