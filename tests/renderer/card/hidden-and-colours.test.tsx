import { describe, expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import { ankiClasses } from '../../../src/renderer/card/anki-classes.ts';
import type { CardDrawn } from '../../../src/renderer/card/undrawn/undrawn-marks.ts';
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
    const card = await showCard(`<p>The question</p>${html}`, { css });
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

describe('[TEMPLATE-36] what opens it is found without running anything', () => {
  const HIDDEN = (id: string, text = 'rest') =>
    `<div id="${id}" style="display:none">${text}</div>`;
  const SCRIPT = (code: string) => `<script>${code}</script>`;

  test.each<[string, string, readonly string[]]>([
    [
      'a listener, and ids that are a pair',
      `<button id="button-notes">Lecture notes</button><p>between</p>${HIDDEN('hint-notes')}${SCRIPT(
        'for (const b of document.querySelectorAll("button")) b.addEventListener("click", toggle)',
      )}`,
      ['Lecture notes'],
    ],
    [
      'ids in camels’ humps',
      `<button id="btnFirstAid">First Aid</button><button id="btnMore">More</button><hr>${HIDDEN(
        'moreContent',
      )}${HIDDEN('firstAidContent')}${SCRIPT('setUp()')}`,
      ['More', 'First Aid'],
    ],
    [
      'a script that speaks of both',
      `<span id="one" role="button">Mnemonic</span><span id="two" role="button">Source</span><hr>${HIDDEN(
        'x1',
      )}${HIDDEN('x2')}${SCRIPT(
        'document.getElementById("two").onclick = () => document.getElementById("x1").hidden = 0;' +
          'document.getElementById("one").onclick = () => document.getElementById("x2").hidden = 0;',
      )}`,
      ['Source', 'Mnemonic'],
    ],
    [
      'an attribute',
      `<a href="#x1" data-toggle="collapse">Figure</a><button data-target="#x2">Table</button><hr>${HIDDEN(
        'x2',
      )}${HIDDEN('x1')}${SCRIPT('')}`,
      ['Table', 'Figure'],
    ],
    [
      'a label for a box',
      `<input type="checkbox" id="c"><label for="c">Extra</label>${HIDDEN('x')}`,
      ['Extra'],
    ],
    [
      'their order, where there is nothing else',
      `<p><button>Notes</button><button>Links</button></p><div class="t">a</div><div class="t">b</div><style>.t{display:none}</style>${SCRIPT(
        'setUp(".t")',
      )}`,
      ['Notes', 'Links'],
    ],
  ])('%s', async (_, html, expected) => {
    const card = await showCard(`<p>The question</p>${html}`);
    expect(names(card)).toEqual(expected);
    // Each is said once, on its button.
    for (const name of expected) expect(card.root.textContent?.split(name)).toHaveLength(2);
    for (const summary of card.root.querySelectorAll('summary')) summary.click();
    expect(card.root.innerText).toMatch(/rest|a\s+Links\s+b/);
  });

  test('a button that opens nothing says so by its looks, and a real link stays one', async () => {
    const card = await showCard(
      `<p>a</p><button>Reveal next</button><a href="https://example.org/">b</a>${SCRIPT('next()')}`,
    );
    expect(card.root.querySelector('.script-button')?.textContent).toBe('Reveal next');
    expect(card.root.querySelector('a')?.getAttribute('href')).toBe('https://example.org/');
    expect(names(card)).toEqual([]);
  });

  test('hidden deletions open one by one within their line', async () => {
    const card = await showCard(
      `<p>The <span class="cloze">left <b>atrium</b></span> and the <span class="cloze">aorta</span>.</p><button>Reveal next</button>${SCRIPT(
        'next()',
      )}`,
      { css: '.cloze { visibility: hidden }' },
    );
    expect(names(card)).toEqual(['[…]', '[…]']);
    const [first, second] = card.root.querySelectorAll<HTMLDetailsElement>('details');
    first?.querySelector('summary')?.click();
    expect(first?.innerText).toContain('left atrium');
    expect(second?.open).toBe(false);
    const lines = new Set(
      [...card.root.querySelectorAll('summary')].map((each) => each.getBoundingClientRect().top),
    );
    expect(lines.size).toBe(1);
  });

  test('a card that is hidden whole until its script is ready is shown', async () => {
    const card = await showCard(
      `<div id="all" style="display:none"><p id="q">The question</p><div id="extra" style="display:none">more</div></div>${SCRIPT(
        'all.style.display = "block"',
      )}`,
    );
    expect(isSeen(card, 'q')).toBe(true);
    expect(isSeen(card, 'extra')).toBe(false);
    expect(names(card)).toEqual(['extra']);
  });

  test.each([
    '.keys { display: none } .windows98 .keys, .iphone .keys { display: block }',
    '.keys { display: none } @media screen { html.ipad > body .keys { display: block } }',
    '.keys { visibility: hidden } body.isNone, .firefox .keys { visibility: visible }',
    '.chrome .keys { display: none }',
  ])('what is for another platform or the other theme stays hidden: %s', async (css) => {
    const html = `<p>a</p><button id="next">Next</button><div class="keys">Alt + 1</div><div class="off">b</div>`;
    const card = await showCard(`${html}${SCRIPT('setUp()')}`, {
      css: `${css} .off { display: none }`,
    });
    expect(names(card)).toEqual(['Next']);
    expect(card.root.querySelector('details')?.textContent).toBe('Nextb');
  });

  test('a button that a script speaks of for something else opens nothing', async () => {
    const card = await showCard(
      `<p>a</p><button id="next">Next</button><hr><div class="off">b</div>${SCRIPT('next.onclick = go')}`,
      { css: '.off { display: none }' },
    );
    expect(names(card)).toEqual(['Show what is hidden']);
    expect(card.root.querySelector('.script-button')?.textContent).toBe('Next');
  });

  test('nothing of it runs', async () => {
    const card = await showCard(
      `<button id="button-x" onclick="top.ran = 1">a</button>${HIDDEN('hint-x', '<img src=x onerror="top.ran = 1">b')}${SCRIPT(
        'top.ran = 1',
      )}`,
    );
    for (const summary of card.root.querySelectorAll('summary')) summary.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Reflect.get(window, 'ran')).toBeUndefined();
    expect(card.root.innerHTML).not.toMatch(/onclick|onerror|<script/);
  });
});

describe('[TEMPLATE-37] what a person opened', () => {
  const side = (text: string) =>
    `<p>${text}</p><details><summary>A</summary>a</details><details><summary>B</summary>b</details>`;
  const card = { cardId: 'n/1', noteId: 'n', content: '' } as unknown as CardDrawn;

  test('stays open while the side changes, and is closed on another card', async () => {
    const shown = await showCard(side('one'), { card });
    const open = () =>
      [...shown.root.querySelectorAll('details[open] > summary')].map((each) => each.textContent);
    shown.root.querySelectorAll('summary')[1]?.click();
    await shown.change({ html: side('two') });
    expect(open()).toEqual(['B']);
    await shown.change({ html: side('three'), card: { ...card, cardId: 'm/1' as CardId } });
    expect(open()).toEqual([]);
  });
});

describe('[TEMPLATE-38] tags in a card', () => {
  const TAGS =
    '<span data-rounds-tag="Heart">Heart</span>::<span data-rounds-tag="Heart::Wall">Wall</span>';

  test('are links by mouse and keyboard to what is tagged so', async () => {
    const asked: string[] = [];
    const card = await showCard(TAGS, { onTag: (tag) => asked.push(tag) });
    const links = [...card.root.querySelectorAll('a')];
    expect(links.map(({ title }) => title)).toEqual([
      'Find what is tagged Heart',
      'Find what is tagged Heart::Wall',
    ]);
    expect(card.root.textContent).toBe('Heart::Wall');
    for (const link of links) link.click();
    expect(asked).toEqual(['Heart', 'Heart::Wall']);
    expect(card.opened).toEqual([]);
    expect(card.frame.tabIndex).toBe(0);
  });

  test('are text where nobody follows them, and within a link', async () => {
    const card = await showCard(TAGS);
    expect(card.root.querySelector('a')).toBeNull();
    const within = await showCard(`<a href="https://example.org/">${TAGS}</a>`, {
      onTag: () => {},
    });
    expect(within.root.querySelectorAll('a')).toHaveLength(1);
  });

  test('a deck cannot write such a link itself', async () => {
    const card = await showCard('<a href="#tag=x">Heart</a>', { onTag: () => {} });
    expect(card.root.querySelector('a[href]')).toBeNull();
  });
});

describe('[TEMPLATE-39] the classes of Anki’s page', () => {
  const AGENTS = {
    windows:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36',
    mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17 Safari/605.1.15',
    linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    android: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36',
    ipad: 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
  };

  test.each([
    [AGENTS.windows, false, 'win chrome', 'isWin'],
    [AGENTS.mac, true, 'mac safari night-mode', 'isMac nightMode night_mode'],
    [AGENTS.linux, false, 'linux firefox', 'isLin'],
    [AGENTS.android, false, 'android mobile chrome', ''],
    [AGENTS.ipad, true, 'ipad mobile safari night-mode', 'nightMode night_mode'],
  ])('%s', (agent, isDark, html, body) => {
    expect(ankiClasses(agent, isDark)).toEqual({ html, body });
  });

  test('are on the card, so that styles for them hold', async () => {
    const css = `.desk { color: rgb(1, 2, 3) } .linux .desk, .mac .desk, .win .desk { color: rgb(4, 5, 6) }
      .night { display: none } .card1.nightMode .night, .night_mode.card .night { display: block }
      .night-mode .old { font-weight: 900 } .mobile .desk { display: none }`;
    const card = await showCard('<p class="desk">a</p><p class="night">b</p><p class="old">c</p>', {
      css,
      bodyClass: 'card card1',
      theme: 'dark',
    });
    const style = (selector: string) => {
      const element = card.root.querySelector(selector);
      if (!element) throw new Error('It is not there.');
      return (card.document.defaultView as Window).getComputedStyle(element);
    };
    expect(style('.desk').display).toBe('block');
    expect(style('.night').display).toBe('block');
    expect(style('.old').fontWeight).toBe('900');
    await card.change({ theme: 'light' });
    expect(style('.desk').color).toBe('rgb(4, 5, 6)');
    expect(style('.night').display).toBe('none');
    expect(style('.old').fontWeight).toBe('400');
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
