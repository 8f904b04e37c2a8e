import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { renderCard } from '../../../src/domain/template/render.ts';
import { isReadable } from '../../../src/domain/template/html/readable.ts';
import { anyText } from './hostile.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { frontOf, sidesOf, texts, typeOf } from './note-types.ts';

describe('fields and sections', () => {
  test('[TEMPLATE-9] a field stands where it is named, exactly as written, once', () => {
    expect(frontOf('<p>{{A}}|{{ B }}</p>', { a: '<b>x</b>', b: '$& {{C}}', c: 'no' })).toBe(
      '<p><b>x</b>|$& {{C}}</p>',
    );
    expect(frontOf('{{{A}}}', { a: 'x' })).toBe('x}');
    expect(frontOf('{{{{A}}}}', { a: 'x' })).toBe('x}}');
    expect(frontOf('{{A}}', {})).toBe('');
  });

  test.each([
    ['named often', '{{A}}'.repeat(20_000)],
    ['in sections', `${'{{#A}}'.repeat(20)}${'{{A}}'.repeat(20_000)}${'{{/A}}'.repeat(20)}`],
    ['in many sections', '{{#A}}{{A}}{{/A}}'.repeat(20_000)],
    ['filtered', '{{text:A}}'.repeat(20_000)],
    ['deleted and filtered', '{{cloze:A}}{{hint:A}}'.repeat(20_000)],
  ])('[SAFE-19] a large field, %s, comes to little more than what is drawn', (_, front) => {
    const type = typeOf('standard', { front, back: '{{FrontSide}}'.repeat(1_000) });
    const fields = texts({ a: 'large '.repeat(10_000) });
    const sides = renderCard({ slot: 1, tags: [], deckName: '', fields, type });
    for (const html of [sides.front, sides.back]) {
      expect(html.length).toBeLessThan(4_200_000);
      if (html.length > 0) expect(isReadable(html)).toBe(false);
    }
  });

  test('[TEMPLATE-9] a name that is no field says so in its place, escaped', () => {
    expect(frontOf('{{a}}|{{text:<Foo>}}', { a: 'x' })).toBe(
      '{unknown field a}|{unknown field &lt;Foo&gt;}',
    );
    expect(frontOf('{{#Foo}}x{{/Foo}}{{^Foo}}y{{/Foo}}{{__proto__}}', {})).toBe(
      '{unknown field Foo}{unknown field Foo}{unknown field __proto__}',
    );
  });

  test('[TEMPLATE-9] what is wrong in a template is shown as written', () => {
    expect(frontOf('{{A}}{{/B}}{{#B}}z{{', { a: 'x' })).toBe('x{{/B}}{{#B}}z{{');
  });

  test('[TEMPLATE-9] a field is found however its name is composed', () => {
    const type = typeOf('standard', { front: '{{e\u0301}}' });
    const fields = type.fields.map((field) => ({ ...field, name: 'é' }));
    const input = { slot: 1, tags: [], deckName: '', fields: texts({ a: 'x' }) };
    expect(renderCard({ ...input, type: { ...type, fields } }).front).toBe('x');
  });

  test('[TEMPLATE-10] a section shows when its field is filled, a negated one when not', () => {
    const template = '{{#A}}has{{^B}} no b{{/B}}{{/A}}{{^A}}none{{/A}}';
    expect(frontOf(template, { a: 'x' })).toBe('has no b');
    expect(frontOf(template, { a: 'x', b: 'y' })).toBe('has');
    expect(frontOf(template, { a: '<div><br></div> ' })).toBe('none');
    expect(frontOf(template, { a: '<img src="a.png">', b: 'y' })).toBe('has');
    expect(frontOf(template, { a: '<p></p>', b: '&nbsp;' })).toBe('has');
  });

  test('[TEMPLATE-10] sections ask about the card number too', () => {
    const template = '{{#c1}}one{{/c1}}{{^c1}}other{{/c1}}{{#c2}}two{{/c2}}';
    const fields = { a: '{{c1::x}}{{c2::y}}' };
    expect(frontOf(template, fields, { kind: 'cloze', slot: 1 })).toBe('one');
    expect(frontOf(template, fields, { kind: 'cloze', slot: 2 })).toBe('othertwo');
    expect(frontOf('{{#c1}}one{{/c1}}', {})).toBe('one');
  });

  test('[TEMPLATE-11] tags, type, deck, card and flag have names of their own, escaped', () => {
    const more = { tags: ['a::b', '<i>'], deckName: 'X & Y::Z', flag: 3 };
    expect(frontOf('{{Tags}}|{{Type}}|{{Deck}}|{{Subdeck}}|{{Card}}|{{CardFlag}}', {}, more)).toBe(
      '&lt;i&gt; a::b|My type|X &amp; Y::Z|Z|Card 1|flag3',
    );
    expect(frontOf('{{#Tags}}has{{/Tags}}{{^Tags}}none{{/Tags}}{{CardFlag}}', {})).toBe(
      'noneflag0',
    );
    expect(frontOf('{{#Tags}}has{{/Tags}}', {}, { tags: ['x'] })).toBe('has');
    expect(frontOf('{{CardID}}', {}, { cardId: 'n1/1' as CardId })).toBe('n1/1');
  });

  test('[TEMPLATE-11] a field of such a name comes first', () => {
    const type = typeOf('standard', { front: '{{Tags}}{{#c1}}y{{/c1}}' });
    const fields = [
      { id: 'a' as never, name: 'Tags' },
      { id: 'b' as never, name: 'c1' },
    ];
    const input = { slot: 1, tags: ['t'], deckName: '', fields: texts({ a: 'mine' }) };
    expect(renderCard({ ...input, type: { ...type, fields } }).front).toBe('mine');
  });

  test('[TEMPLATE-11] FrontSide is the front, on the back only', () => {
    expect(sidesOf('{{A}}{{FrontSide}}', '{{FrontSide}}<hr>{{B}}', { a: 'q', b: 'r' })).toEqual({
      front: 'q',
      back: 'q<hr>r',
      css: '.card { color: red }',
    });
    const cloze = sidesOf('{{cloze:A}}', '{{FrontSide}}', { a: '{{c1::x}}' }, { kind: 'cloze' });
    expect(cloze.back).toBe('<span class="cloze" data-hidden>[…]</span>');
  });
});

describe('filters', () => {
  test('[TEMPLATE-12] the filter nearest to the name is first, and an unknown one changes nothing', () => {
    expect(frontOf('{{foo:A}}{{clickable:text:bar:A}}', { a: '<b>x</b>' })).toBe('<b>x</b>x');
    const more = { kind: 'cloze' as const };
    expect(frontOf('{{text:cloze:A}}', { a: '<b>{{c1::x::h}}</b>' }, more)).toBe('[h]');
    expect(frontOf('{{cloze:text:A}}', { a: '<b>{{c1::x::h}}</b>' }, more)).toBe(
      '<span class="cloze" data-hidden>[h]</span>',
    );
  });

  test('[TEMPLATE-12] text: leaves plain text, fit for an attribute', () => {
    expect(frontOf('<a title="{{text:A}}">', { a: '<b>x</b><br>"y" &lt;z&gt;' })).toBe(
      '<a title="x\n&quot;y&quot; &lt;z&gt;">',
    );
  });

  test('[TEMPLATE-12] spoken text shows nothing', () => {
    expect(frontOf('{{tts en_US voices=X:A}}|{{tts:A}}', { a: 'x' })).toBe('|x');
    expect(frontOf('a[anki:tts lang=en_US]{{A}}[/anki:tts]b', { a: 'x' })).toBe('ab');
    expect(frontOf('a[anki:tts lang=en_US]{{A}}', { a: 'x' })).toBe('a[anki:tts lang=en_US]x');
  });

  test('[TEMPLATE-13] a hint opens without a script, and is left out when empty', () => {
    expect(frontOf('{{hint:A}}|{{hint:B}}', { a: '<i>x</i>' })).toBe(
      '<details class="hint"><summary>A</summary><i>x</i></details>|',
    );
  });

  test('[TEMPLATE-14] readings stand above, instead of, or not with their signs', () => {
    const fields = {
      a: 'x 漢字[かんじ]を 食[た]べる <b>日本[にほん]</b>&nbsp;本[ほん] [y] q[sound:z.mp3]',
    };
    expect(frontOf('{{furigana:A}}', fields)).toBe(
      'x<ruby>漢字<rt>かんじ</rt></ruby>を<ruby>食<rt>た</rt></ruby>べる <b><ruby>日本<rt>にほん</rt></ruby></b><ruby>本<rt>ほん</rt></ruby> [y] q[sound:z.mp3]',
    );
    expect(frontOf('{{kanji:A}}', fields)).toBe('x漢字を食べる <b>日本</b>本 [y] q[sound:z.mp3]');
    expect(frontOf('{{kana:A}}', fields)).toBe(
      'xかんじをたべる <b>にほん</b>ほん [y] q[sound:z.mp3]',
    );
  });

  test('[TEMPLATE-15] cueless: leaves out the question in brackets that ends a text', () => {
    const cueless = (a: string) => frontOf('{{cueless:A}}', { a });
    expect(cueless('MS (which drug?)')).toBe('MS');
    expect(cueless('<p>MS (a) (which <b>drug</b>?)&nbsp;</p><br>')).toBe('<p>MS (a)&nbsp;</p><br>');
    expect(cueless('<b>MS (which</b> drug?)')).toBe('<b>MS</b>');
    expect(cueless('MS <i>(which drug?</i>)')).toBe('MS <i></i>');
    for (const other of [
      'MS (drug)',
      'MS (drug?) x',
      '(which?)',
      ' <b>(which?)</b>',
      'which?)',
      '',
    ]) {
      expect(cueless(other)).toBe(other);
    }
    expect(cueless('MS (which?)<img src="a.png">')).toBe('MS (which?)<img src="a.png">');
    expect(cueless('<img src="a.png">(which?)')).toBe('<img src="a.png">');
  });
});

describe('typed answers', () => {
  const input = '<span class="typed-input"></span>';

  test('[TEMPLATE-16] the front has the place of the input, and the card says what it expects', () => {
    const sides = sidesOf('{{A}} {{type:B}}', '{{A}} {{type:B}}', {
      a: 'q',
      b: '<b>x</b> &amp; y',
    });
    expect(sides.front).toBe(`q ${input}`);
    expect(sides.typed).toEqual({ expected: 'x & y' });
    expect(sides.back).toBe('q <code class="typed-answer"><bdi>x &amp; y</bdi></code>');
  });

  test('[TEMPLATE-16] an empty field asks for nothing, and a card asks once', () => {
    const empty = sidesOf('{{A}}{{type:B}}', '{{type:B}}', { a: 'q', b: '<br>' });
    expect(empty).toEqual({ front: 'q', back: '', css: '.card { color: red }' });
    const twice = sidesOf('{{type:A}}{{type:B}}', '{{type:A}}', { a: 'x', b: 'y' });
    expect(twice).toMatchObject({ front: input, typed: { expected: 'x' } });
  });

  test('[TEMPLATE-16] of a cloze, the deletions of the card are expected', () => {
    const typed = (a: string, slot: number) =>
      sidesOf('{{cloze:A}}{{type:cloze:A}}', '', { a }, { kind: 'cloze', slot }).typed?.expected;
    const html = '{{c1::x::h}} {{c2::y}} {{c1::<b>z</b>}} {{c3::v {{c4::w}}}} {{c5::s}} {{c5::s}}';
    expect([1, 2, 3, 4, 5, 6].map((slot) => typed(html, slot))).toEqual([
      'x, z',
      'y',
      'v w',
      'w',
      's',
      undefined,
    ]);
  });

  test('[TEMPLATE-16] the comparison stands where the back asks, else where the input was', () => {
    const good =
      '<code class="typed-answer"><span class="typed-which">Right: </span><bdi><span class="typed-good">x</span></bdi></code>';
    const fields = { a: 'q', b: 'x' };
    const back = (template: string) =>
      sidesOf('{{A}}{{type:B}}', template, fields, { typedText: 'x' }).back;
    expect(back('{{FrontSide}}|{{type:B}}')).toBe(`q|${good}`);
    expect(back('{{FrontSide}}|{{B}}')).toBe(`q${good}|x`);
    expect(back('{{B}}')).toBe('x');
  });

  test('[TEMPLATE-16] type:nc: compares without accents', () => {
    const { back } = sidesOf('{{type:nc:B}}', '{{type:nc:B}}', { b: 'é' }, { typedText: 'e' });
    expect(back).toContain('<span class="typed-good">é</span>');
  });
});

describe('cloze and occlusion cards', () => {
  test('[TEMPLATE-20] of two cloze fields, the one without this card is left out', () => {
    const fields = { a: 'a {{c1::x}}', b: 'b {{c2::y}}' };
    const more = { kind: 'cloze' as const };
    expect(frontOf('{{text:cloze:A}}|{{text:cloze:B}}', fields, { ...more, slot: 1 })).toBe(
      'a […]|',
    );
    expect(frontOf('{{text:cloze:A}}|{{text:cloze:B}}', fields, { ...more, slot: 2 })).toBe(
      '|b […]',
    );
  });

  test('[TEMPLATE-20] a deletion gone from the note shows the field unhidden', () => {
    const fields = { a: 'a {{c1::x}}', b: 'b' };
    const more = { kind: 'cloze' as const, slot: 9 };
    expect(frontOf('{{text:cloze:A}}|{{text:cloze:B}}', fields, more)).toBe('a x|b');
    expect(frontOf('{{cloze:A}}|', { a: 'none' })).toBe('|');
  });

  test('[TEMPLATE-24] in an occlusion type the picture is drawn where cloze: stands', () => {
    const a = '{{c2::image-occlusion:rect:left=0:top=0:width=1:height=1}}';
    const sides = sidesOf(
      '{{B}}{{cloze:A}}{{type:cloze:A}}',
      '{{cloze:A}}',
      { a, b: 'x' },
      { kind: 'occlusion', slot: 2 },
    );
    expect(sides.front).toBe('x<div class="occlusion" data-slot="2"></div>');
    expect(sides.back).toBe('<div class="occlusion" data-slot="2"></div>');
  });

  test('[TEMPLATE-9] a card whose template is gone says so', () => {
    expect(frontOf('{{A}}', { a: 'x' }, { slot: 3 })).toBe('{no card 3 in the note type My type}');
  });
});

describe('whatever is rendered', () => {
  test('[TEMPLATE-5] rendering never throws, and puts nothing of a name or tag in as HTML', () => {
    const kind = fc.constantFrom('standard' as const, 'cloze' as const, 'occlusion' as const);
    fc.assert(
      fc.property(kind, anyText, anyText, anyText, anyText, (each, front, back, a, typedText) => {
        const type = typeOf(each, { front, back });
        for (const slot of [1, 2]) {
          const sides = renderCard({
            type: { ...type, name: a },
            fields: texts({ a, b: a }),
            slot,
            tags: [a],
            deckName: a,
            typedText,
          });
          expect(typeof sides.front).toBe('string');
          expect(sides.typed === undefined || sides.typed.expected !== '').toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[TEMPLATE-9] every type that comes with Rounds names only what there is', () => {
    for (const type of STOCK_TYPES) {
      const fields = texts(Object.fromEntries(type.fields.map(({ id }) => [id, `{{c1::${id}}}`])));
      for (const { slot } of type.templates) {
        const { front, back } = renderCard({ type, fields, slot, tags: [], deckName: 'D' });
        expect(front + back).not.toMatch(/unknown field|\{\{[#^/]|FrontSide/);
        expect(front).not.toBe('');
      }
    }
  });
});

describe('[TEMPLATE-33] a right-to-left field', () => {
  const shown = (front: string, a = 'قلب') => {
    const type = typeOf('standard', { front });
    const fields = type.fields.map((each) => ({ ...each, isRightToLeft: each.name === 'A' }));
    return renderCard({
      type: { ...type, fields },
      fields: texts({ a, b: 'x' }),
      slot: 1,
      tags: [],
      deckName: '',
    }).front;
  };
  test.each([
    ['{{A}}', '<div dir="rtl">قلب</div>'],
    ['<p>{{A}}</p>{{B}}', '<p><div dir="rtl">قلب</div></p>x'],
    ['{{#B}}<b>{{A}}</b>{{/B}}', '<b><div dir="rtl">قلب</div></b>'],
    ['Q: {{A}}', 'Q: <bdi dir="rtl">قلب</bdi>'],
    ['<b>{{A}} now</b>', '<b><bdi dir="rtl">قلب</bdi> now</b>'],
    ['<a title="{{text:A}}">{{B}}</a>', '<a title="قلب">x</a>'],
    ['{{#A}}<a title="{{A}}">{{/A}}', '<a title="قلب">'],
    ['{{B}}', 'x'],
  ])('%s shows as %s', (front, expected) => {
    expect(shown(front)).toBe(expected);
    expect(shown('{{A}}', '')).toBe('');
  });
});

describe('[TEMPLATE-37] deletions one after the other', () => {
  const front = (a: string, deletionsShown: number, template = '{{cloze:A}}') =>
    frontOf(template, { a, b: '{{c1::five}}' }, { kind: 'cloze', deletionsShown }).replace(
      /<span class="cloze"( data-hidden)?>(.*?)<\/span>/g,
      (_, hidden, text) => (hidden ? text : `<${text}>`),
    );
  const ANY = '{{c1::one}} {{c2::two}} {{c1::three::hint}}';

  test('so many are shown, in the order in which they stand, and the answer knows nothing of it', () => {
    expect(front(ANY, 0)).toBe('[…] <span class="cloze-inactive">two</span> [hint]');
    expect(front(ANY, 1)).toBe('<one> <span class="cloze-inactive">two</span> [hint]');
    expect(front(ANY, 2)).toBe('<one> <span class="cloze-inactive">two</span> <three>');
    const template = ['{{cloze:A}}', '{{FrontSide}}|{{cloze:A}}'] as const;
    const plain = sidesOf(...template, { a: ANY }, { kind: 'cloze' });
    const shown = sidesOf(...template, { a: ANY }, { kind: 'cloze', deletionsShown: 2 });
    expect(shown.back).toBe(plain.back);
    expect(plain.deletions).toEqual(['one', 'three']);
    expect(shown.deletions).toEqual(plain.deletions);
  });

  test('a field that stands twice shows the same twice, and the next field comes after it', () => {
    const twice = '{{cloze:A}}|{{edit:cloze:A}}|{{cloze:B}}';
    expect(front('{{c1::one}} {{c1::two}}', 1, twice)).toBe('<one> […]|<one> […]|[…]');
    expect(front('{{c1::one}} {{c1::two}}', 2, twice)).toBe('<one> <two>|<one> <two>|[…]');
    expect(front('{{c1::one}} {{c1::two}}', 3, twice)).toBe('<one> <two>|<one> <two>|<five>');
  });

  test('what lies in a deletion comes with it; in maths there is no markup', () => {
    expect(front('{{c1::a {{c1::b}} c}} {{c1::d}}', 1)).toBe('<a b c> […]');
    expect(front('\\( {{c1::a}} + {{c1::b}} \\)', 1)).toBe('\\( a + […] \\)');
    expect(front('{{c2::a {{c1::b}}}} {{c1::d}}', 1)).toBe(
      '<span class="cloze-inactive">a <b></span> […]',
    );
  });

  test('other cards have none', () => {
    expect(sidesOf('{{A}}', '', { a: 'x' }).deletions).toBeUndefined();
    expect(sidesOf('{{cloze:A}}', '', { a: 'x {{c2::y}}' }, { kind: 'cloze' }).deletions).toEqual(
      undefined,
    );
  });
});

describe('[TEMPLATE-38] tags that are marked, for links', () => {
  const tags = ['Heart::Valves & <b>', 'new'];
  const marked =
    '<span data-rounds-tag="Heart">Heart</span>::' +
    '<span data-rounds-tag="Heart::Valves &amp; &lt;b&gt;">Valves &amp; &lt;b&gt;</span> ' +
    '<span data-rounds-tag="new">new</span>';
  const text = 'Heart::Valves &amp; &lt;b&gt; new';
  const front = (template: string, more = {}) =>
    frontOf(template, { a: 'x' }, { tags, marksTags: true, ...more });

  test('each level of each, through filters of add-ons too', () => {
    expect(front('{{Tags}}')).toBe(marked);
    expect(front('{{clickable::Tags}}')).toBe(marked);
    expect(front('<div>{{#Tags}}{{edit:Tags}}{{/Tags}}</div>')).toBe(`<div>${marked}</div>`);
  });

  test('not where nobody asked, in attributes and styles, nor where a filter reads signs', () => {
    expect(frontOf('{{Tags}}', {}, { tags })).toBe(text);
    expect(front('<div class="{{Tags}}" title=\'{{Tags}}\'>{{Tags}}</div>')).toBe(
      `<div class="${text}" title='${text}'>${marked}</div>`,
    );
    expect(front('<style>.{{Tags}} {color: red}</style>{{Tags}}')).toBe(
      `<style>.${text} {color: red}</style>${marked}`,
    );
    expect(front('{{text:Tags}}|{{kana:Tags}}|{{cueless:Tags}}')).toBe(`${text}|${text}|${text}`);
  });

  test('a field called Tags is a field', () => {
    const type = typeOf('standard', { front: '{{Tags}}' });
    const [field] = type.fields;
    if (!field) throw new Error('no field');
    const input = { fields: texts({ a: '<i>own</i>' }), slot: 1, tags, deckName: '' };
    const own = { ...type, fields: [{ ...field, name: 'Tags' }] };
    expect(renderCard({ ...input, type: own, marksTags: true }).front).toBe('<i>own</i>');
  });
});

describe('[TEMPLATE-40] fields that only a script gets', () => {
  const closed = (name: string, html: string) =>
    `<details class="script-field"><summary>${name}</summary>${html}</details>`;
  const SCRIPT = '<script>const more = `{{B}}`; if (1 < 2) box.innerHTML = more</script>';

  test('stand closed at the end of the side, under their names', () => {
    const { front, back } = sidesOf(`{{A}}${SCRIPT}`, '{{FrontSide}}', { a: 'x', b: '<b>y</b>' });
    expect(front.endsWith(`</script>${closed('B', '<b>y</b>')}`)).toBe(true);
    expect(back).toBe(front);
    const { back: later } = sidesOf('{{A}}', `{{FrontSide}}${SCRIPT}`, { a: 'x', b: 'y' });
    expect(later.endsWith(closed('B', 'y'))).toBe(true);
  });

  test.each([
    ['that a side shows', `{{A}}${SCRIPT}`, '{{B}}', { a: 'x', b: 'y' }],
    ['that the same side shows', `{{A}}${SCRIPT}{{text:B}}`, '', { a: 'x', b: 'y' }],
    ['that are empty', `{{A}}${SCRIPT}`, '', { a: 'x', b: '<br>' }],
    ['in attributes', '<p class="{{B}}">{{A}}</p><script></script>', '', { a: 'x', b: 'y' }],
    ['that are none', '{{A}}<script>"{{Tags}} {{Z}}"</script>', '', { a: 'x' }],
  ])('none for those %s', (_, front, back, fields) => {
    const sides = sidesOf(front, back, fields);
    expect(sides.front + sides.back).not.toContain('script-field');
  });

  test('their deletions are asked for as on the card', () => {
    const { front, back } = sidesOf(
      '{{cloze:A}}<script>show(`{{B}}`)</script>',
      '{{cloze:A}}<script>show(`{{B}}`)</script>',
      { a: '{{c1::x}}', b: '{{c1::y}}' },
      { kind: 'cloze' },
    );
    expect(front).toContain(closed('B', '<span class="cloze" data-hidden>[…]</span>'));
    expect(back).toContain(closed('B', '<span class="cloze">y</span>'));
  });
});
