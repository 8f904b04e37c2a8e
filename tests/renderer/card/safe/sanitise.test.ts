import { expect, test } from 'vitest';
import {
  sanitiseForEditor,
  sanitiseHtml,
  sanitiseToText,
} from '../../../../src/renderer/card/safe/sanitise.ts';

function cardText(html: string): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(sanitiseHtml(html).body);
  return holder.innerHTML;
}

test.each([
  'plain &amp; text',
  '<b>b</b><i>i</i><u>u</u><s>s</s><sub>2</sub><sup>+</sup><strong>x</strong><em>y</em>',
  '<span style="color: red;">red</span><font color="#00f" size="5" face="Arial">blue</font>',
  '<div class="extra" id="answer">a<br>b</div><p dir="rtl" lang="ar">c</p><hr>',
  '<ul><li>a</li></ul><ol start="3" type="a" reversed=""><li value="7">b</li></ol>',
  '<table border="1"><caption>c</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2" bgcolor="#eee">d</td></tr></tbody></table>',
  '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
  '<pre>  a &lt; b</pre><code>x</code><kbd>y</kbd><blockquote>q</blockquote>',
  '<details class="hint" open=""><summary>Hint</summary>text</details>',
  '<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>',
  '<a href="https://example.org/a?b=c">link</a>',
  '<span class="cloze" data-hidden="">[…]</span><div class="occlusion" data-slot="2"></div>',
  '<span aria-label="dose: high" role="img">x</span>',
  '<dl><dt>t</dt><dd>d</dd></dl><mark>m</mark><small>s</small><center>c</center>',
])('[SAFE-1] what cards are written in stays as it is: %s', (html) => {
  expect(cardText(html)).toBe(html);
});

test.each([
  ['<blink>a <b>b</b></blink>', 'a <b>b</b>'],
  [
    '<form action=x><label>Name</label> <input name=x><button>Go</button></form>',
    'Name <span class="script-button">Go</span>',
  ],
  ['<x-y onclick=a>own element</x-y>', 'own element'],
  ['a<script>b</script>c<style>d</style>e', 'ace'],
  ['a<svg><text>b</text></svg>c<math><mi>d</mi></math>e', 'ace'],
  ['a<iframe>b</iframe><object>c</object><template>d</template><noscript>e</noscript>f', 'af'],
  ['a<textarea>b</textarea><select><option>c</select><title>d</title>e', 'ae'],
  ['<p onclick=x name=y tabindex=1 contenteditable background=z nonce=n>t</p>', '<p>t</p>'],
  ['<!-- a -->b<![CDATA[c]]><?d?>', 'b'],
  ['<p id="title">a</p>', '<p>a</p>'],
  ['<frameset onload=x><frame src=y></frameset>z', 'z'],
  ['<body onload=x class=y>z</body>', 'z'],
  ['', ''],
  [' a ', ' a '],
])('[SAFE-1] %j becomes %j', (html, expected) => {
  expect(cardText(html)).toBe(expected);
});

test.each([
  ['javascript:top.x=1'],
  ['http://example.org/'],
  ['//example.org/'],
  ['mailto:a@example.org'],
  ['https://name:word@example.org/'],
  ['app://rounds/'],
  ['#part'],
  ['index.html'],
])('[SAFE-2] a link to %s is its text', (href) => {
  expect(cardText(`<a href="${href}">x</a>`)).toBe('<a>x</a>');
});

test('[SAFE-2] only a link links, and only by its parsed address', () => {
  expect(cardText('<a href=" HTTPS://Example.org/\u0009a ">x</a>')).toBe(
    '<a href="https://example.org/a">x</a>',
  );
  expect(cardText('<p href="https://example.org/">x</p>')).toBe('<p>x</p>');
});

test.each([
  ['<img src="a.png">', '<img data-media="a.png">'],
  [
    '<img src="two words.png" alt="A" width="20">',
    '<img alt="A" width="20" data-media="two words.png">',
  ],
  ['<img src="two%20words%2B.png">', '<img data-media="two words+.png">'],
  ['<img src="100%.png">', '<img data-media="100%.png">'],
  ['<img src="é.png">', '<img data-media="é.png">'],
  ['<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA">'],
  ['<audio src="a.mp3" autoplay controls loop></audio>', '<audio data-media="a.mp3"></audio>'],
  ['<img src="https://example.org/a.png">', '<img data-refused="example.org">'],
  ['<img src="//example.org:8/a.png">', '<img data-refused="example.org:8">'],
  ['<img src="javascript:1">', '<img data-refused="">'],
  ['<img src="../a.png">', '<img data-refused="">'],
  ['<img src="a%2fb.png">', '<img data-refused="">'],
  ['<img src="data:image/svg+xml,<svg/>">', '<img data-refused="">'],
  ['<audio src="data:image/png;base64,AAAA"></audio>', '<audio></audio>'],
  ['<img data-media="x" data-refused="y" src="a.png">', '<img data-media="a.png">'],
  ['<b data-media="x">t</b>', '<b>t</b>'],
  [`<img src="data:image/png;base64,${'A'.repeat(300_000)}">`, '<img data-refused="">'],
])('[SAFE-3] %.60s has no address of its own', (html, expected) => {
  expect(cardText(html)).toBe(expected);
});

test('[SAFE-3] nothing is loaded while a card is made safe', async () => {
  sanitiseHtml('<img src="http://attacker.invalid/a.png"><img src="no-such-file.png">');
  sanitiseForEditor('<video src="no-such-file.mp4" autoplay>');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(asked.filter((name) => /attacker|no-such-file/.test(name))).toEqual([]);
});

test('[SAFE-5] what a card’s own <style> says is handed on, made safe', () => {
  const { body, css } = sanitiseHtml('<style>b { color: red } @import "x.css";</style><b>x</b>');
  expect(css).toBe('b { color: red; }');
  expect(body.querySelector('style')).toBeNull();
  expect(sanitiseHtml('<svg><style>b{color:red}</style></svg>').css).toBe('');
});

test('[SAFE-1] in an editor there are no ids, and files go by their names', () => {
  const html =
    '<p id="a" class="b" style="color:red" onclick="c">d</p><img src="e%20f.png"><a href="https://g.org/">h</a>';
  expect(sanitiseForEditor(html).querySelector('p')?.style.color).toBe('red');
  expect(sanitiseToText(html)).toBe(
    '<p class="b">d</p><img src="e f.png"><a href="https://g.org/">h</a>',
  );
  expect(sanitiseToText('<img src="http://h/i.png"><style>j</style>')).toBe('<img>');
  expect(sanitiseForEditor('<b>x</b>').ownerDocument.defaultView).toBeNull();
});

test('[SAFE-1] the sanitiser’s own output passes it unchanged', () => {
  for (const html of ['<p title="--&gt;x">a</p>', '<b>&lt;script&gt;</b>', 'a &amp;lt; b']) {
    const once = sanitiseToText(html);
    expect(sanitiseToText(once)).toBe(once);
  }
});

test('[SAFE-1] words that are also names in HTML stay words', () => {
  const html = 'Style, media, on time: once <b title="lifestyle once">mediastinum</b> MEDIA sTyLe';
  expect(cardText(html)).toBe(html);
  expect(cardText('<img src="style-media.png" class="media">')).toBe(
    '<img class="media" data-media="style-media.png">',
  );
  expect(cardText('<p data-media="a" media="b" data-style="c">d</p>')).toBe('<p>d</p>');
});

/** Each of these ended Chromium's process while it was merely parsed. */
test.each([
  `<style>${':is('.repeat(100_000)}b{}</style>`,
  `<style>${'a{'.repeat(100_000)}</style>`,
  `<style>${'/*)*/:is('.repeat(50_000)}</style>`,
  `<style>b{--x:${'var(--x,")"'.repeat(50_000)}</style>`,
  `<b style="width:${'var(--x,'.repeat(100_000)}">x</b>`,
  `<b style="color:${'color-mix(in srgb,'.repeat(100_000)}">x</b>`,
  `<b style='width:${'var&#40;--x,&#34;)&#34;'.repeat(50_000)}'>x</b>`,
  `<video><source media="${'not ('.repeat(100_000)}" src=x></video>`,
  `<svg style="width:${'var(--x,'.repeat(100_000)}"><style>${':is('.repeat(100_000)}</style></svg>`,
])('[SAFE-5] brackets in each other without end are left out: %.40s', (html) => {
  const { css } = sanitiseHtml(html);
  expect(css).toBe('');
});

test('[SAFE-1] no letter of a text is lost, private ones included', () => {
  const html = '\uE000\uF8FF\u{10FFFD} \u200f\u00ad\ufeff &nbsp;';
  expect(cardText(html)).toBe(html);
});
