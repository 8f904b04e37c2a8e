import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import type { FieldId, NoteId } from '../../../src/kernel/ids.ts';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { clozeNumbersIn } from '../../../src/domain/template/cloze-html.ts';
import { planReplace, type ReplaceRequest } from '../../../src/domain/replace/plan-replace.ts';
import { textOfHtml } from '../../../src/domain/template/html-text.ts';

type Request = Partial<ReplaceRequest> & { readonly find: string };
const request = (more: Request): ReplaceRequest => ({
  replaceWith: '',
  isRegex: false,
  inHtml: false,
  matchCase: false,
  ...more,
});
const notesOf = (...fields: Record<string, string>[]) =>
  fields.map((each, index) => ({ id: `n${index + 1}` as NoteId, fields: each as FieldTexts }));

function plan(more: Request, ...fields: Record<string, string>[]) {
  const result = planReplace(request(more), notesOf(...fields));
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}
/** One field's text after replacing. */
function replaced(html: string, more: Request): string {
  const { edits } = plan(more, { front: html });
  return edits[0]?.fields['front' as FieldId] ?? html;
}
function problem(more: Request): string {
  const result = planReplace(request(more), notesOf({ front: 'text' }));
  return result.ok ? '' : Object.values(result.problem).join(' ');
}

describe('plain text', () => {
  test.each<[string, string, Request, string]>([
    [
      'in any case',
      'The Aorta, the aorta',
      { find: 'aorta', replaceWith: 'vessel' },
      'The vessel, the vessel',
    ],
    [
      'in this case only',
      'The Aorta, the aorta',
      { find: 'aorta', replaceWith: 'x', matchCase: true },
      'The Aorta, the x',
    ],
    ['signs are no pattern', 'a.c abc (x)+', { find: 'a.c', replaceWith: '$1' }, '$1 abc (x)+'],
    ['not in a tag', '<b class="b">b</b>', { find: 'b', replaceWith: 'x' }, '<b class="b">x</b>'],
    [
      'not in a quoted >',
      '<img alt="a > b">b',
      { find: 'b', replaceWith: 'x' },
      '<img alt="a > b">x',
    ],
    ['not in a comment', '<!-- b -->b', { find: 'b', replaceWith: 'x' }, '<!-- b -->x'],
    [
      'not in a style',
      '<style>b{}</style>b',
      { find: 'b', replaceWith: 'x' },
      '<style>b{}</style>x',
    ],
    ['not in a sound', 'b [sound:b.mp3] b', { find: 'b', replaceWith: 'x' }, 'x [sound:b.mp3] x'],
    [
      'a reference as its sign',
      'pH &gt; 7 &amp; up',
      { find: '> 7 &', replaceWith: '< 6 and' },
      'pH &lt; 6 and up',
    ],
    ['not within a reference', 'salt &amp; amp', { find: 'amp', replaceWith: 'x' }, 'salt &amp; x'],
    [
      'a space as any white space',
      'left&nbsp;heart, left\nheart',
      { find: 'left heart', replaceWith: 'LV' },
      'LV, LV',
    ],
    ['two spaces as two', 'a b  c', { find: '  ', replaceWith: ' ' }, 'a b c'],
    [
      'letters composed or not',
      'cafe\u0301 caf\u00e9',
      { find: 'caf\u00e9', replaceWith: 'tea' },
      'tea tea',
    ],
    [
      'no letter without its mark',
      'cafe\u0301',
      { find: 'cafe', replaceWith: 'tea' },
      'cafe\u0301',
    ],
    [
      'signs beyond the first plane',
      '🫀 &#x1FAC0; x',
      { find: '🫀', replaceWith: 'heart' },
      'heart heart x',
    ],
    ['what is put in is text', 'a', { find: 'a', replaceWith: 'x < y & z' }, 'x &lt; y &amp; z'],
    ['unless it has tags', 'CO2', { find: 'CO2', replaceWith: 'CO<sub>2</sub>' }, 'CO<sub>2</sub>'],
    ['a line break', 'a', { find: 'a', replaceWith: 'x\ny' }, 'x<br>y'],
    ['a < is a sign like others', '<b>a</b> b', { find: '<b>', replaceWith: '<i>' }, '<b>a</b> b'],
    [
      'in the HTML, where that is chosen',
      '<b>a</b> b',
      { find: '<b>', replaceWith: '<i>', inHtml: true },
      '<i>a</b> b',
    ],
    [
      'deletions stay',
      'The {{c1::aorta}}',
      { find: 'aorta', replaceWith: 'vein' },
      'The {{c1::vein}}',
    ],
    ['a tag left open', 'a <b', { find: 'b', replaceWith: 'x' }, 'a <b'],
    ['a lone <', 'a < b', { find: 'b', replaceWith: 'x' }, 'a < x'],
    ['a reference without its semicolon', 'a&ampb', { find: '&', replaceWith: 'and' }, 'aandb'],
  ])('[REPLACE-1] %s', (_, html, more, expected) => {
    expect(replaced(html, more)).toBe(expected);
  });

  test('[REPLACE-1] words parted by a tag are not one', () => {
    expect(plan({ find: 'left heart' }, { front: 'left <b>heart</b>' }).edits).toEqual([]);
  });

  test('[REPLACE-3] plain text leaves every tag as it was', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<img src="a.png" alt="ab">',
      '<br>',
      'a',
      'b',
      'ab',
      ' ',
      '&amp;',
      '&lt;',
      '[sound:ab.mp3]',
      '<!-- ab -->',
      '{{c1::',
      '}}',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.constantFrom('a', 'b', 'ab', '&', ' ', 'src'),
        fc.constantFrom('', 'x', '>', '&b'),
        (pieces, find, replaceWith) => {
          const html = pieces.join('');
          const after = replaced(html, { find, replaceWith });
          const marks = (text: string) => text.match(/<[^>]*>|\[sound:[^\]]*\]/g);
          expect(marks(after)).toEqual(marks(html));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('[REPLACE-1] on text without tags it does what replacing the text does', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', ' ', '.', '$', '&', '<', '>', 'é'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        anyText,
        fc.string({
          unit: fc.constantFrom('a', 'b', '.', '$', '&', '>'),
          minLength: 1,
          maxLength: 3,
        }),
        (text, find) => {
          const html = text
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;');
          const after = replaced(html, { find, replaceWith: 'x$1', matchCase: true });
          expect(textOfHtml(after)).toBe(squeezed(text.replaceAll(find, () => 'x$1')));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const squeezed = (text: string) => text.replace(/ +/g, ' ').trim();

/** The pattern with words of all alphabets, as the language's own engine has to be told. */
function ofAllAlphabets(pattern: string): string {
  const word = '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]';
  return pattern
    .replaceAll('\\w', word)
    .replaceAll('\\b', `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`)
    .replaceAll('\\B', `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`);
}

describe('regular expressions', () => {
  test.each<[string, string, Request, string]>([
    [
      'groups by number',
      'Smith, John',
      { find: '(\\w+), (\\w+)', replaceWith: '$2 $1' },
      'John Smith',
    ],
    [
      'groups by name',
      '5 mg',
      { find: '(?<dose>\\d+) mg', replaceWith: `$<dose> milligrams, $\{dose}` },
      '5 milligrams, 5',
    ],
    ['the whole match and a dollar', 'a', { find: 'a', replaceWith: '[$&$0] $$1' }, '[aa] $1'],
    ['group 1 and a digit', 'ab', { find: '(a)b', replaceWith: '$10' }, 'a0'],
    ['a group that took no part', 'b', { find: '(a)?b', replaceWith: '<$1>' }, '<>'],
    [
      'the source, tags and all',
      '<b>a</b>',
      { find: '<b>(.*?)</b>', replaceWith: '<i>$1</i>' },
      '<i>a</i>',
    ],
    ['what is put in is HTML', 'a&amp;b', { find: '&amp;', replaceWith: '&' }, 'a&b'],
    ['any case unless asked', 'Aa', { find: 'a', replaceWith: 'x' }, 'xx'],
    ['this case if asked', 'Aa', { find: 'a', replaceWith: 'x', matchCase: true }, 'Ax'],
    [
      'a repetition remembers its last round',
      'abab',
      { find: '(?:(a)|b)*', replaceWith: '[$1]' },
      '[][]',
    ],
    [
      'a letter of a word is no word',
      'Männer, M',
      { find: '\\bM\\b', replaceWith: 'x' },
      'Männer, x',
    ],
    ['words of all alphabets', 'Größe 5', { find: '\\w+', replaceWith: '<$&>' }, '<Größe> <5>'],
    ['letters alone', 'Größe5', { find: '[^\\W\\d]+', replaceWith: 'x' }, 'x5'],
    ['classes of ASCII', 'a1:b2', { find: '[[:digit:]]', replaceWith: 'x' }, 'ax:bx'],
    ['what the pattern says of case', 'Aa', { find: '(?-i)a', replaceWith: 'x' }, 'Ax'],
    ['lazy ones take the least', 'aaa', { find: 'a+?', replaceWith: 'x' }, 'xxx'],
  ])('[REPLACE-2] %s', (_, html, more, expected) => {
    expect(replaced(html, { isRegex: true, inHtml: true, ...more })).toBe(expected);
  });

  test.each<[string, string]>([
    ['(', 'regular expression'],
    ['[z-a]', 'regular expression'],
    ['a(?=b)', 'ahead or behind'],
    ['(a)\\1', 'refers back'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'too deep'],
    ['((((a{60}){60}){60}){60})', 'too large'],
  ])('[REPLACE-2] %s is refused with the reason', (find, reason) => {
    expect(problem({ find, isRegex: true })).toContain(reason);
    expect(problem({ find, isRegex: true })).toContain('Nothing was changed.');
  });

  test.each(['$2', '$<name>', `$\{name}`, `$\{2}`])(
    '[REPLACE-2] %s without such a group is refused',
    (replaceWith) => {
      expect(problem({ find: '(a)', isRegex: true, replaceWith })).toContain(`uses ${replaceWith}`);
    },
  );

  test.each([
    '(a+)+$',
    '(a|a)*$',
    '(a|aa)+$',
    '(.*)*x',
    '(\\w+\\s?)*$',
    'a*a*a*a*a*a*a*a*b',
    '(a?){30}a{30}b',
  ])('[REPLACE-2] %s takes no longer than any other', (find) => {
    const html = `${'a'.repeat(2000)}!`;
    expect(replaced(html, { find, isRegex: true, replaceWith: '' }).length).toBeLessThanOrEqual(
      2001,
    );
  });

  test.each<[string, string, string, number]>([
    ['x*', 'axb', '-a--b-', 4],
    ['', 'ab', '', 0],
    ['^', 'ab', '-ab', 1],
    ['$', 'ab', 'ab-', 1],
    ['\\b', 'ab cd', '-ab- -cd-', 4],
    ['(?:)', '🫀', '-🫀-', 2],
  ])(
    '[REPLACE-4] %s matches nothing in some places, and the search ends',
    (find, html, expected, count) => {
      if (find === '') {
        expect(problem({ find, isRegex: true })).toContain('nothing to look for');
        return;
      }
      const found = plan({ find, isRegex: true, replaceWith: '-' }, { front: html });
      expect(found.edits[0]?.fields['front' as FieldId]).toBe(expected);
      expect(found.occurrences).toBe(count);
    },
  );

  test('[REPLACE-2] it replaces what a backtracking engine would', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\w',
      '[ab]',
      '[^a]',
      'é',
      '\\d',
      '<',
      '\\.',
      '\\p{L}',
    );
    const { pattern } = fc.letrec<{ pattern: string; full: string; part: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small' },
        tie('full'),
        fc
          .tuple(
            fc.constantFrom('^', '\\b', '\\B', ''),
            tie('full'),
            fc.constantFrom('$', '\\b', ''),
          )
          .map((parts) => parts.join('')),
        fc.tuple(tie('full'), tie('full')).map(([a, b]) => `${a}|${b}`),
      ),
      // Never empty: engines differ about rounds of a repetition that find nothing.
      full: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc
          .tuple(
            atom,
            fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{1,}?'),
            atom,
          )
          .map((parts) => parts.join('')),
        tie('full').map((inner) => `(${inner})`),
        fc.tuple(tie('full'), tie('full')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(
            tie('full'),
            tie('full'),
            fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{0,2}?'),
          )
          .map(([a, b, times]) => `(${a}|(?:${b}))${times}${'a'}`),
      ),
    }));
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', 'é', '<', '\n', ' ', '1', '🫀'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (find, html, matchCase) => {
        fc.pre(find.length <= 80);
        const expected = html.replace(
          new RegExp(ofAllAlphabets(find), matchCase ? 'gu' : 'giu'),
          (...found) => {
            const groups = found.slice(
              1,
              found.findIndex((each) => typeof each === 'number'),
            );
            return `[${found[0]}${groups.map((group) => `|${group ?? ''}`).join('')}]`;
          },
        );
        const count = new RegExp(`${find}|`, 'u').exec('')?.length ?? 1;
        const replaceWith = `[$&${Array.from({ length: count - 1 }, (_, index) => `|\${${index + 1}}`).join('')}]`;
        expect(replaced(html, { find, isRegex: true, inHtml: true, matchCase, replaceWith })).toBe(
          expected,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the plan', () => {
  test('[REPLACE-3] holds changed fields only, counts places, and shows the first fifty', () => {
    const notes = Array.from({ length: 60 }, (_, index) => ({
      front: `a a ${index}`,
      back: 'b',
      extra: index % 2 ? 'a' : '',
    }));
    const { edits, occurrences, samples } = plan({ find: 'a', replaceWith: 'x' }, ...notes);
    expect(edits).toHaveLength(60);
    expect(occurrences).toBe(150);
    expect(samples).toHaveLength(50);
    expect(edits[1]).toEqual({ noteId: 'n2', fields: { front: 'x x 1', extra: 'x' } });
    expect(samples[0]).toEqual({ noteId: 'n1', fieldId: 'front', before: 'a a 0', after: 'x x 0' });
  });

  test('[REPLACE-3] one field can be chosen', () => {
    const { edits } = plan(
      { find: 'a', fieldId: 'back' as FieldId },
      { front: 'a', back: 'ab' },
      { front: 'a' },
    );
    expect(edits).toEqual([{ noteId: 'n1', fields: { back: 'b' } }]);
  });

  test('[REPLACE-3] what stays the same is no change', () => {
    expect(plan({ find: 'a', replaceWith: 'a' }, { front: 'a A' })).toMatchObject({
      occurrences: 1,
    });
    expect(plan({ find: 'b', replaceWith: 'b' }, { front: 'b' })).toEqual({
      edits: [],
      occurrences: 0,
      samples: [],
      cards: [],
    });
  });

  test('[REPLACE-4] nothing to look for is a problem, and so is a whole book', () => {
    expect(problem({ find: '' })).toContain('nothing to look for');
    expect(problem({ find: 'a'.repeat(10_001) })).toContain('longer than');
    expect(problem({ find: 'a'.repeat(10_001), isRegex: true })).toContain('longer than');
    expect(plan({ find: 'a'.repeat(10_000) }, { front: 'a' }).edits).toEqual([]);
  });

  test('[REPLACE-3] names of the language are fields like any other', () => {
    const fields = JSON.parse('{"__proto__":"a","constructor":"a"}');
    const { edits } = plan({ find: 'a', replaceWith: 'x' }, fields);
    expect(Object.entries(edits[0]?.fields ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'x'],
    ]);
  });

  test('[REPLACE-3] doing it twice finds nothing more, where what is put in does not hold it', () => {
    const html = fc.string({
      unit: fc.constantFrom('a', 'b', '<b>', '</b>', '&amp;', ' ', '\n', '"', '>', '<'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(html, fc.boolean(), (front, isRegex) => {
        const once = replaced(front, { find: 'ab', replaceWith: 'c', isRegex });
        expect(plan({ find: 'ab', replaceWith: 'c', isRegex }, { front: once }).edits).toEqual([]);
      }),
    );
  });
});

/** Pieces of a field, and which of them a reader sees as text. */
const UNSEEN_PIECES = [
  '<b class="C1">',
  '</b>',
  '<img src="C1.png" alt="C1">',
  '<!-- C1 -->',
  '<style>.C1 {}</style>',
  '[sound:C1.mp3]',
  '[anki:play:C1:0]',
  '\\(C1 + \\mathrm{C1}\\)',
  '\\[C1\\]',
  '[latex]C1[/latex]',
  '[$]C1[/$]',
  '[$$]C1[/$$]',
  '<anki-mathjax>C1</anki-mathjax>',
];

describe('what a reader does not see', () => {
  test.each(UNSEEN_PIECES)('[REPLACE-5] %s is left as it is, by words and by patterns', (piece) => {
    const html = `C1 ${piece} C1`;
    for (const isRegex of [false, true]) {
      expect(replaced(html, { find: 'C1', replaceWith: 'axis', isRegex })).toBe(
        `axis ${piece} axis`,
      );
    }
    expect(replaced(html, { find: 'C1', replaceWith: 'axis', inHtml: true })).not.toContain('C1');
  });

  test.each([false, true])('[REPLACE-5] marks of deletions stay (pattern: %s)', (isRegex) => {
    const html = '{{c1::Atlas::C1}} is the vertebra C1 {{c1,2::c1 {{c2::C1}}}}';
    expect(replaced(html, { find: 'c1', replaceWith: 'x', isRegex })).toBe(
      '{{c1::Atlas::x}} is the vertebra x {{c1,2::x {{c2::x}}}}',
    );
    expect(replaced('{{c1::a::b}} :: }}', { find: '::', replaceWith: '-', isRegex })).toBe(
      '{{c1::a::b}} - }}',
    );
    expect(replaced('{{c1::a}}', { find: isRegex ? '\\}' : '}', isRegex })).toBe('{{c1::a}}');
  });

  test('[REPLACE-5] masks of an image stay', () => {
    const html = '{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}<br>left';
    expect(replaced(html, { find: 'left', replaceWith: 'right' })).toBe(
      html.replace(/left$/, 'right'),
    );
  });

  test('[REPLACE-5] no pattern goes across what parts the text, and ^ $ are ends of the field', () => {
    const html = '<div>one {{c1::two}} <b>three</b></div>';
    expect(replaced(html, { find: '.+', replaceWith: 'x', isRegex: true })).toBe(
      '<div>x{{c1::x}}x<b>x</b></div>',
    );
    expect(replaced(html, { find: '^\\w+|\\w+$', replaceWith: 'x', isRegex: true })).toBe(
      '<div>x {{c1::two}} <b>x</b></div>',
    );
  });

  test('[REPLACE-5] what a group found is text again', () => {
    expect(
      replaced('x &lt;b&gt; y &amp; z', { find: '(\\S+) y', replaceWith: '$1!', isRegex: true }),
    ).toBe('x &lt;b&gt;! &amp; z');
  });

  test.each([
    ['as\u00adpirin', 'aspirin'],
    ['as&shy;pirin', 'aspirin'],
    ['as\u200bpirin', 'aspirin'],
    ['5 \u00b5g', '5 \u03bcg'],
    ['de\ufb01ne', 'define'],
    ['Crohn\u2019s', "Crohn's"],
    ['5\u20137 days', '5-7 days'],
    ['e\u0301tat', '\u00e9tat'],
    ['e&#x301;tat', '\u00e9tat'],
  ])('[REPLACE-6] %s is found as it reads', (html, find) => {
    expect(replaced(html, { find, replaceWith: 'x' })).toBe('x');
    expect(replaced(`a ${html}, b`, { find, replaceWith: 'x' })).toBe('a x, b');
  });

  test('[REPLACE-6] a sign that nobody sees is found in the HTML only', () => {
    expect(problem({ find: '\u00ad' })).toContain('In the HTML');
    expect(replaced('as\u00adpirin', { find: '\u00ad', inHtml: true })).toBe('aspirin');
  });

  test('[REPLACE-5] whatever is sought, unseen pieces stay as they were', () => {
    const marks = ['{{c1::', '{{c2::', '::', '}}'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...UNSEEN_PIECES, ...marks, 'C1', ' ', 'a'), { maxLength: 15 }),
        fc.constantFrom('C1', 'c', '1', 'C', ' ', '(', 'sound', 'class', 'a'),
        fc.boolean(),
        (pieces, find, isRegex) => {
          const html = pieces.join('');
          const sought = isRegex ? find.replace('(', '\\(') : find;
          const after = replaced(html, { find: sought, replaceWith: 'z', isRegex });
          const unseen = (text: string) =>
            text.match(/<[^>]*>|\[(?:sound|anki):[^\]]*\]|\{\{c[12]::/g) ?? [];
          const deletions = (text: string) => clozeNumbersIn(text);
          expect(unseen(after)).toEqual(unseen(html));
          expect(deletions(after)).toEqual(deletions(html));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('cards', () => {
  const cloze = STOCK_TYPES.find(({ kind }) => kind === 'cloze') as NoteType;
  const [first] = cloze.fields;
  const noteOf = (text: string) => ({
    id: 'n1' as NoteId,
    fields: { [first?.id as FieldId]: text } as FieldTexts,
    type: cloze,
  });
  const cardsOf = (text: string, more: Request) => {
    const result = planReplace(request(more), [noteOf(text)]);
    return result.ok ? result.value.cards : result.problem;
  };

  test('[REPLACE-7] every card that would go or come is named', () => {
    const text = '{{c1::Atlas}} is the vertebra C1, {{c2::axis}} C2';
    expect(cardsOf(text, { find: 'C1', replaceWith: 'first cervical' })).toEqual([]);
    expect(cardsOf(text, { find: 'C1', replaceWith: 'first cervical', inHtml: true })).toEqual([
      { noteId: 'n1', slot: 1, change: 'goes', note: 'Atlas is the vertebra C1, axis C2' },
    ]);
    expect(cardsOf(text, { find: 'C2', replaceWith: '{{c3::C2}}' })).toEqual([
      { noteId: 'n1', slot: 3, change: 'comes', note: 'Atlas is the vertebra C1, axis C2' },
    ]);
    expect(
      cardsOf(text, { find: 'c(\\d)::', replaceWith: 'c5::', isRegex: true, inHtml: true }),
    ).toMatchObject([
      { slot: 1, change: 'goes' },
      { slot: 2, change: 'goes' },
      { slot: 5, change: 'comes' },
    ]);
    expect(cardsOf(text, { find: 'c2::', replaceWith: 'c5::', inHtml: true })).toMatchObject([
      { slot: 2, change: 'goes' },
      { slot: 5, change: 'comes' },
    ]);
  });
});
