import { describe, expect, test } from 'vitest';
import { placed, seenStretches, seenText } from '../../../src/domain/replace/seen-stretches.ts';

/** The texts of the stretches that are seen. */
function seen(html: string): string[] {
  return seenStretches(html).map(({ from, to }) => html.slice(from, to));
}

describe('[REPLACE-5] what a reader sees as text:', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['plain', ['plain']],
    ['a<b>b</b>c', ['a', 'b', 'c']],
    ['<br>', []],
    ['a<!-- no -->b', ['a', 'b']],
    ['<style>no{}</style>a<script>no</script>', ['a']],
    // Deletions: what is hidden and its hint are text.
    ['{{c1::hidden}}', ['hidden']],
    ['a {{c1::hidden}} b', ['a ', 'hidden', ' b']],
    ['{{c1::hidden::hint}}', ['hidden', 'hint']],
    ['{{c1::hidden::hint}} after', ['hidden', 'hint', ' after']],
    ['{{c1::a}}{{c2::b}}', ['a', 'b']],
    ['{{c1,2::a}}', ['a']],
    ['{{c1::a {{c2::b}} c}} d', ['a ', 'b', ' c', ' d']],
    ['{{c1::a::hint {{c2::b}} c}} d', ['a', 'hint ', 'b', ' c', ' d']],
    ['{{c1::}}', []],
    ['{{c1::a::}}b', ['a', 'b']],
    ['{{c1::<b>a</b>b}}c', ['a', 'b', 'c']],
    ['<i>{{c1::a</i>b}}c', ['a', 'b', 'c']],
    // One that is never closed, or none at all.
    ['a {{c1::b', ['a ', 'b']],
    ['a }} :: b', ['a }} :: b']],
    ['{{x::b}}', ['{{x::b}}']],
    ['c1::b {{c', ['c1::b {{c']],
    // Masks of images are no text, what stands beside them is.
    ['{{c1::image-occlusion:rect:left=.1:top=.2}}', []],
    ['a{{c1::image-occlusion:rect:left=.1::hint}}<br>b', ['a', 'b']],
    ['{{c1::no image-occlusion:rect}}', ['no image-occlusion:rect']],
    // Formulas, from what opens one to what closes it.
    [String.raw`a \(x\) b`, ['a ', ' b']],
    [String.raw`a \[x\] b`, ['a ', ' b']],
    ['a [$]x[/$] b', ['a ', ' b']],
    ['a [$$]x[/$$] b', ['a ', ' b']],
    ['a [latex]x[/latex] b', ['a ', ' b']],
    ['a [LaTeX]x[/LATEX] b', ['a ', ' b']],
    ['a <anki-mathjax>x</anki-mathjax> b', ['a ', ' b']],
    ['a <anki-mathjax block="true">x</anki-mathjax> b', ['a ', ' b']],
    [String.raw`\(x\)\[y\]`, []],
    [String.raw`\(<b>x</b>\)y`, ['y']],
    [String.raw`\(x {{c1::y}} z\) a`, [' a']],
    [String.raw`{{c1::\(x\)}} a`, [' a']],
    // Begun anew it is one from the first sign on.
    [String.raw`a \(x \(y\) b`, ['a ', ' b']],
    // Not closed, closed otherwise or not opened, it is text.
    [String.raw`a \(x`, [String.raw`a \(x`]],
    [String.raw`a x\) b`, [String.raw`a x\) b`]],
    [String.raw`a \(x\] b`, [String.raw`a \(x\] b`]],
    [String.raw`a \[x\) b`, [String.raw`a \[x\) b`]],
    ['a [$]x[/$$] b', ['a [$]x[/$$] b']],
    ['a [$]x[/latex] b', ['a [$]x[/latex] b']],
    // What another one left open counts no more when one is closed.
    [String.raw`a \[x \(y\) b \] c`, [String.raw`a \[x `, String.raw` b \] c`]],
    // Sounds and what Anki reads aloud.
    ['a [sound:x.mp3] b', ['a ', ' b']],
    ['[anki:tts lang=en]', []],
    ['a[/anki:tts]b', ['a', 'b']],
    ['[sound:x[1].mp3]', ['[sound:x[1].mp3]']],
    ['[sound x]', ['[sound x]']],
    ['[sound:a]b[sound:c]d', ['b', 'd']],
  ])('%s', (html, texts) => {
    expect(seen(html)).toEqual(texts);
  });

  test('[REPLACE-5] each stretch has its place, and none is empty', () => {
    expect(seenStretches('a{{c1::b}}<i>c</i>')).toEqual([
      { from: 0, to: 1 },
      { from: 7, to: 8 },
      { from: 13, to: 14 },
    ]);
  });
});

const asItIs = (text: string): string => text;
/** Composed, and without soft hyphens: as far as these tests read. */
const read = (text: string): string => text.normalize('NFC').replaceAll('\u00ad', '');

describe('[REPLACE-1] a stretch as it is read:', () => {
  test.each([
    ['salt', 'salt'],
    ['a &amp; b', 'a & b'],
    ['&lt;b&gt;', '<b>'],
    ['&#233;&#xE9;', 'éé'],
    ['&nbsp;', '\u00a0'],
    // Some are known without their semicolon, and no others.
    ['a &amp b', 'a & b'],
    ['a & b', 'a & b'],
    ['&eacute', '&eacute'],
    ['&unknown;', '&unknown;'],
    ['e\u0301', 'é'],
    ['e&#769;', 'é'],
    ['so\u00adfa', 'sofa'],
  ])('%s', (source, text) => {
    expect(seenText(source, read)).toBe(text);
    expect(placed(source, 0, read).text).toBe(text);
  });

  test('[REPLACE-1] every unit of the text knows where it begins and ends in the source', () => {
    expect(placed('a&amp;b', 10, asItIs)).toEqual({
      text: 'a&b',
      starts: [10, 11, 16],
      ends: [11, 16, 17],
    });
    expect(placed('😀x', 0, asItIs)).toEqual({ text: '😀x', starts: [0, 0, 2], ends: [2, 2, 3] });
    expect(placed('', 7, asItIs)).toEqual({ text: '', starts: [], ends: [] });
  });

  test('[REPLACE-6] a mark, written as a reference too, and what nobody sees belong to their letter', () => {
    expect(placed('ae\u0301b', 0, read)).toEqual({
      text: 'aéb',
      starts: [0, 1, 3],
      ends: [1, 3, 4],
    });
    expect(placed('e&#769;b', 0, read)).toEqual({ text: 'éb', starts: [0, 7], ends: [7, 8] });
    expect(placed('a\u00adb', 3, read)).toEqual({ text: 'ab', starts: [3, 5], ends: [5, 6] });
    expect(placed('a&shy;b', 0, read)).toEqual({ text: 'ab', starts: [0, 6], ends: [6, 7] });
  });

  test('[REPLACE-6] at the beginning there is no letter for them', () => {
    expect(placed('\u00ada', 0, read)).toEqual({ text: 'a', starts: [1], ends: [2] });
    expect(placed('\u0301a', 0, asItIs)).toEqual({
      text: '\u0301a',
      starts: [0, 1],
      ends: [1, 2],
    });
  });
});
