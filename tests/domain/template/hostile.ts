import fc from 'fast-check';

/** Pieces of HTML, templates, clozes and masks that break readers when put side by side. */
export const PIECES: readonly string[] = [
  '<',
  '<a',
  '<a b="',
  '<b>',
  '</b>',
  '<i>',
  '</p>',
  '<p>',
  '<br>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<style>',
  '<img src="a.png">',
  '<img src=',
  '"',
  "'",
  '>',
  '&',
  '&amp;',
  '&nbsp;',
  '&#x',
  '&#0;',
  ' ',
  '\n',
  '\t',
  '[sound:',
  '[',
  ']',
  'url(',
  ')',
  '(',
  '?)',
  '{',
  '}',
  '{{',
  '}}',
  '{{A}}',
  '{{#A}}',
  '{{^B}}',
  '{{/A}}',
  '{{/B}}',
  '{{cloze:A}}',
  '{{type:B}}',
  '{{FrontSide}}',
  '{{=<% %>=}}',
  '<%',
  '%>',
  '{{!',
  '{{c1::',
  '{{c2::',
  '{{c1,3::',
  '{{c0::',
  '::',
  'image-occlusion:',
  'rect:left=.1:top=.2:width=.3:height=.4',
  'text:left=.1:top=.2:text=',
  ':oi=1',
  ':',
  '\\',
  '\\(',
  '\\)',
  '漢字',
  'a',
  'é',
  'e\u0301',
  '\u0000',
  '\ud800',
  '$&',
  '__proto__',
];

export const hostileText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

/** Of few pieces, so that they often make a whole: a section that closes, a deletion with a hint. */
const ofFew = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...pieces), { maxLength: 20, size: 'max' })
    .map((parts) => parts.join(''));

export const anyTemplate = ofFew(
  '{{#A}}|{{# A }}|{{^B}}|{{/A}}|{{/ A }}|{{ /B}}|{{A}}|{{ text : A }}|{{!x}}|{{|}}| |x|<!--|-->'.split(
    '|',
  ),
);
export const anyCloze = ofFew(
  '{{c1::|{{c1::a|{{c2::b|::h }}|::<i>h}}|{{c2::|{{c1,3::|{{c03::|{{c0::|}}|}}|}}|::|::| |\n|a|<b>|</b>|{|}|:'.split(
    '|',
  ),
);

export const anyText = fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 60 }));
