import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlTokens } from '../../../../src/domain/template/html/html-tokens.ts';
import { hostileText } from '../hostile.ts';

const told = (html: string) =>
  [...htmlTokens(html)].map((token) => {
    const text = html.slice(token.from, token.to);
    return 'name' in token ? `${token.kind} ${token.name}: ${text}` : `${token.kind}: ${text}`;
  });

test.each([
  ['a<b>c</b >d', ['text: a', 'open b: <b>', 'text: c', 'close b: </b >', 'text: d']],
  ['<BR/>x', ['open br: <BR/>', 'text: x']],
  ['a<!-- <b> -->b', ['text: a', 'unseen: <!-- <b> -->', 'text: b']],
  ['a<!-- b', ['text: a', 'unseen: <!-- b']],
  ['<!-->x', ['unseen: <!-->', 'text: x']],
  ['<!--->x', ['unseen: <!--->', 'text: x']],
  ['a<!-- b --!>c<b>', ['text: a', 'unseen: <!-- b --!>', 'text: c', 'open b: <b>']],
  ['<!----!>x', ['unseen: <!----!>', 'text: x']],
  ['<!--!>x-->y', ['unseen: <!--!>x-->', 'text: y']],
  ['<!--!>x', ['unseen: <!--!>x']],
  ['<!-- a -- > b --!x>c-->d', ['unseen: <!-- a -- > b --!x>c-->', 'text: d']],
  ['<![CDATA[a>b]]>', ['unseen: <![CDATA[a>', 'text: b]]>']],
  ['<!doctype html>x', ['unseen: <!doctype html>', 'text: x']],
  ['<?xml version="1"?>x', ['unseen: <?xml version="1"?>', 'text: x']],
  ['</3>x', ['unseen: </3>', 'text: x']],
  ['</>x', ['unseen: </>', 'text: x']],
  ['<!x', ['unseen: <!x']],
  ['a</', ['text: a</']],
  ['a <', ['text: a <']],
  ['a < b > c', ['text: a < b > c']],
  ['1<2<b>3', ['text: 1<2', 'open b: <b>', 'text: 3']],
  ['a<b title="x', ['text: a', 'unseen: <b title="x']],
  ['a</b title="x', ['text: a', 'unseen: </b title="x']],
  [
    '<script>a<b></script>c',
    ['open script: <script>', 'raw script: a<b>', 'close script: </script>', 'text: c'],
  ],
  ['<style></style>c', ['open style: <style>', 'close style: </style>', 'text: c']],
  ['<textarea><b>', ['open textarea: <textarea>', 'raw textarea: <b>']],
  ['', []],
])('[TEMPLATE-19] a browser tells apart the pieces of: %s', (html, pieces) => {
  expect(told(html)).toEqual(pieces);
});

test('[TEMPLATE-19] attributes are told with the place of their values, quoted or not', () => {
  const html = `<img src="a b.png" ALT='x>y' width=3 hidden data-x = "" a=>`;
  const [tag] = htmlTokens(html);
  expect(tag?.to).toBe(html.length);
  const attributes = tag?.kind === 'open' ? tag.attributes : [];
  expect(
    attributes.map(({ name, from, to, isQuoted }) => [name, html.slice(from, to), isQuoted]),
  ).toEqual([
    ['src', 'a b.png', true],
    ['alt', 'x>y', true],
    ['width', '3', false],
    ['hidden', '', false],
    ['data-x', '', true],
    ['a', '', false],
  ]);
});

test('[TEMPLATE-19] the pieces of whatever is written follow each other without a gap', () => {
  fc.assert(
    fc.property(hostileText, (html) => {
      let at = 0;
      for (const { from, to } of htmlTokens(html)) {
        expect(from).toBe(at);
        expect(to).toBeGreaterThan(from);
        at = to;
      }
      expect(at).toBe(html.length);
    }),
  );
});
