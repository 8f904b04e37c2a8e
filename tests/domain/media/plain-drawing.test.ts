import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainDrawing } from '../../../src/domain/media/plain-drawing.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (inside: string) => `<svg ${SVG} width="9" height="9">${inside}</svg>`;
const MASK = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${SVG} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="400" height="300">
 <!-- <use> made with an add-on -->
 <inkscape:perspective id="p"/><metadata><rdf:RDF/></metadata>
 <g><title>Layer 1</title></g>
 <g display="inline"><title>Masks</title><rect id="a-1" fill="#ffeba2" x="1" y="2" width="3" height="4"/></g>
</svg>`;

test('[SAFE-26] masks and other plain drawings are such', () => {
  expect(isPlainDrawing(MASK)).toBe(true);
  for (const inside of [
    '',
    '<text x="1">3 &lt; 4<tspan>α</tspan></text>',
    '<defs><linearGradient id="a"><stop/></linearGradient></defs><path fill="url(#a)" d="M0 0"/>',
    '<style><![CDATA[ .a > .b { fill: red } ]]></style>',
  ]) {
    expect([inside, isPlainDrawing(drawing(inside))]).toEqual([inside, true]);
  }
});

test.each([
  ['what repeats', drawing('<g id="a"/><use href="#a"/>')],
  [
    'what repeats under a prefix',
    `<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:use/></svg:svg>`,
  ],
  ['patterns', drawing('<pattern/>')],
  ['filters', drawing('<filter/>')],
  ['masks over masks', drawing('<mask/>')],
  ['what moves', drawing('<animate/>')],
  ['scripts', drawing('<script>1</script>')],
  ['HTML within', drawing('<foreignObject/>')],
  ['pictures within', drawing('<image href="data:"/>')],
  ['links', drawing('<a href="x"/>')],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('&a;')}`],
  ['styles from elsewhere', `<?xml-stylesheet href="a.xsl" type="text/xsl"?>${drawing('')}`],
  ['other letters than are read', `<?xml version="1.0" encoding="UTF-7"?>${drawing('')}`],
  ['what hides in words as they are', drawing('<![CDATA[ <!-- ]]><use/><!-- -->')],
  ['words that do not end', drawing('<![CDATA[ <use/>')],
  ['a comment that does not end', drawing('<!-- <use/>')],
  ['a page', '<html><body>x</body></html>'],
  ['words', 'no drawing'],
  ['nothing', ''],
  ['too many shapes', drawing('<rect/>'.repeat(20_001))],
  ['too long a text', drawing(' '.repeat(1_000_000))],
])('[SAFE-26] %s is none', (_, text) => {
  expect(isPlainDrawing(text)).toBe(false);
});

test('[SAFE-26] no order of its pieces makes a drawing of what repeats', () => {
  const piece = fc.constantFrom(
    '<use/>',
    '<g>',
    '</g>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<',
    '"',
    '<rect/>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = drawing(pieces.join(''));
      // What stands within a comment, or in words as they are, is drawn by nobody.
      const read = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
      if (/<use/.test(read)) expect(isPlainDrawing(text)).toBe(false);
    }),
  );
});
