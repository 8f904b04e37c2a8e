import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { NoteType } from '../../../../src/domain/content/note-type.ts';
import { STOCK_TYPES } from '../../../../src/domain/content/stock.ts';
import { isTap } from '../../../../src/renderer/card/frame-events.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import '../../../../src/renderer/kit/base.css';
import '../../../../src/renderer/review/review.css';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { problemsInLightAndDark } from '../../../support/accessible.ts';
import { until } from '../show-card.tsx';

let deps: TestDeps;
let sample: CardInFull;
beforeEach(async () => {
  deps = await withSampleDeck(1);
  const [id] = await deps.store.cards.toCollection().primaryKeys();
  sample = (await readCard(deps.store, id as never)) as CardInFull;
});
afterEach(() => {
  delete document.documentElement.dataset.theme;
  return deps.close();
});

function picture(width = 300, height = 200): string {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return canvas.toDataURL();
}

function cardOf(html: string, css = ''): CardInFull {
  const { noteType } = sample;
  const templates = noteType.templates.map((each) => ({ ...each, front: html, back: html }));
  return { ...sample, noteType: { ...noteType, templates, css } };
}

function occlusionCard(): CardInFull {
  const type = STOCK_TYPES.find(({ kind }) => kind === 'occlusion') as NoteType;
  const [masks, image] = type.fields;
  const [template] = type.templates;
  if (!masks || !image || !template) throw new Error('The stock type has changed.');
  const front = `<div class="occlusion"></div>{{${image.name}}}`;
  const fields = {
    [masks.id]: `{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:alt=Aorta:oi=1}}{{c2::image-occlusion:rect:left=.5:top=.5:width=.3:height=.1:alt=Vein:oi=1}}`,
    [image.id]: `<img src="${picture()}">`,
  };
  return {
    ...sample,
    noteType: { ...type, templates: [{ ...template, slot: 1, front, back: front }] },
    note: { ...sample.note, fields },
  };
}

async function shown(showing: CardInFull, isRevealed = false) {
  const view = (isNowRevealed: boolean) => (
    <EngineProvider engine={engineOf(deps)}>
      <main>
        <button type="button">Beside it</button>
        <CardFace
          showing={showing}
          likely={undefined}
          isRevealed={isNowRevealed}
          oneByOne={{ shown: 0, onShown: () => {} }}
          typedText=""
          onTyped={() => {}}
          onReveal={() => {}}
        />
      </main>
    </EngineProvider>
  );
  const screen = await render(view(isRevealed));
  const frame = (): HTMLIFrameElement => {
    const found = screen.container.querySelector('iframe');
    if (!found) throw new Error('The card is not shown.');
    return found;
  };
  await until(() => frame().contentDocument?.querySelector('#qa')?.hasChildNodes() ?? false);
  // What comes later waits for a quiet moment.
  const enlarges = () => frame().contentDocument?.documentElement.dataset.enlarges;
  await expect.poll(enlarges, { timeout: 30_000 }).toBeDefined();
  const holder = () => frame().parentElement as HTMLElement;
  return {
    frame,
    holder,
    document: frame().contentDocument as Document,
    isOpen: () => holder().matches(':popover-open'),
    reveal: () => screen.rerender(view(true)),
  };
}

const buttons = page.getByRole('button', { name: /^Enlarge/ });
const dialog = page.getByRole('dialog', { name: 'Enlarged picture' });

/** What a finger or a mouse does on a picture of the card. */
function click(target: Element, pointerType: string): void {
  const { left, top } = target.getBoundingClientRect();
  const at = { clientX: left + 40, clientY: top + 40, detail: 1, pointerType };
  target.dispatchEvent(new PointerEvent('click', { ...at, bubbles: true, cancelable: true }));
}

test('[TOUCH-5] Z opens the picture, keys magnify and move it, Escape ends it where the focus was', async () => {
  const { frame, holder, document, isOpen } = await shown(cardOf(`<img src="${picture()}">`));
  await expect.element(buttons).toHaveAttribute('aria-label', 'Enlarge the picture');
  const height = holder().parentElement?.offsetHeight;
  await page.getByRole('button', { name: 'Beside it' }).click();
  await userEvent.keyboard('z');
  await expect.element(dialog).toBeVisible();
  expect(isOpen()).toBe(true);
  // It is the card that was there, not one that was loaded anew.
  expect(frame().contentDocument).toBe(document);
  expect(holder().parentElement?.offsetHeight).toBe(height);
  await expect.element(dialog.getByRole('img')).toHaveAttribute('aria-label', 'Picture');
  const whole = holder().style.transform;
  await userEvent.keyboard('+');
  await expect.poll(() => holder().style.transform).not.toBe(whole);
  const larger = holder().style.transform;
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => holder().style.transform).not.toBe(larger);
  await userEvent.keyboard('0');
  await expect.poll(() => holder().style.transform).toBe(whole);
  await userEvent.keyboard('{Escape}');
  await expect.poll(isOpen).toBe(false);
  await expect.element(page.getByRole('button', { name: 'Beside it' })).toHaveFocus();
  expect(frame().contentDocument).toBe(document);
  expect(holder().style.transform).toBe('');
  expect(holder().style.clipPath).toBe('');
  expect(holder().parentElement?.style.minHeight).toBe('');
});

test('[TOUCH-5] each picture has its button, signs in the text have none', async () => {
  const sign = `<img src="${picture(20, 20)}">`;
  const { isOpen } = await shown(
    cardOf(`<p>${sign}</p><img src="${picture()}"><p>and</p><img src="${picture()}">`),
  );
  await expect.poll(() => buttons.elements().length).toBe(2);
  await page.getByRole('button', { name: 'Enlarge picture 2 of 2' }).click();
  await expect.element(dialog).toBeVisible();
  expect(await problemsInLightAndDark(document.body)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(isOpen).toBe(false);
  await expect.element(page.getByRole('button', { name: 'Enlarge picture 2 of 2' })).toHaveFocus();
});

test('[TOUCH-5] a tap on a question’s picture is for the answer; a click, and a tap on the answer, open it', async () => {
  const card = cardOf(
    `<a href="https://example.org"><img src="${picture()}"></a><img src="${picture(301)}">`,
  );
  const { document, isOpen, reveal } = await shown(card);
  await expect.poll(() => buttons.elements().length).toBe(2);
  const [linked, free] = [...document.images];
  if (!linked || !free) throw new Error('There are no pictures.');
  click(free, 'touch');
  click(linked, 'mouse');
  expect(isOpen()).toBe(false);
  click(free, 'mouse');
  await expect.poll(isOpen).toBe(true);
  // What is done in the picture is nothing that is done to the card.
  const heard: boolean[] = [];
  const listen = (event: MouseEvent) => heard.push(isTap(event, window.document));
  window.document.body.addEventListener('click', listen, { once: true });
  click(dialog.getByRole('img').element(), 'touch');
  expect(heard).toEqual([false]);
  // The other side of the card ends it.
  await reveal();
  await expect.poll(isOpen).toBe(false);
  await expect.poll(() => buttons.elements().length).toBe(2);
  click([...document.images][1] as Element, 'touch');
  await expect.poll(isOpen).toBe(true);
});

test('[TOUCH-6] masks are on the enlarged picture, and it says what they hide no sooner than the card', async () => {
  const { document, holder, isOpen, reveal } = await shown(occlusionCard());
  await expect.poll(() => buttons.elements().length).toBe(1);
  await buttons.click();
  await expect.poll(isOpen).toBe(true);
  const masks = [...document.querySelectorAll('.masks rect')];
  expect(masks).toHaveLength(2);
  // Cut to the picture, and the masks within it.
  const box = (document.images[0] as Element).getBoundingClientRect();
  expect(holder().style.clipPath).toContain(`${box.left}px`);
  for (const mask of masks) {
    const { left, right, top, bottom } = mask.getBoundingClientRect();
    expect(left >= box.left && right <= box.right).toBe(true);
    expect(top >= box.top && bottom <= box.bottom).toBe(true);
  }
  const words = () => dialog.getByRole('img').element().getAttribute('aria-label') ?? '';
  expect(words()).toBe('Mask 1 of 2, asked for. Mask 2 of 2, hidden');
  await userEvent.keyboard('{Escape}');
  await reveal();
  await expect.poll(() => buttons.elements().length).toBe(1);
  await buttons.click();
  await expect.poll(words).toBe('Mask 1 of 2, revealed: Aorta. Mask 2 of 2, hidden');
});

test('[TOUCH-6] a plate under another picture opens with it, and what cannot be seen does not open', async () => {
  const css = '#plate { position: relative } #cover { position: absolute; inset: 0; z-index: 1 }';
  const plate = `<div id=plate><img src="${picture()}"><img id=cover src="${picture()}"></div>`;
  const closed = `<details><summary>Hint</summary><img src="${picture()}"></details>`;
  const veiled = `<img style="opacity:0" src="${picture()}"><img style="visibility:hidden" src="${picture()}">`;
  const { isOpen, document } = await shown(cardOf(`${plate}${closed}${veiled}`, css));
  await expect.poll(() => buttons.elements().length).toBe(1);
  await buttons.click();
  await expect.poll(isOpen).toBe(true);
  const [under, over] = [...document.images].map((each) => each.getBoundingClientRect());
  expect(over?.top).toBe(under?.top);
  await userEvent.keyboard('{Escape}');
  document.querySelector('summary')?.click();
  await expect.poll(() => buttons.elements().length).toBe(2);
});

test('[TOUCH-5] two fingers, the wheel and a double click magnify it, one finger moves it', async () => {
  const { holder, isOpen } = await shown(cardOf(`<img src="${picture()}">`));
  await expect.poll(() => buttons.elements().length).toBe(1);
  await buttons.click();
  await expect.poll(isOpen).toBe(true);
  const surface = dialog.getByRole('img').element() as HTMLElement;
  // No finger of a test can be held fast.
  surface.setPointerCapture = () => {};
  let millis = 1;
  const point = (type: string, pointerId: number, x: number, y: number): void => {
    const event = new PointerEvent(type, { pointerId, clientX: x, clientY: y, bubbles: true });
    millis += 100;
    surface.dispatchEvent(Object.defineProperty(event, 'timeStamp', { value: millis }));
  };
  const scale = () => Number(/scale\(([\d.]+)\)/.exec(holder().style.transform)?.[1]);
  const whole = scale();
  const [x, y] = [window.innerWidth / 2, window.innerHeight / 2];
  point('pointerdown', 1, x - 50, y);
  point('pointerdown', 2, x + 50, y);
  point('pointermove', 2, x + 150, y);
  await expect.poll(() => scale() / whole).toBeCloseTo(2);
  point('pointerup', 1, x - 50, y);
  const before = holder().style.transform;
  point('pointermove', 2, x + 120, y);
  await expect.poll(() => holder().style.transform).not.toBe(before);
  expect(scale() / whole).toBeCloseTo(2);
  point('pointerup', 2, x + 120, y);
  for (const type of ['pointerdown', 'pointerup', 'pointerdown', 'pointerup']) point(type, 3, x, y);
  await expect.poll(() => scale()).toBe(whole);
  const notch = { deltaY: -100, clientX: x, clientY: y, cancelable: true };
  expect(surface.dispatchEvent(new WheelEvent('wheel', notch))).toBe(false);
  await expect.poll(() => scale()).toBeGreaterThan(whole);
});
