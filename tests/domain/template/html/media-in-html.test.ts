import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  mediaNamesIn,
  mediaNamesInCss,
  renameMediaIn,
  renameMediaInCss,
  sourceOfMedia,
} from '../../../../src/domain/template/html/media-in-html.ts';
import { hostileText } from '../hostile.ts';

test('[TEMPLATE-4] the media of a field are its pictures, sounds and films, each once, in order', () => {
  const html = `<img src="b.png"> [sound:a c.mp3] <IMG class=x SRC=a.png alt="src=no.png">
    <video src='v.webm' poster="p.jpg"><source src="v.ogv"></video><audio src="b.png"></audio>
    <a href="no.png">x</a><b src="no.png">`;
  expect(mediaNamesIn(html)).toEqual(['b.png', 'a c.mp3', 'a.png', 'v.webm', 'p.jpg', 'v.ogv']);
});

test('[TEMPLATE-4] names are read through references, percent signs and composed letters', () => {
  expect(mediaNamesIn('<img src="a&amp;b%20c.png">[sound:d&amp;e%20.mp3]')).toEqual([
    'a&b c.png',
    'd&e%20.mp3',
  ]);
  expect(mediaNamesIn('<img src="100%.png"><img src="e\u0301.png">')).toEqual([
    '100%.png',
    'é.png',
  ]);
});

test('[TEMPLATE-4] addresses of other places, comments and broken tags name nothing', () => {
  const elsewhere = [
    'https://x.y/a.png',
    'data:image/png;base64,AA',
    '//x/a.png',
    'BLOB:x',
    '',
    '#',
  ];
  for (const src of elsewhere) expect(mediaNamesIn(`<img src="${src}">`)).toEqual([]);
  expect(mediaNamesIn('<!-- <img src="a.png"> --><img src="b.png" [sound:]')).toEqual([]);
  expect(mediaNamesIn('<script>"<img src=a.png>"</script>')).toEqual([]);
});

test('[TEMPLATE-4] styles name media through url()', () => {
  const css = `@font-face { src: url("_a b.woff") } b { x: URL(c.png), url( 'd.png' ) }
    i { x: url(https://x.y/z.png) url(data:,x) url(e\\.png) url("f\\"g.png") url('h\\69 .png') url("unclosed.png }`;
  expect(mediaNamesInCss(css)).toEqual([
    '_a b.woff',
    'c.png',
    'd.png',
    'e.png',
    'f"g.png',
    'hi.png',
  ]);
  expect(mediaNamesIn('<b style="background: url(&quot;x.png&quot;)">')).toEqual(['x.png']);
  expect(mediaNamesIn('<style>b { x: url(_y.png) }</style>')).toEqual(['_y.png']);
});

test('[TEMPLATE-4] renaming changes the references to that name and nothing else', () => {
  const html = `a.png <img  class=q src='a.png' alt="a.png"><img src=a.png>[sound:a.png]
    <img src="aa.png"><b style="x: url(a.png)"><style>b{x:url( "a.png" )}</style>`;
  expect(
    renameMediaIn(html, 'a.png', 'b & "c".png'),
  ).toBe(`a.png <img  class=q src='b &amp; &quot;c&quot;.png' alt="a.png"><img src="b &amp; &quot;c&quot;.png">[sound:b &amp; "c".png]
    <img src="aa.png"><b style="x: url(&quot;b &amp; \\&quot;c\\&quot;.png&quot;)"><style>b{x:url("b & \\"c\\".png")}</style>`);
  expect(renameMediaIn(html, 'other.png', 'x.png')).toBe(html);
});

test('[TEMPLATE-4] a renamed medium is found under its new name, whatever the name', () => {
  const name = fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '%',
        '%20',
        '%2',
        '&',
        '&amp;',
        "'",
        '"',
        '\\\\',
        'é',
        '.',
        '#',
        '?',
        '漢',
      ),
      {
        minLength: 1,
      },
    )
    .map((parts) => `n${parts.join('')}x`);
  fc.assert(
    fc.property(name, name, (from, to) => {
      expect(mediaNamesIn(`<img src="${sourceOfMedia(from)}">`)).toEqual([from.normalize('NFC')]);
      const html = `<img src="${sourceOfMedia(from)}"><img src=q.png>`;
      expect(mediaNamesIn(renameMediaIn(html, from, to))).toEqual([to.normalize('NFC'), 'q.png']);
      const css = renameMediaInCss('b { x: url(q.png) }', 'q.png', to);
      expect(mediaNamesInCss(css)).toEqual([to.normalize('NFC')]);
    }),
    { numRuns: 200 },
  );
});

test('[TEMPLATE-4] in any HTML, renaming there and back reads as before', () => {
  fc.assert(
    fc.property(hostileText, (html) => {
      const names = mediaNamesIn(html);
      const there = renameMediaIn(html, 'a.png', 'z z.png');
      expect(mediaNamesIn(there)).toEqual(
        names.map((name) => (name === 'a.png' ? 'z z.png' : name)),
      );
      expect(mediaNamesIn(renameMediaIn(there, 'z z.png', 'a.png'))).toEqual(names);
    }),
    { numRuns: 300 },
  );
});
