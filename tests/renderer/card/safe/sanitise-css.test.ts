import { expect, test } from 'vitest';
import { sanitiseCss, sanitiseStyle } from '../../../../src/renderer/card/safe/sanitise-css.ts';

test('[SAFE-5] a deck’s looks are kept', () => {
  const css = `.card { font-family: Arial; font-size: 20px; text-align: center; color: black; }
.card.nightMode { color: white; }
.cloze { font-weight: bold; }
@media (width < 500px) { .card { font-size: 16px; } }
@supports (display: grid) { .grid { display: grid; } }
@keyframes blink { 50% { opacity: 0; } }
.a { & .b { top: 0px; } }
.v { --own: 3px; padding: var(--own); }`;
  expect(sanitiseCss(css).replace(/\s+/g, ' ')).toBe(css.replace(/\s+/g, ' '));
});

test.each([
  '@import "http://attacker.invalid/a.css";',
  '@import url(a.css) layer(x) supports(display:block);',
  '@font-face { font-family: x; src: url(http://attacker.invalid/f.woff2) }',
  '@namespace url(http://attacker.invalid/);',
  '@property --x { syntax: "<color>"; inherits: true; initial-value: red }',
  '@counter-style c { system: cyclic; symbols: url(http://attacker.invalid/c) }',
  '@page { margin: 0 }',
])('[SAFE-5] left out whole: %s', (css) => {
  expect(sanitiseCss(`${css} b { color: red }`)).toBe('b { color: red; }');
});

test.each([
  'background: url(http://attacker.invalid/a)',
  'background: #fff url("a.png") no-repeat',
  'background: u\\72l(http://attacker.invalid/b)',
  'background: u\\000072 l(http://attacker.invalid/c) var(--x)',
  'background: \\75\\72\\6c(http://attacker.invalid/c2) var(--x)',
  '--x: url(http://attacker.invalid/d)',
  '--x: u\\72 l(http://attacker.invalid/d)',
  'background: image-set("http://attacker.invalid/e" 1x)',
  'background: cross-fade(url(http://attacker.invalid/f), red, 50%)',
  'cursor: url(http://attacker.invalid/g), auto',
  'content: url(http://attacker.invalid/h)',
  'filter: url(http://attacker.invalid/i#x)',
  'list-style: square url(http://attacker.invalid/j)',
  'background: url("data:image/svg+xml,<svg/>")',
  'position: fixed',
  'position: sticky',
  'position: FIXED !important',
  'behavior: url(x.htc)',
  'width: expression(alert(1))',
])('[SAFE-5] left out of a rule, and of a style: %s', (declaration) => {
  for (const safe of [
    sanitiseCss(`b { ${declaration}; color: red }`),
    sanitiseStyle(`${declaration}; color: red`),
  ]) {
    expect(safe).toContain('color: red;');
    expect(safe).not.toMatch(/attacker|url|l\(|fixed|sticky|image-set|behavior|expression|--x/i);
  }
});

test('[SAFE-5] however deep it stands', () => {
  const safe = sanitiseCss(`@media all { @supports (display: block) { a { & b {
    background: url(http://attacker.invalid/a); color: red } } } }
    @keyframes k { to { background: url(http://attacker.invalid/b) } }
    @layer l { i { background: url(http://attacker.invalid/c) } }
    p { color: red; & b { color: blue } cursor: url(http://attacker.invalid/d), auto }`);
  expect(safe).not.toContain('attacker');
  expect(safe).toContain('color: red');
  expect(safe).toContain('color: blue');
});

test('[SAFE-5] the rest of a shorthand with an address is kept', () => {
  const safe = sanitiseStyle('background: #fff url("a.png") no-repeat');
  expect(safe).toContain('background-color: rgb(255, 255, 255)');
});

test('[SAFE-5] small pictures written out are kept', () => {
  const style = 'background-image: url("data:image/png;base64,AAAA");';
  expect(sanitiseStyle(style)).toBe(style);
});

test('[SAFE-5] what is no style sheet is none, and takes no time to speak of', () => {
  for (const css of ['', ' \n', '</style><script>1</script>', '}}}', '{', 'a{'.repeat(20_000)]) {
    expect(sanitiseCss(css)).not.toContain('<');
  }
  expect(sanitiseStyle('color: red; } * { color: blue')).not.toContain('*');
});

test('[TEMPLATE-41] the white of every new type of Anki’s gives way, and no other ground does', () => {
  const ground = (css: string): boolean => /background/.test(sanitiseCss(css));
  for (const white of ['white', '#fff', '#FFFFFF', 'rgb(255 255 255)']) {
    expect(ground(`.card { color: black; background-color: ${white}; }`)).toBe(false);
  }
  expect(sanitiseCss('.card { color: black; background-color: white; }')).toContain('color: black');
  for (const css of [
    '.card { background-color: #fffff8 }',
    '.card.nightMode { background-color: white }',
    '.card p { background-color: white }',
    '.mnemonic { background-color: white }',
  ]) {
    expect(ground(css)).toBe(true);
  }
});
