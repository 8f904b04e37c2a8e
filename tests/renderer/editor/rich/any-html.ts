import fc from 'fast-check';

const WORDS = [
  'a',
  'JCV',
  ' ',
  '  ',
  'α4β1 ',
  '&lt;',
  '&nbsp;',
  '\n',
  '\\(x\\)',
  '{{c1::y}}',
  '::',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(''));
const attributes = fc.constantFrom(
  '',
  '',
  '',
  ' class="a"',
  ' class="b c"',
  ' style="color: red;"',
  ' style="background-color: blue;"',
  ' style="font-size: 2em; color: green;"',
  ' data-x="1"',
  ' title="t"',
);
const INLINE =
  'b strong i em u ins s del strike sub sup code span font mark kbd small a abbr ruby rt q var tt';
const BLOCK = 'div p div div center section blockquote pre article details summary';
const atom = fc.constantFrom(
  '<br>',
  '<br>',
  '<img src="a.png">',
  '<img src="https://example.org/x.png" alt="y">',
  '[sound:a.mp3]',
  '<hr>',
  '<wbr>',
  '<audio src="b.mp3"></audio>',
);

/** HTML of every element that a field may have, nested as no person would, and well-formed. */
export const anyHtml: fc.Arbitrary<string> = fc.letrec<{ part: string; parts: string }>((tie) => ({
  parts: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    atom,
    wrapped('h1 h4', text, 'h'),
    // Formatting around no words at all may go.
    wrapped(INLINE, tie('parts'), 'w'),
    wrapped(BLOCK, tie('parts'), ''),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), attributes, fc.array(tie('parts'), { maxLength: 3 }))
      .map(([tag, attribute, items]) => {
        return `<${tag}${attribute}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
      }),
    fc
      .tuple(
        attributes,
        fc.array(fc.array(tie('parts'), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
      )
      .map(([attribute, rows]) => {
        const cells = (row: string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
        const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
        return `<table${attribute}><tbody>${body}</tbody></table>`;
      }),
  ),
})).parts;

function wrapped(tags: string, inside: fc.Arbitrary<string>, word: string) {
  return fc
    .tuple(fc.constantFrom(...tags.split(' ')), attributes, inside)
    .map(([tag, attribute, content]) => {
      const address = tag === 'a' ? ' href="https://example.org/"' : '';
      return `<${tag}${address}${attribute}>${word}${content}</${tag}>`;
    });
}
