import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  htmlOfText,
  isEmptyHtml,
  isOnlyText,
  textOfHtml,
} from '../../../src/domain/template/html-text.ts';
import { anyText } from './hostile.ts';

describe('the text of HTML', () => {
  test('[TEMPLATE-1] tags, scripts, styles, comments and sounds are not text', () => {
    expect(textOfHtml('a <b class="x">b</b> c')).toBe('a b c');
    expect(textOfHtml('<script>alert(1)</script><style>b{}</style>x<!-- y -->')).toBe('x');
    expect(textOfHtml('x [sound:a b.mp3] y')).toBe('x y');
    expect(textOfHtml('<b title="a > b">x</b>')).toBe('x');
    expect(textOfHtml("<b title='\"' data-x=a>b</b><img alt=a>c")).toBe('bc');
    expect(textOfHtml('<script>if (a<b) "</b>"</script>x')).toBe('x');
  });

  test('[TEMPLATE-1] a sign that begins no tag is text, a tag that never ends is not', () => {
    expect(textOfHtml('2 < 3, a<3, x <= y & z')).toBe('2 < 3, a<3, x <= y & z');
    expect(textOfHtml('x <b title="never')).toBe('x');
  });

  test('[TEMPLATE-1] breaks and blocks begin lines, wherever the block begins or ends', () => {
    expect(textOfHtml('a<br>b<br/><br />c')).toBe('a\nb\n\nc');
    expect(textOfHtml('a<div>b</div><div>c</div>d')).toBe('a\nb\nc\nd');
    expect(textOfHtml('<p>a</p>\n  <p>b</p>')).toBe('a\nb');
    expect(textOfHtml('<div>a</div><div><br></div><div>b</div>')).toBe('a\n\nb');
    expect(textOfHtml('<ul>\n<li>a</li>\n<li>b</li>\n</ul>')).toBe('a\nb');
    expect(textOfHtml('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toBe(
      'a b\nc',
    );
  });

  test('[TEMPLATE-1] white space folds as in a browser, but for preformatted text', () => {
    expect(textOfHtml('  a \n\t b  <b> c</b> ')).toBe('a b c');
    expect(textOfHtml('<pre>a\n  b</pre>c  d')).toBe('a\n  b\nc d');
  });

  test('[TEMPLATE-1] character references are read, unknown ones stay', () => {
    expect(textOfHtml('&lt;b&gt; &amp;amp; &quot;&apos; a&nbsp;b')).toBe('<b> &amp; "\' a b');
    expect(textOfHtml('&#945;4&#x3B2;1 &alpha;&Omega;&sigma;&sigmaf; &rarr;&ge;&micro;&deg;')).toBe(
      'α4β1 αΩσς →≥µ°',
    );
    expect(textOfHtml('&eacute;&Uuml;&szlig;&frac12;&hellip;&ndash;&#150;')).toBe('éÜß½…––');
    expect(textOfHtml('&foo; &; &# AT&T &amp')).toBe('&foo; &; &# AT&T &');
    expect(textOfHtml('&#0;&#xD800;&#x110000;')).toBe('\ufffd\ufffd\ufffd');
    expect(textOfHtml('&constructor;&__proto__;')).toBe('&constructor;&__proto__;');
  });

  test('[TEMPLATE-2] plain text as HTML shows its signs and lines', () => {
    expect(htmlOfText('a < b & "c"\nd')).toBe('a &lt; b &amp; "c"<br>d');
    expect(htmlOfText('a  b\r\n c')).toBe('a&nbsp; b<br>&nbsp;c');
    expect(htmlOfText('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('[TEMPLATE-2] plain text made HTML and read back is the same text', () => {
    const text = fc.array(
      fc.constantFrom('a', 'β', ' ', '  ', '\n', '<b>', '&', '&amp;', '{{c1::', '"', '<', '\\('),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const written = pieces.join('').trim();
        expect(textOfHtml(htmlOfText(written))).toBe(written);
        expect(isOnlyText(htmlOfText(written))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('[TEMPLATE-2] HTML that says more than its text is told from HTML that does not', () => {
    expect(['a<br>b', '<p>a</p><div>b&amp;</div>', ''].map(isOnlyText)).toEqual([true, true, true]);
    // No sound, as a line ends within it.
    expect(isOnlyText('[sound:a<br>b.mp3]')).toBe(true);
    const more = ['<b>a</b>', '<p class="x">a</p>', 'a<!-- b -->', '[sound:a.mp3]', '<img>', '<b'];
    expect(more.map(isOnlyText)).toEqual(more.map(() => false));
  });

  test('[TEMPLATE-3] HTML is empty without a visible sign, picture, sound or film', () => {
    const empty = ['', ' \n', '<br>', '<div><br></div>', '&nbsp;<b></b>', '\u200b&#8203;&shy;'];
    expect(empty.map(isEmptyHtml)).toEqual(empty.map(() => true));
    const hidden = ['<script>x</script>', '<!-- x -->', '<style>b{}</style>', '<b title="x">'];
    expect(hidden.map(isEmptyHtml)).toEqual(hidden.map(() => true));
    const full = ['a', '<b>.</b>', '<img src="a.png">', '<video>', '<AUDIO>', '[sound:a.mp3]', '<'];
    expect(full.map(isEmptyHtml)).toEqual(full.map(() => false));
  });

  test('[TEMPLATE-3] HTML with text is never empty', () => {
    fc.assert(
      fc.property(anyText, (html) => {
        const text = textOfHtml(html);
        expect(text).toBe(text.trim());
        if (/[a-z]/.test(text)) expect(isEmptyHtml(html)).toBe(false);
        if (isEmptyHtml(html))
          expect(text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
