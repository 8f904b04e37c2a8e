import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardDocumentUrl } from '../../../src/renderer/card/card-document.ts';
import { sanitiseForEditor } from '../../../src/renderer/card/safe/sanitise.ts';
import { ATTACKER, ATTACKS } from '../../support/attack-strings.ts';
import { painted, type ShownCard, showCard } from './show-card.tsx';

/** Windows an attack may have left its mark on. */
const windows = () => [window, window.top, window.parent] as unknown as Record<string, unknown>[];

let shellCalls: string[] = [];
let sent: string[] = [];
const observer = new PerformanceObserver((list) => {
  sent.push(...list.getEntries().map(({ name }) => name));
});

beforeEach(() => {
  shellCalls = [];
  sent = [];
  observer.observe({ entryTypes: ['resource', 'navigation'] });
  const desktop = new Proxy({}, { get: (_, name) => () => void shellCalls.push(String(name)) });
  Object.defineProperty(window, 'desktop', { value: desktop, configurable: true });
});

afterEach(() => {
  observer.disconnect();
  Reflect.deleteProperty(window, 'desktop');
  for (const each of windows()) Reflect.deleteProperty(each, '__hacked');
});

/** All that a person could do to a card without seeing what it is. */
function touch(root: ParentNode, view: Window | null = window): void {
  const { Event: FrameEvent } = view as unknown as typeof globalThis;
  for (const element of [...root.querySelectorAll('*')].slice(0, 60)) {
    for (const type of ['click', 'mouseover', 'pointerenter', 'focus', 'error', 'load', 'toggle']) {
      element.dispatchEvent(new FrameEvent(type, { cancelable: true, bubbles: type === 'click' }));
    }
  }
}

function expectNothingHappened(text: string): void {
  for (const each of windows()) expect(each.__hacked, text.slice(0, 200)).toBeUndefined();
  expect(shellCalls, text.slice(0, 200)).toEqual([]);
  const away = sent.filter((name) => name.includes(ATTACKER));
  expect(away, text.slice(0, 200)).toEqual([]);
}

test('[SAFE-8] there are more than 200 attack strings, each another one', () => {
  expect(new Set(ATTACKS.map(({ text }) => text)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThan(200);
});

/** What the frame's policy refused, which is what the sanitiser should have left out. */
function refusals(card: ShownCard): string[] {
  const refused: string[] = [];
  card.document.addEventListener('securitypolicyviolation', (event) => {
    refused.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  return refused;
}

const doors = [...new Set(ATTACKS.map(({ door }) => door))];

test.each(doors)('[SAFE-8] in a card, nothing happens by way of %s', async (door) => {
  const card = await showCard('before');
  const refused = refusals(card);
  for (const { text } of ATTACKS.filter((attack) => attack.door === door)) {
    await card.change({ html: text, css: text, title: text });
    await painted();
    touch(card.root, card.frame.contentWindow);
    expectNothingHappened(text);
    expect(refused, text.slice(0, 200)).toEqual([]);
    expect(card.opened.filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect(card.frame.contentDocument, text.slice(0, 200)).toBe(card.document);
    expect(card.frame.offsetHeight).toBeLessThan(60_000_000);
  }
});

test.each(doors)('[SAFE-8] in an editor, nothing happens by way of %s', async (door) => {
  const place = document.createElement('div');
  place.contentEditable = 'true';
  document.body.append(place);
  for (const { text } of ATTACKS.filter((attack) => attack.door === door)) {
    const safe = sanitiseForEditor(text);
    expect(
      safe.querySelector('script, style, iframe, object, embed, svg, math, form, input'),
    ).toBeNull();
    const bad: string[] = [];
    for (const element of safe.querySelectorAll('*')) {
      const isLink = element.getAttribute('href')?.startsWith('https://');
      const names = element.getAttributeNames();
      if (!isLink) bad.push(...names.filter((name) => /^on|^id$|^name$|href$/.test(name)));
      // A name is looked up, as the editor does, and never used as an address.
      if (!element.getAttribute('src')?.startsWith('data:')) element.removeAttribute('src');
    }
    expect(bad, text.slice(0, 200)).toEqual([]);
    place.replaceChildren(safe);
    await painted();
    touch(place);
    expectNothingHappened(text);
  }
  place.remove();
});

/** The card document in its frame, without a card. */
async function bareFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.src = cardDocumentUrl;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  return frame;
}

/** Raw, as if the sanitiser were not there: the frame alone. false: the frame went elsewhere. */
async function putRaw(frame: HTMLIFrameElement, html: string): Promise<boolean> {
  const inside = frame.contentDocument;
  if (!inside?.documentElement) return false;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const body = inside.documentElement.lastElementChild;
  for (const part of [parsed.head, parsed.body]) {
    body?.append(...inside.importNode(part, true).childNodes);
  }
  await painted();
  if (frame.contentDocument !== inside) return false;
  touch(inside, frame.contentWindow);
  await painted();
  if (frame.contentDocument !== inside) return false;
  body?.replaceChildren();
  return true;
}

test.each(doors)('[SAFE-7] the frame alone stops what comes by way of %s', async (door) => {
  let frame = await bareFrame();
  for (const { text } of ATTACKS.filter((attack) => attack.door === door)) {
    if (text.length > 5_000) continue;
    if (!(await putRaw(frame, text))) {
      frame.remove();
      frame = await bareFrame();
    }
    expectNothingHappened(text);
  }
  frame.remove();
});

test('[SAFE-7] without the frame they would run, so the tests above can fail', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  place.append(document.createRange().createContextualFragment('<script>top.__hacked=1</script>'));
  expect((window.top as unknown as { __hacked: number }).__hacked).toBe(1);
  place.remove();
});
