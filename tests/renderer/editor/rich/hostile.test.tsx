import { afterEach, beforeEach, expect, test } from 'vitest';
import { ATTACKER, ATTACKS } from '../../../support/attack-strings.ts';
import { paste, showField } from './field.tsx';

const windows = () => [window, window.top, window.parent] as unknown as Record<string, unknown>[];

let sent: string[] = [];
let calls: string[] = [];
const observer = new PerformanceObserver((list) => {
  sent.push(...list.getEntries().map(({ name }) => name));
});

beforeEach(() => {
  sent = [];
  calls = [];
  observer.observe({ entryTypes: ['resource', 'navigation'] });
  const desktop = new Proxy({}, { get: (_, name) => () => void calls.push(String(name)) });
  Object.defineProperty(window, 'desktop', { value: desktop, configurable: true });
});

afterEach(() => {
  observer.disconnect();
  Reflect.deleteProperty(window, 'desktop');
  for (const each of windows()) Reflect.deleteProperty(each, '__hacked');
});

const PLAIN = new Set(
  (
    'div p span br img b strong i em u ins s strike del sub sup code pre h1 h2 h3 h4 h5 h6 hr ul ' +
    'ol li table caption tbody tr td th blockquote abbr bdi bdo big cite dfn kbd mark q rp rt ' +
    'ruby samp small tt var'
  ).split(' '),
);
const ATTRIBUTES =
  /^(class|style|dir|lang|title|alt|src|width|height|start|type|colspan|rowspan|contenteditable|draggable|data-hint|data-text-color)$/;
const CLASSES =
  /^(rich-|own-|cloze-|ProseMirror-|selectedCell$|katex|m[a-z]+$|base$|strut$|v?list|[a-z-]+$)/;

/**
 * Whether the field's own elements are the editor's, with nothing on them that a field could say.
 * One comparison a field: one for each element and attribute took longer than the editor did.
 */
function expectPlain(text: HTMLElement, attack: string): void {
  const strange: string[] = [];
  for (const element of [...text.querySelectorAll('*')].slice(0, 200)) {
    if (!element.isConnected || element.closest('.katex')) continue;
    if (!PLAIN.has(element.localName)) strange.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.test(name)) strange.push(name);
      if (name === 'src' && !/^data:image\//.test(value)) strange.push(`src ${value}`);
      if (name === 'class' && !CLASSES.test(value)) strange.push(`class ${value}`);
    }
    const { position, backgroundImage } = getComputedStyle(element);
    if (position !== 'static' && position !== 'relative') strange.push(`position ${position}`);
    if (backgroundImage !== 'none') strange.push(`background ${backgroundImage}`);
  }
  expect(strange, attack).toEqual([]);
}

function expectNothingHappened(attack: string): void {
  for (const each of windows()) expect(each.__hacked, attack).toBeUndefined();
  expect(calls, attack).toEqual([]);
  expect(
    sent.filter((name) => name.includes(ATTACKER)),
    attack,
  ).toEqual([]);
}

function touch(root: ParentNode): void {
  for (const element of [...root.querySelectorAll('*')].slice(0, 40)) {
    for (const type of ['click', 'mouseover', 'pointerenter', 'error', 'load', 'toggle']) {
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
  }
}

const settled = (millis = 0) => new Promise((resolve) => setTimeout(resolve, millis));
const doors = [...new Set(ATTACKS.map(({ door }) => door))];

test.each(doors)(
  '[EDITOR-5] shown, edited, pasted and as source, nothing happens by way of %s',
  async (door) => {
    const field = await showField('');
    for (const { text } of ATTACKS.filter((attack) => attack.door === door)) {
      const attack = text.slice(0, 200);
      field.set(text);
      await settled();
      touch(field.text);
      expectPlain(field.text, attack);
      field.handle().focus();
      field.tiptap().commands.insertContentAt(1, { type: 'text', text: 'edited' });
      expectNothingHappened(attack);
      // Text by the hundred thousand is parsed as any other; once shown, it has had its chance.
      if (text.length > 3_000) continue;
      field.set('');
      await settled();
      field.handle().focus();
      paste(field.text, { 'text/html': text, 'text/plain': text });
      paste(field.text, { 'text/html': `<p data-rounds-field="">${text}</p>` });
      paste(field.text, { 'text/plain': text });
      await settled();
      touch(field.text);
      expectPlain(field.text, attack);
      expectNothingHappened(attack);
      field.set(text);
      field.handle().toggleSource();
      await settled();
      field.handle().toggleSource();
      await settled();
      expectNothingHappened(attack);
    }
    await settled(200);
    expectNothingHappened(door);
  },
);

test('[EDITOR-5] a field’s classes and positions stay out of the page, and come back from it', async () => {
  const html =
    '<div class="dialog toast" style="position: absolute; inset: 0px; color: red;">x</div>';
  const field = await showField(html);
  const line = field.text.querySelector('p') as HTMLElement;
  expect(line.className).toBe('own-colour');
  expect(getComputedStyle(line).position).toBe('static');
  field.handle().focus();
  field.tiptap().commands.insertContent('y');
  expect(field.html()).toBe(html.replace('x<', 'xy<'));
});
