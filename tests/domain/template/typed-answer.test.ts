import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../src/domain/template/html-text.ts';
import { expectedAnswer, typedAnswerHtml } from '../../../src/domain/template/typed-answer.ts';

const compared = (expected: string, typed?: string, ignoresMarks = false) =>
  typedAnswerHtml({ expected, ignoresMarks }, typed)
    .replace('<code class="typed-answer">', '')
    .replace('</code>', '')
    .replace(/<span class="typed-which">.*?<\/span>|<\/?bdi>/g, '')
    .replace(/<span class="typed-arrow">↓<\/span>/, '↓')
    .replace(/<span class="typed-(good|bad|missed)">(.*?)<\/span>/g, (_, verdict, text) => {
      const marks = { good: '==', bad: '--', missed: '++' }[verdict as 'good' | 'bad' | 'missed'];
      return marks.charAt(0) + text + marks.charAt(1);
    });

/** Whether no letter was wrong or missed. */
const isRight = (expected: string, typed: string, ignoresMarks = false) =>
  !/typed-(?:bad|missed)/.test(typedAnswerHtml({ expected, ignoresMarks }, typed));

describe('comparing a typed answer', () => {
  test('[TEMPLATE-17] a right answer is good as a whole', () => {
    expect(compared('left atrium', 'left atrium')).toBe('=left atrium=');
    expect(compared('left atrium', '  left \n atrium ')).toBe('=left atrium=');
    expect(compared('é', 'e\u0301')).toBe('=é=');
  });

  test('[TEMPLATE-17] a wrong one shows what was good, bad and missed', () => {
    expect(compared('foo', 'fob')).toBe('=fo=-b-<br>↓<br>=fo=+o+');
    expect(compared('atrium', 'atrim')).toBe('=atrim=<br>↓<br>=atri=+u+=m=');
    expect(compared('a1b2c3d', 'xaybzcwd')).toBe(
      '-x-=a=-y-=b=-z-=c=-w-=d=<br>↓<br>=a=+1+=b=+2+=c=+3+=d=',
    );
    expect(compared('abc', 'xyz')).toBe('-xyz-<br>↓<br>+abc+');
    expect(compared('Abc', 'abc')).toBe('-a-=bc=<br>↓<br>+A+=bc=');
    expect(compared('é', 'e')).toBe('-e-<br>↓<br>+é+');
  });

  test.each([
    ['as\u00adpirin', 'aspirin'],
    ['5\u20137', '5-7'],
    ['Crohn\u2019s', "Crohn's"],
    ['\u00b5g', '\u03bcg'],
    ['\ufb01n', 'fin'],
    ['fin', '\ufb01n'],
    ['\uff21\uff22', 'AB'],
    ['10\u2076', '10^6'],
    ['10\u207b\u00b3', '10^-3'],
    ['4 × 10^9/l', '4 × 10^9/l'],
    ['4 × 10^9/l', '4 × 10\u2079/l'],
    [expectedAnswer('10<sup style="color: red">6</sup>'), '10^6'],
    [expectedAnswer('10<SUP>-3</SUP>'), '10^-3'],
    [expectedAnswer('10<sup>6</sup>'), '10\u2076'],
    [expectedAnswer('CO<sub>2</sub>'), 'CO2'],
    [expectedAnswer('Ca<sup>2+</sup>'), 'Ca2+'],
  ])('[TEMPLATE-17] %s reads as %s', (expected, typed) => {
    expect(isRight(expected, typed)).toBe(true);
  });

  test.each([
    ['10\u2076', '106'],
    [expectedAnswer('10<sup>6</sup>'), '106'],
    [expectedAnswer('10<sup class="x">6</sup>'), '106'],
    ['\u00bd', '12'],
    ['m\u00b2', 'm2'],
    ['Ł', 'L'],
    ['\u2122', 'TM'],
  ])('[TEMPLATE-17] %s does not read as %s', (expected, typed) => {
    expect(isRight(expected, typed)).toBe(false);
  });

  test.each([
    ['I\u00b2', 'I2'],
    ['Łódź', 'Lodz'],
    ['Søren', 'Soren'],
    ['Straße', 'Strasse'],
    ['Æsop', 'AEsop'],
    ['ısı', 'isi'],
    ['Đ', 'D'],
    ['œdème', 'oedeme'],
  ])('[TEMPLATE-17] with nc: %s is typed as %s', (expected, typed) => {
    expect(isRight(expected, typed, true)).toBe(true);
    expect(isRight(expected, typed)).toBe(false);
  });

  test('[TEMPLATE-17] a sign that is typed as two letters is shown once', () => {
    expect(compared('\ufb01n', 'fix')).toBe('=fi=-x-<br>↓<br>=\ufb01=+n+');
    expect(compared('œil', 'oeuil', true)).toBe('=oe=-u-=il=<br>↓<br>=œil=');
  });

  test('[TEMPLATE-17] nothing typed shows the answer alone', () => {
    expect(compared('a < b')).toBe('a &lt; b');
    expect(compared('abc', '  ')).toBe('abc');
  });

  test('[TEMPLATE-17] whoever hears the lines is told which is which; each runs in its direction', () => {
    const heard = (expected: string, typed: string) =>
      textOfHtml(typedAnswerHtml({ expected, ignoresMarks: false }, typed));
    expect(heard('fob', 'fo')).toBe('You typed: fo\n↓\nThe answer: fob');
    expect(heard('fob', 'fob')).toBe('Right: fob');
    const html = typedAnswerHtml({ expected: 'של 5', ignoresMarks: false }, 'של 6');
    expect(html.match(/<bdi>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<bdi>[^א-ת]*<span class="typed-which">/);
  });

  test('[TEMPLATE-17] marks do not count where the card says so, and the answer keeps its own', () => {
    expect(compared('Ménière', 'Meniere', true)).toBe('=Ménière=');
    expect(compared('Ménière', 'Menire', true)).toBe('=Menire=<br>↓<br>=Méni=+è+=re=');
  });

  test('[TEMPLATE-17] what is typed as the field has it is right', () => {
    const unit = fc.constantFrom(...'10n^-+ ²6⁹aﬁé½·\u0301\u00ad\u200dß😀(');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), fc.boolean(), (text, ignoresMarks) => {
        expect(isRight(expectedAnswer(text), text, ignoresMarks)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('[TEMPLATE-17] what was typed is shown as text, whatever it is', () => {
    expect(compared('a', '<img src=x onerror=alert(1)>')).not.toMatch(/<img/);
  });

  test('[TEMPLATE-17] the good letters of both lines are the same, and no letter is lost', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', ' ', '<', '😀', 'é'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const expected = expectedAnswer(left.replaceAll('<', '&lt;'));
        const typed = right.replace(/\s+/g, ' ').trim();
        const html = typedAnswerHtml({ expected, ignoresMarks: false }, typed);
        if (typed === '' || typed === expected) {
          expect(textOfHtml(html)).toBe(typed === '' ? expected : `Right: ${expected}`);
          return;
        }
        const [given = '', , wanted = ''] = html.split('<br>');
        const all = (line: string) =>
          [...line.matchAll(/<span class="typed-(?!arrow|which)\w+">(.*?)<\/span>/g)]
            .map(([, text]) => text)
            .join('')
            .replaceAll('&lt;', '<');
        const good = (line: string) =>
          [...line.matchAll(/<span class="typed-good">(.*?)<\/span>/g)]
            .map(([, text]) => text)
            .join('');
        expect(all(given)).toBe(typed);
        expect(all(wanted)).toBe(expected);
        expect(good(given)).toBe(good(wanted));
      }),
      { numRuns: 300 },
    );
  });

  test('[TEMPLATE-17] texts too long to compare letter by letter keep their common ends', () => {
    const long = (middle: string) => `start ${middle.repeat(4000)} end`;
    const html = compared(long('ab'), long('ba'));
    expect(html.startsWith('=start =-')).toBe(true);
    expect(html.endsWith('+= end=')).toBe(true);
  });

  test('[TEMPLATE-16] the answer expected is the plain text of the field on one line', () => {
    expect(expectedAnswer('<b>a</b>&nbsp;&amp; b<br>c[sound:x.mp3]<img src="y.png">')).toBe(
      'a & b c',
    );
    expect(expectedAnswer('e\u0301')).toBe('é');
  });
});
