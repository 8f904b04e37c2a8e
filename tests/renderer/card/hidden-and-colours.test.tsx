import { describe, expect, test } from 'vitest';
import { type ShownCard, showCard } from './show-card.tsx';

const names = ({ root }: ShownCard) =>
  [...root.querySelectorAll('details.hidden-field > summary')].map((each) => each.textContent);

/** Whether the element with this id is seen. */
const isSeen = ({ document }: ShownCard, id: string) =>
  document.getElementById(id)?.checkVisibility() === true;

function looks({ document }: ShownCard, id: string) {
  const element = document.getElementById(id);
  const view = document.defaultView;
  if (!element || !view) throw new Error('It is not there.');
  const { width, height, left, top } = element.getBoundingClientRect();
  const { color, fontSize, textIndent } = view.getComputedStyle(element);
  return {
    isVisible: element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    }),
    isOnPage: width > 0 && height > 0 && left >= 0 && top >= 0,
    isSolid: !/, 0\)$/.test(color) && fontSize !== '0px' && textIndent === '0px',
  };
}

/** As Anki's filter hint: writes it, and as people paste it into fields. */
const PASTED = `<a class=hint href="#" onclick="this.style.display='none';
  document.getElementById('hint8b79').style.display='block'; return false;" draggable=false>Extra</a>
  <div id="hint8b79" class=hint style="display: none">the rest</div>`;

describe('[TEMPLATE-31] what only a script would open', () => {
  test.each<[string, string, string, string, string]>([
    ['a pasted hint', PASTED, '', 'hint8b79', 'Extra'],
    [
      'a button and a class',
      `<button id="b1" onclick="toggle('f')">Lecture notes</button><div id="f" class="hidden">x</div>`,
      '.hidden { display: none }',
      'f',
      'Lecture notes',
    ],
    [
      'a holder that is pressed',
      `<span class="hintBtn" data-name="First Aid" onclick="toggleHintBtn(this.id)"><a href="#">FA</a><div id="f" style="display:none">x</div></span>`,
      '',
      'f',
      'First Aid',
    ],
    ['a script', `<div id="f" hidden>x</div><script>f.hidden = false</script>`, '', 'f', 'f'],
    [
      'a box to tick',
      `<input type="checkbox" id="c"><div id="f" title="More" style="display:none">x</div>`,
      '',
      'f',
      'More',
    ],
    [
      'a picture alone',
      `<i onclick="show()">Figure</i><p id="f" style="display:none"><img src="a.png" height="20"></p>`,
      '',
      'f',
      'Figure',
    ],
  ])('%s has a button that opens it', async (_, html, css, id, name) => {
    const card = await showCard(html, { css });
    expect(names(card)).toEqual([name]);
    expect(isSeen(card, id)).toBe(false);
    card.root.querySelector<HTMLElement>('summary')?.click();
    expect(isSeen(card, id)).toBe(true);
    // Named once: what would have opened it is the button now.
    if (name === 'Extra') expect(card.root.textContent?.match(/Extra/g)).toHaveLength(1);
  });

  test.each<[string, string, string?]>([
    ['visibility', 'visibility: hidden'],
    ['opacity', 'opacity: 0'],
    ['no height', 'height: 0; overflow: hidden'],
    ['no greatest height', 'max-height: 0; overflow-y: clip'],
    ['no width', 'width: 0; overflow: hidden; white-space: nowrap'],
    ['no size of letters', 'font-size: 0'],
    ['no colour', 'color: transparent'],
    ['no colour, by name', 'color: #0000'],
    ['a place far to the left', 'position: absolute; left: -9999px'],
    ['a margin', 'margin-left: -9999px; width: 100px'],
    ['an indent', 'text-indent: -9999px'],
    ['drawn at no size', 'transform: scale(0)'],
    ['content', 'content-visibility: hidden'],
    ['a class', '', '.off { visibility: hidden }'],
    ['found on the page', '" hidden="until-found'],
  ])(
    'hidden by %s it has a button, and is seen once that is pressed',
    async (_, style, css = '') => {
      const card = await showCard(
        `<a onclick="show()">Extra</a> <div id="f" class="off" style="${style}">the <b>rest</b></div>`,
        { css },
      );
      expect(names(card)).toEqual(['Extra']);
      card.root.querySelector<HTMLElement>('summary')?.click();
      expect(looks(card, 'f')).toEqual({ isVisible: true, isOnPage: true, isSolid: true });
    },
  );

  test.each([
    ['a closed details', '<details><summary>More</summary>rest</details>'],
    [
      'what shows a part all the same',
      '<p style="visibility:hidden">a<b style="visibility:visible">b</b></p>',
    ],
    ['space between words', '<div style="font-size:0"><span style="font-size:1rem">b</span></div>'],
    ['what comes by an animation', '<p style="animation: come 60s">b</p>'],
    [
      'a picture that is not here yet',
      '<div style="overflow:hidden;width:0"><img src="a.png"></div>',
    ],
    [
      'what is said to screen readers alone',
      '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">b</span>',
    ],
    ['an empty box', '<div style="height:0;overflow:hidden"> </div>'],
  ])('%s has no button', async (_, html) => {
    const css = '@keyframes come { from { opacity: 0 } }';
    const mediaUrl = async () => URL.createObjectURL(new Blob([], { type: 'image/png' }));
    const card = await showCard(`<a onclick="show()">Extra</a>${html}`, { css, mediaUrl });
    expect(names(card)).toEqual([]);
  });

  test('what nothing would open, shows nothing, or is hidden within hidden has none', async () => {
    const card = await showCard('<div id="f" style="display:none">for styles</div>');
    expect(names(card)).toEqual([]);
    await card.change({ html: '<div onclick="x()">a</div><div style="display:none"> </div>' });
    expect(names(card)).toEqual([]);
    await card.change({
      html: '<a onclick="x()">a</a> <div style="display:none">b<p style="display:none">c</p></div>',
    });
    expect(names(card)).toEqual(['a']);
  });
});

/** WCAG's contrast of the text of `#t` with `ground`, both rgb. */
function contrastOf({ document }: ShownCard, ground: readonly number[], id = 't'): number {
  const element = document.getElementById(id);
  const css = element ? (document.defaultView?.getComputedStyle(element).color ?? '') : '';
  const luminance = (rgb: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const text =
    css
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  const [a, b] = [luminance(text), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
const DARK = [24, 24, 24];
const LIGHT = [255, 255, 255];

describe('[TEMPLATE-32] text that can be read', () => {
  test.each<[string, 'light' | 'dark', string, readonly number[], string]>([
    ['black in the dark', 'dark', '<span id="t" style="color:#000">x</span>', DARK, ''],
    ['a dark blue', 'dark', '<span id="t" style="color:rgb(0,0,120)">x</span>', DARK, ''],
    ['<font>', 'dark', '<font id="t" color="black">x</font>', DARK, ''],
    ['by a class', 'dark', '<p class="k" id="t">x</p>', DARK, '.k { color: #222 }'],
    ['within', 'dark', '<div style="color:#000"><b id="t">x</b></div>', DARK, ''],
    ['white in the light', 'light', '<span id="t" style="color:white">x</span>', LIGHT, ''],
    ['yellow in the light', 'light', '<span id="t" style="color:yellow">x</span>', LIGHT, ''],
    [
      'a ground without a colour',
      'dark',
      '<span id="t" style="background:yellow">x</span>',
      [255, 255, 0],
      '',
    ],
    [
      'a dark ground in the light',
      'light',
      '<table bgcolor="#111111"><tr><td id="t">x</td></tr></table>',
      [17, 17, 17],
      '',
    ],
  ])('%s (%s)', async (_, theme, html, ground, css) => {
    const card = await showCard(html, { theme, css });
    expect(contrastOf(card, ground)).toBeGreaterThan(4.4);
  });

  test.each<[string, 'light' | 'dark', string, string]>([
    ['red', 'dark', '<span id="t" style="color:rgb(255, 0, 0)">x</span>', 'rgb(255, 0, 0)'],
    ['black', 'light', '<span id="t" style="color:rgb(0, 0, 0)">x</span>', 'rgb(0, 0, 0)'],
    [
      'black on yellow',
      'dark',
      '<span id="t" style="color:rgb(0, 0, 0);background:yellow">x</span>',
      'rgb(0, 0, 0)',
    ],
    [
      'a pair that hides',
      'light',
      '<span id="t" style="color:rgb(0, 0, 0);background:#000">x</span>',
      'rgb(0, 0, 0)',
    ],
    [
      'on a picture',
      'dark',
      '<p id="t" style="color:rgb(0, 0, 0);background-image:linear-gradient(#fff,#fff)">x</p>',
      'rgb(0, 0, 0)',
    ],
  ])('%s stays as it is (%s)', async (_, theme, html, colour) => {
    const { document } = await showCard(html, { theme });
    const element = document.getElementById('t');
    expect(element && document.defaultView?.getComputedStyle(element).color).toBe(colour);
  });

  test('another theme begins with the card’s own colours', async () => {
    const card = await showCard('<span id="t" style="color:#000">x</span>', { theme: 'dark' });
    await card.change({ theme: 'light' });
    expect(card.document.getElementById('t')?.style.color).toBe('rgb(0, 0, 0)');
    await card.change({ theme: 'dark' });
    expect(contrastOf(card, DARK)).toBeGreaterThan(4.4);
  });
});
