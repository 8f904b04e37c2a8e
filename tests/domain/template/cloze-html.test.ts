import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clozeAnswers,
  clozeHtml,
  clozeNumbersIn,
  clozeOnlyHtml,
  clozeProblemsIn,
  clozeShown,
  nextClozeNumber,
  wrapCloze,
} from '../../../src/domain/template/cloze-html.ts';
import { parseCloze, printCloze } from '../../../src/domain/template/cloze-syntax.ts';
import { unbalancedTags } from '../../../src/domain/template/html/balance.ts';
import { isEmptyHtml, textOfHtml } from '../../../src/domain/template/html-text.ts';
import { anyCloze, anyText, hostileText } from './hostile.ts';

/** Spans as marks: _[…]_ hidden, *revealed*, ~inactive~. */
const marked = (html: string): string =>
  html
    .replace(/<span class="cloze" data-hidden>(.*?)<\/span>/g, '_$1_')
    .replace(/<span class="cloze">(.*?)<\/span>/g, '*$1*')
    .replace(/<span class="cloze-inactive">(.*?)<\/span>/g, '~$1~');
const front = (html: string, number = 1) => marked(clozeHtml(html, number, 'front'));
const back = (html: string, number = 1) => marked(clozeHtml(html, number, 'back'));
const plain = (html: string) => html.replace(/<[^>]*>/g, '');

describe('deletions in HTML', () => {
  test('[TEMPLATE-18] hidden on the front, revealed on the back, others marked as inactive', () => {
    const html = '<b>{{c1::a}}</b> {{c2::b::hint}} c';
    expect(clozeHtml(html, 1, 'front')).toBe(
      '<b><span class="cloze" data-hidden>[…]</span></b> <span class="cloze-inactive">b</span> c',
    );
    expect(clozeHtml(html, 1, 'back')).toBe(
      '<b><span class="cloze">a</span></b> <span class="cloze-inactive">b</span> c',
    );
    expect(front(html, 2)).toBe('<b>~a~</b> _[hint]_ c');
  });

  test('[TEMPLATE-18] one deletion may be on two cards, and several on one', () => {
    const html = '{{c1,2::a}} {{c2::b}}';
    expect(clozeNumbersIn(html)).toEqual([1, 2]);
    expect([front(html, 1), front(html, 2)]).toEqual(['_[…]_ ~b~', '_[…]_ _[…]_']);
  });

  test('[TEMPLATE-18] nested: the outer hides the inner, the inner leaves the outer', () => {
    const html = '{{c1::the {{c2::left::side}} atrium::h}}';
    expect(front(html, 1)).toBe('_[h]_');
    expect(plain(clozeHtml(html, 1, 'back'))).toBe('the left atrium');
    expect(clozeHtml(html, 2, 'front')).toBe(
      '<span class="cloze-inactive">the <span class="cloze" data-hidden>[side]</span> atrium</span>',
    );
  });

  test('[TEMPLATE-18] a hint keeps its HTML, and what hides nothing is told of; a picture is something', () => {
    expect(front('{{c1::a::<i>b</i> &amp; c}}')).toBe('_[<i>b</i> &amp; c]_');
    expect(front('{{c1::a:: }}')).toBe('_[…]_');
    expect(clozeNumbersIn('{{c1::<b>&nbsp;</b><br>}} {{c2::<img src="a.png">}}')).toEqual([1, 2]);
    expect(clozeNumbersIn('{{c3::[sound:a.mp3]}} {{c499::x}} {{c500::y}} {{c0::z}}')).toEqual([
      3, 499, 500,
    ]);
    expect(clozeProblemsIn('x {{c1::<b></b>}} {{c2::y')).toEqual([
      { offset: 2, reason: 'empty' },
      { offset: 18, reason: 'unclosed' },
    ]);
  });

  test('[TEMPLATE-18] the first closing braces close, also inside maths', () => {
    expect(back('{{c1::\\(x^{y^{2}}\\)}}')).toBe('*\\(x^{y^{2*\\)}}');
  });

  test('[TEMPLATE-18] any HTML, read and printed, is the same; faces differ in deletions alone', () => {
    let hints = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, anyCloze), (html) => {
        const { nodes } = parseCloze(html, isEmptyHtml);
        expect(printCloze(nodes)).toBe(html);
        expect(parseCloze(printCloze(nodes), isEmptyHtml).nodes).toEqual(nodes);
        if (nodes.some((node) => typeof node !== 'string' && node.hint)) hints++;
        for (const number of clozeNumbersIn(html)) {
          expect(clozeHtml(html, number, 'front')).toContain('[');
          expect(clozeHtml(html, number, 'back')).not.toContain('data-hidden');
        }
      }),
      { numRuns: 1000 },
    );
    expect(hints).toBeGreaterThan(50);
  });
});

describe('deletions across tags', () => {
  test('[TEMPLATE-19] half a pair of tags inside a deletion stays in place', () => {
    expect(front('<b>{{c1::a</b> b}} c')).toBe('<b>_[…]_</b> c');
    expect(back('<b>{{c1::a</b> b}} c')).toBe('<b>*a*</b>* b* c');
    expect(front('<p>a {{c1::b</p><p>c}} d</p>')).toBe('<p>a _[…]_</p><p> d</p>');
    expect(back('<p>a {{c1::b</p><p>c}} d</p>')).toBe('<p>a *b*</p><p>*c* d</p>');
    expect(front('<i>{{c1::<b>x::h</b>}}</i>')).toBe('<i>_[h]_</i>');
    expect(back('<i>{{c1::<b>x::h</b>}}</i>')).toBe('<i><b>*x*</b></i>');
    expect(front('{{c1::<ul><li>a<br></li></ul>}}b')).toBe('_[…]_b');
  });

  test('[TEMPLATE-19] what is balanced in the field is balanced on both sides', () => {
    const tag = fc.constantFrom('<b>', '</b>', '<i>', '</i>', '<p>', '</p>', '<br>');
    const piece = fc.oneof(tag, fc.constantFrom('a', 'b ', '{{c1::x', '{{c2::y', '::h', '}}'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const html = pieces.join('');
        const shown = clozeShown(html);
        for (const number of clozeNumbersIn(html)) {
          for (const side of ['front', 'back'] as const) {
            const tags = unbalancedTags(clozeHtml(html, number, side));
            expect(tags).not.toContain('span');
            if (!html.includes('::h') && unbalancedTags(shown) === '') expect(tags).toBe('');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[TEMPLATE-19] a pair around a tag without a partner is not split by a span', () => {
    expect(clozeHtml('{{c2::y<b><i><b>a</i>}}', 2, 'back')).toBe(
      '<span class="cloze">y</span><b><i><b><span class="cloze">a</span></i>',
    );
  });

  test('[TEMPLATE-19] inside maths there are no spans', () => {
    const html = '\\( {{c1::x}} \\) {{c1::y}} \\[ {{c2::z::h}} \\) {{c1::w}} \\] {{c2::v}}';
    expect(front(html)).toBe('\\( […] \\) _[…]_ \\[ z \\) […] \\] ~v~');
    expect(back(html)).toBe('\\( x \\) *y* \\[ z \\) w \\] ~v~');
    expect(front('{{c1::\\(x\\)}} {{c2::y}}')).toBe('_[…]_ ~y~');
    expect(back('{{c1::\\(x\\)}} {{c2::y}}')).toBe('*\\(x\\)* ~y~');
  });
});

describe('deletions alone', () => {
  test('[TEMPLATE-18] the deletions of a card by themselves: hints, answers', () => {
    const html = 'q {{c1::x::h}} {{c2::y}} {{c1::<b>z</b>}} {{c1::a {{c2::b}} c}}';
    expect(clozeOnlyHtml(html, 1, 'front')).toBe('h, …, …');
    expect(clozeOnlyHtml(html, 1, 'back')).toBe('x, <b>z</b>, a b c');
    expect(clozeAnswers(html, 2)).toEqual(['y', 'b']);
    expect(clozeShown('{{c1::a {{c2::b::h}} c}} {{d')).toBe('a b c {{d');
  });
});

describe('writing deletions', () => {
  test('[TEMPLATE-21] the next number is one above the highest of all fields, 500 at most', () => {
    expect(nextClozeNumber('no deletion')).toBe(1);
    expect(nextClozeNumber('{{c2::a}}', '{{c1,7::b}}', '')).toBe(8);
    expect(nextClozeNumber('{{c500::a}}')).toBe(500);
  });

  test('[TEMPLATE-21] a chosen text becomes one deletion, with what is in it', () => {
    expect(wrapCloze('<b>a</b>', 2)).toBe('{{c2::<b>a</b>}}');
    expect(wrapCloze('a', 1, 'hint')).toBe('{{c1::a::hint}}');
    expect(wrapCloze('a {{c2::b::h}} c', 1, ' ')).toBe('{{c1::a {{c2::b::h}} c}}');
    expect(wrapCloze('\\(x^{y^{2}}\\) a::b {', 1)).toBe('{{c1::\\(x^{y^{2}&#125;\\) a:&#58;b {}}');
    expect(wrapCloze('{x}', 1)).toBe('{{c1::{x&#125;}}');
    expect(wrapCloze('x:', 1, 'y:')).toBe('{{c1::x&#58;::y&#58;}}');
  });

  test('[TEMPLATE-21] whatever is chosen, the deletion hides all of it and nothing else', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (before, chosen, hint) => {
        fc.pre(!isEmptyHtml(clozeShown(chosen)) && !/[<{&]/.test(before + hint));
        const { nodes, problems } = parseCloze(wrapCloze(chosen, 1, hint), isEmptyHtml);
        fc.pre(problems.every(({ reason }) => reason !== 'depth'));
        expect(nodes).toHaveLength(1);
        expect(nodes[0]).toMatchObject({ numbers: [1] });
        expect(textOfHtml(clozeShown(wrapCloze(chosen, 1, hint)))).toBe(
          textOfHtml(clozeShown(chosen)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
