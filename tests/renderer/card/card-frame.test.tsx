import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setPreferences, showTheme } from '../../../src/renderer/preferences.ts';
import { painted, showCard, until } from './show-card.tsx';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function pictureUrl(width: number, height: number): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  const url = URL.createObjectURL(await canvas.convertToBlob());
  onTestFinished(() => URL.revokeObjectURL(url));
  return url;
}

function style(element: Element | null | undefined): CSSStyleDeclaration {
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) throw new Error('nothing to look at');
  return view.getComputedStyle(element);
}

test('[SAFE-7] the frame may show and be reached by the page, and nothing else', async () => {
  const { frame, document } = await showCard('x');
  expect([...frame.sandbox]).toEqual(['allow-same-origin']);
  expect(frame.getAttributeNames().sort()).toEqual([
    'sandbox',
    'src',
    'style',
    'tabindex',
    'title',
  ]);
  expect(document.scripts).toHaveLength(0);
  expect(document.querySelector('meta[http-equiv=x-dns-prefetch-control]')).not.toBeNull();
});

test('[SAFE-12] the frame is as high as the card, also when that changes', async () => {
  const heights: number[] = [];
  const card = await showCard(
    '<details><summary>More</summary><p style="height:500px">x</p></details>',
    {
      onHeight: (height) => heights.push(height),
    },
  );
  const before = card.frame.offsetHeight;
  expect(before).toBeGreaterThan(20);
  expect(before).toBeLessThan(100);
  const details = card.document.querySelector('details');
  if (details) details.open = true;
  await until(() => card.frame.offsetHeight > before + 490);
  expect(heights.at(-1)).toBe(card.frame.offsetHeight);
  if (details) details.open = false;
  await until(() => card.frame.offsetHeight === before);
});

test('[SAFE-12] a picture that comes later makes the frame higher', async () => {
  const url = await pictureUrl(200, 300);
  const card = await showCard('<img src="a.png">', { mediaUrl: async () => url });
  await until(() => card.frame.offsetHeight >= 300);
});

test.each([
  '.card { min-height: 100vh; padding: 20px; }',
  'html, body { height: 100%; }',
  '#qa { height: 110vh; }',
  'body { position: absolute; top: 50px; }',
  'html { overflow: scroll; } body { overflow: scroll; max-height: 10px; }',
])('[SAFE-12] no style makes the frame grow without end, or scroll: %s', async (css) => {
  const card = await showCard('<p style="height:200px">x</p>', { css });
  await painted();
  const height = card.frame.offsetHeight;
  expect(height).toBeGreaterThanOrEqual(css.includes('vh; }') && css.includes('#qa') ? 0 : 200);
  expect(height).toBeLessThan(400);
  for (let i = 0; i < 5; i++) await painted();
  expect(card.frame.offsetHeight).toBe(height);
  const { scrollingElement } = card.document;
  expect(style(scrollingElement).overflowY).toBe('hidden');
});

test('[SAFE-12] what is too wide scrolls in its own box, and pictures fit', async () => {
  const url = await pictureUrl(3000, 30);
  const cells = '<td>word</td>'.repeat(80);
  const card = await showCard(
    `<table><tr>${cells}</tr></table><img src="a.png"><pre>${'word '.repeat(300)}</pre>
     \\[${'x+'.repeat(200)}x\\]`,
    { mediaUrl: async () => url },
  );
  const { document } = card;
  await until(() => (document.images[0]?.naturalWidth ?? 0) > 0);
  expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
  expect(document.images[0]?.offsetWidth).toBeLessThanOrEqual(document.body.clientWidth);
  for (const selector of ['.table-box', 'pre', '.katex-display']) {
    const box = document.querySelector<HTMLElement>(selector);
    expect([selector, box && box.scrollWidth > box.clientWidth]).toEqual([selector, true]);
  }
  const { frame } = card;
  expect(frame.offsetWidth).toBeLessThanOrEqual(window.innerWidth + 8);
});

test('[SAFE-12] one frame shows card after card in place, and the page does not move', async () => {
  const spacer = window.document.createElement('div');
  spacer.style.height = '300px';
  window.document.body.prepend(spacer);
  onTestFinished(() => spacer.remove());
  const front = '<p style="height:2000px">question</p>';
  const card = await showCard(front);
  const { document } = card;
  window.scrollTo(0, 400);
  onTestFinished(() => window.scrollTo(0, 0));
  await card.change({ html: `${front}<hr id="answer"><p>answer</p>`, isFront: false });
  expect(card.frame.contentDocument).toBe(document);
  expect(card.root.textContent).toBe('questionanswer');
  expect(window.scrollY).toBe(400);
});

test('[SAFE-12] the card before stays until the next is ready, and an older one never comes after', async () => {
  const card = await showCard('first');
  let give = (_: undefined): void => {};
  const slow = new Promise<undefined>((resolve) => {
    give = resolve;
  });
  const waiting = card.change({ html: '<img src="slow.png">second', mediaUrl: () => slow });
  await painted();
  expect(card.root.textContent).toBe('first');
  await card.change({ html: 'third' });
  await waiting;
  expect(card.root.textContent).toBe('third');
  give(undefined);
  await painted();
  expect(card.root.textContent).toBe('third');
});

test('[SAFE-12] a card without media or maths is there at once', async () => {
  const card = await showCard('first');
  await card.change({ html: '<b>second</b>' });
  expect(card.root.innerHTML).toBe('<b>second</b>');
});

test('[SAFE-13] a key pressed in a card does on the page what it does there', async () => {
  const card = await showCard('text');
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => {
    heard.push(
      `${event.type} ${event.key} ${event.code} ${event.ctrlKey} ${event.target === card.frame}`,
    );
    if (event.key === 'a') event.preventDefault();
  };
  window.document.addEventListener('keydown', listen);
  window.document.addEventListener('keyup', listen);
  onTestFinished(() => {
    window.document.removeEventListener('keydown', listen);
    window.document.removeEventListener('keyup', listen);
  });
  await userEvent.click(card.frame);
  expect(window.document.activeElement).toBe(card.frame);
  await userEvent.keyboard('3{Control>}z{/Control}');
  expect(heard).toEqual([
    'keydown 3 Digit3 false true',
    'keyup 3 Digit3 false true',
    'keydown Control ControlLeft true true',
    'keydown z KeyZ true true',
    'keyup z KeyZ true true',
    'keyup Control ControlLeft false true',
  ]);
});

test('[SAFE-13] what the page prevents is prevented in the card, and nothing else', async () => {
  const card = await showCard('text');
  const prevent = (event: KeyboardEvent) => event.key === 'a' && event.preventDefault();
  window.document.addEventListener('keydown', prevent);
  onTestFinished(() => window.document.removeEventListener('keydown', prevent));
  const press = (key: string, target: Element = card.root) => {
    const { KeyboardEvent } = card.document.defaultView as unknown as typeof globalThis;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press('a'), press('b')]).toEqual([true, false]);
});

test('[SAFE-13] keys that work a control in the card stay in it', async () => {
  const card = await showCard(
    '<a href="https://example.org/">l</a><details><summary>s</summary></details>[sound:a.mp3]',
    { mediaUrl: async () => 'blob:x' },
  );
  const heard: string[] = [];
  const listen = ({ key }: KeyboardEvent) => heard.push(key);
  window.document.addEventListener('keydown', listen);
  onTestFinished(() => window.document.removeEventListener('keydown', listen));
  const press = (selector: string, key: string) => {
    const { KeyboardEvent } = card.document.defaultView as unknown as typeof globalThis;
    card.document
      .querySelector(selector)
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };
  for (const [selector, key] of [
    ['a', 'Enter'],
    ['summary', ' '],
    ['audio', 'ArrowLeft'],
    ['audio', ' '],
    ['#qa', 'Tab'],
  ] as const) {
    press(selector, key);
  }
  expect(heard).toEqual([]);
  press('a', '3');
  press('summary', 'ArrowDown');
  press('#qa', ' ');
  expect(heard).toEqual(['3', 'ArrowDown', ' ']);
});

test('[SAFE-13] the caller sees a key first, and may keep it', async () => {
  const seen: string[] = [];
  const card = await showCard('x', {
    onKey: (event) => {
      seen.push(event.key);
      if (event.key === 'q') event.preventDefault();
    },
  });
  const heard: string[] = [];
  const listen = ({ key }: KeyboardEvent) => heard.push(key);
  window.document.addEventListener('keydown', listen);
  onTestFinished(() => window.document.removeEventListener('keydown', listen));
  await userEvent.click(card.frame);
  await userEvent.keyboard('qw');
  expect(seen).toEqual(['q', 'q', 'w', 'w']);
  expect(heard).toEqual(['w']);
});

test('[SAFE-13] Escape in a card closes the dialog around it', async () => {
  const card = await showCard('x');
  const dialog = window.document.createElement('dialog');
  card.screen.container.before(dialog);
  onTestFinished(() => dialog.remove());
  // A moved frame loads anew: the dialog has to be around it from the start.
  dialog.append(card.screen.container);
  dialog.showModal();
  await until(() => card.frame.contentDocument?.querySelector('#qa')?.textContent === 'x');
  await userEvent.click(card.frame);
  await userEvent.keyboard('{Escape}');
  expect(dialog.open).toBe(false);
});

test('[SAFE-13] text can be selected and copied', async () => {
  const card = await showCard('<p>to be copied</p>');
  const { document } = card;
  await userEvent.click(card.frame);
  document.getSelection()?.selectAllChildren(card.root);
  let copied = '';
  document.addEventListener('copy', () => {
    copied = document.getSelection()?.toString() ?? '';
  });
  await userEvent.keyboard('{Control>}c{/Control}');
  expect(copied).toBe('to be copied');
});

test('[SAFE-2] a link opens outside, by click, key or the middle button, and the frame stays', async () => {
  setPreferences({ linkHosts: [{ host: 'example.org', withWords: false }] });
  onTestFinished(() => setPreferences({ linkHosts: [] }));
  const card = await showCard('<a href="https://example.org/a">a</a> <a>no link</a>');
  const { MouseEvent } = card.document.defaultView as unknown as typeof globalThis;
  const [link, none] = card.document.querySelectorAll('a');
  expect(link?.title).toBe('https://example.org/a');
  link?.click();
  link?.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }));
  none?.click();
  link?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => card.opened).toEqual(Array(3).fill('https://example.org/a'));
  const drop = new Event('drop', { bubbles: true, cancelable: true });
  card.root.dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(card.frame.contentDocument).toBe(card.document);
});

test('[SAFE-14] theme and text size are the page’s, with Anki’s classes for the dark', async () => {
  const { dataset } = window.document.documentElement;
  const card = await showCard('x', { theme: 'dark', bodyClass: 'card card2' });
  onTestFinished(showTheme);
  const { body, documentElement } = card.document;
  expect(body.className).toMatch(/^card card2 .*nightMode night_mode$/);
  expect(documentElement.dataset.theme).toBe('dark');
  const dark = style(body).color;
  await card.change({ theme: 'light' });
  expect(body.className).toMatch(/^card card2\b(?!.*night)/);
  expect(style(body).color).not.toBe(dark);
  showTheme();
  expect(documentElement.dataset.textSize).toBe(dataset.textSize);
  const pixels = Number.parseFloat(style(body).fontSize);
  expect(pixels).toBeGreaterThanOrEqual(21);
  expect(pixels).toBeLessThanOrEqual(24);
  expect(style(body).fontFamily).toContain('Source Serif 4');
  expect(Number.parseFloat(style(body).lineHeight) / pixels).toBeCloseTo(1.5);
});

test('[SAFE-14] a deck’s own styling wins, but for the dark it does not know', async () => {
  const css =
    '.card { color: black; background-color: #fff8e7; text-align: center; font-size: 30px }';
  const card = await showCard('x', { css, theme: 'light' });
  expect(style(card.document.body)).toMatchObject({
    color: 'rgb(0, 0, 0)',
    backgroundColor: 'rgb(255, 248, 231)',
    textAlign: 'center',
    fontSize: '30px',
  });
  await card.change({ theme: 'dark' });
  expect(style(card.document.body).color).not.toBe('rgb(0, 0, 0)');
  expect(style(card.document.body).backgroundColor).toBe('rgba(0, 0, 0, 0)');
  expect(style(card.document.body).fontSize).toBe('30px');
  await card.change({ css: `${css} .card.nightMode { color: rgb(1, 2, 3) }` });
  expect(style(card.document.body).color).toBe('rgb(1, 2, 3)');
});

test('[SAFE-14] styles in the card’s own HTML hold, and go with it', async () => {
  const card = await showCard(
    '<style>b { color: rgb(9, 8, 7) }</style><b style="font-size: 33px">x</b>',
  );
  expect(style(card.root.querySelector('b'))).toMatchObject({
    color: 'rgb(9, 8, 7)',
    fontSize: '33px',
  });
  await card.change({ html: '<b>y</b>' });
  expect(style(card.root.querySelector('b')).color).not.toBe('rgb(9, 8, 7)');
});

test('[SAFE-14] formulas and small pictures are drawn', async () => {
  const card = await showCard(`\\(x^2\\) <img src="${PICTURE}">`);
  expect(style(card.root.querySelector('.katex-html .mathnormal')).fontFamily).toContain('KaTeX');
  await until(() => card.document.images[0]?.naturalWidth === 1);
});

test('[SAFE-10] the frame’s title is text', async () => {
  const card = await showCard('x', { title: '"><img src=x onerror=top.__hacked=1>' });
  expect(card.frame.title).toBe('"><img src=x onerror=top.__hacked=1>');
  expect(page.getByTitle('onerror').elements()).toEqual([card.frame]);
});

test('a frame without anything to work is passed over by Tab; one with a link is not', async () => {
  const card = await showCard('text');
  expect(card.frame.tabIndex).toBe(-1);
  await card.change({ html: '<a href="https://example.org/">x</a>' });
  expect(card.frame.tabIndex).toBe(0);
});

test('an answer is read out as it comes, a question is not', async () => {
  const card = await showCard('question');
  expect(card.root.ariaLive).toBe('off');
  await card.change({ html: 'question<hr>answer', isFront: false });
  expect(card.root.ariaLive).toBe('polite');
});

test('what decorates a card does so before it is painted, and again when it changes', async () => {
  const decorate = (root: HTMLElement) => root.append(' and more');
  const card = await showCard('text', { decorate });
  expect(card.root.textContent).toBe('text and more');
  await card.change({ decorate: (root) => root.append('!'), html: 'text' });
  expect(card.root.textContent).toBe('text!');
});

test('[SAFE-12] words without end break, and take no longer than others', async () => {
  const card = await showCard('e\u0301'.repeat(20_000));
  expect(card.root.querySelectorAll('wbr').length).toBe(80);
  expect(card.root.textContent).toBe('e\u0301'.repeat(20_000));
  await card.change({ html: `${'word '.repeat(1_000)}${'a'.repeat(499)}` });
  expect(card.root.querySelector('wbr')).toBeNull();
});

test('[SAFE-12] a frame that says it is loaded too early is waited for', async () => {
  // Chromium does so now and then, with a document that has no element yet.
  const early = new MutationObserver(() => {
    for (const frame of window.document.querySelectorAll('iframe'))
      frame.dispatchEvent(new Event('load'));
  });
  early.observe(window.document.body, { childList: true, subtree: true });
  onTestFinished(() => early.disconnect());
  const card = await showCard('text');
  expect(card.root.textContent).toBe('text');
  expect(page.getByRole('alert').elements()).toEqual([]);
});

test('[SAFE-7] a frame that shows anything else is not reached into, and the person is told', async () => {
  const card = await showCard('secret');
  card.frame.src = 'data:text/html,other';
  await until(() => page.getByRole('alert').elements().length === 1);
  expect(page.getByRole('alert').element().textContent).toMatch(/could not be loaded.*safe/);
});
