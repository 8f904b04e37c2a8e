import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fingers, mouse } from './hand.ts';
import { near, picture, showEditor } from './show-editor.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

/** Each kind, grouped, on two cards, with words and without. */
const EVERY_KIND = [
  '{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:alt=aortic arch:oi=1}}<br>',
  '{{c2::image-occlusion:ellipse:left=.4:top=.4:rx=.1:ry=.15:oi=1}}<br>',
  '{{c2,3::image-occlusion:polygon:left=.7:top=.1:points=.7,.1 .9,.1 .9,.4:alt=valve:oi=1}}<br>',
  '{{c0::image-occlusion:text:left=.1:top=.8:text=From the front:oi=1}}<br>',
].join('');

describe('[I18] each mask', () => {
  test('shows its number and has a name, on the picture and in the list', async () => {
    const shown = await showEditor(EVERY_KIND);
    const numbers = [...shown.canvas().querySelectorAll('.occlusion-chip-number')];
    expect(numbers.map(({ textContent }) => textContent)).toEqual(['1', '2', '2, 3']);
    const names = [
      'Card 1, rectangle, aortic arch',
      'Card 2, ellipse',
      'Cards 2, 3, polygon, valve',
      'Label, From the front, always shown',
    ];
    for (const name of names) {
      await expect.element(page.getByRole('checkbox', { name, exact: true })).toBeVisible();
      await expect.element(page.getByRole('button', { name, exact: true })).toBeInTheDocument();
    }
  });

  test('in a group has its colour, besides its number', async () => {
    const shown = await showEditor(EVERY_KIND);
    const hues = [...shown.canvas().querySelectorAll('[data-place]')].map((mask) =>
      mask.getAttribute('data-hue'),
    );
    expect(hues).toEqual([null, '2', '2', null]);
  });

  test('is named in the list as on the picture', async () => {
    const shown = await showEditor(EVERY_KIND);
    await page.getByLabelText('What it hides: Card 2', { exact: true }).fill('atrium ');
    await userEvent.tab();
    expect(shown.shapes()[1]).toMatchObject({ alt: 'atrium' });
    await page.getByLabelText('What it hides: Card 2', { exact: true }).fill('');
    expect(shown.shapes()[1]).not.toHaveProperty('alt');
  });

  test('that is a label keeps its words until it has others', async () => {
    const shown = await showEditor(EVERY_KIND);
    const field = page.getByLabelText('What it says: label');
    await field.fill('');
    expect(shown.shapes()[3]).toMatchObject({ text: 'From the front' });
    await press('From behind');
    expect(shown.shapes()[3]).toMatchObject({ text: 'From behind' });
  });

  test('is selected by a screen reader, which clicks without a pointer', async () => {
    const shown = await showEditor(EVERY_KIND);
    shown
      .canvas()
      .querySelector('[data-place="2"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(page.getByRole('region', { name: 'Selected: polygon' })).toBeVisible();
  });

  test('is announced when it is added, moved, numbered and removed', async () => {
    const shown = await showEditor(EVERY_KIND);
    shown.canvas().focus();
    await press('n');
    expect(shown.said()).toBe('Rectangle added, card 4.');
    await press('{ArrowLeft}');
    expect(shown.said()).toBe('Left 42 %, top 43 %, width 20 %, height 20 %');
    await press('2');
    expect(shown.said()).toBe('1 mask: Card 2.');
    await press('4{Delete}');
    expect(shown.said()).toBe('1 mask removed. Card 4 gone; the others keep their numbers.');
    await press('{Control>}z{/Control}');
    expect(shown.said()).toBe('Undone.');
    await press('{Escape}g');
    expect(shown.said()).toBe('No mask is selected.');
  });
});

describe('[I19] the mode', () => {
  test('is hide all for a field without masks, can be chosen before the first, and is saved with it', async () => {
    const shown = await showEditor('');
    await expect.element(page.getByLabelText('Hide all, guess one')).toBeChecked();
    await page.getByLabelText('Hide one, guess one').click();
    await expect.element(page.getByLabelText('Hide one, guess one')).toBeChecked();
    expect(shown.changes).toEqual([]);
    await button('Add mask').click();
    expect(shown.value()).not.toContain('oi=1');
    await page.getByLabelText('Hide all, guess one').click();
    expect(shown.value()).toContain('oi=1');
  });

  test('stands beside the number of cards', async () => {
    await showEditor(EVERY_KIND);
    await expect.element(page.getByText('Makes 3 cards.')).toBeVisible();
    await button('Add mask').click();
    await expect.element(page.getByText('Makes 4 cards.')).toBeVisible();
  });

  test.each([
    ['all', ['covered', 'asked', 'asked', 'label'], ['covered', 'revealed', 'revealed', 'label']],
    ['one', ['asked', 'asked', 'label'], ['revealed', 'revealed', 'label']],
  ])('hide %s shows in the preview of each side', async (mode, front, back) => {
    await showEditor(EVERY_KIND);
    await page.getByLabelText(`Hide ${mode}, guess one`).click();
    await button('Preview').click();
    await expect.element(page.getByRole('dialog', { name: 'Card 1' })).toBeVisible();
    await button('Next card').click();
    await expect.element(page.getByRole('dialog', { name: 'Card 2' })).toBeVisible();
    const sides = [...document.querySelectorAll('.occlusion-face')].map((face) =>
      [...face.querySelectorAll('[data-state]')].map((mask) => mask.getAttribute('data-state')),
    );
    expect(sides).toEqual([front, back]);
    await expect
      .element(page.getByRole('img', { name: /^Answer: a part without words, valve\./ }))
      .toBeVisible();
    await button('Next card').click();
    await button('Next card').click();
    await expect.element(page.getByRole('dialog', { name: 'Card 1' })).toBeVisible();
  });
});

describe('[I15] the picture', () => {
  test('is enlarged about the pointer, eight times at most, and shown whole again', async () => {
    const shown = await showEditor(EVERY_KIND);
    const place = () => {
      const box = shown.canvas().getBoundingClientRect();
      return { x: box.left + 0.8 * box.width, y: box.top + 0.3 * box.height, width: box.width };
    };
    const before = place();
    for (let turn = 0; turn < 3; turn++) {
      const box = shown.canvas().getBoundingClientRect();
      const at = [(before.x - box.left) / box.width, (before.y - box.top) / box.height] as const;
      await mouse.wheelWithCtrl(shown.canvas(), at, -200);
    }
    await expect.poll(() => place().width / before.width).toBeGreaterThan(3);
    expect(Math.abs(place().x - before.x)).toBeLessThan(3);
    expect(Math.abs(place().y - before.y)).toBeLessThan(3);
    for (let turn = 0; turn < 8; turn++)
      await mouse.wheelWithCtrl(shown.canvas(), [0.8, 0.3], -400);
    await expect.poll(() => place().width / before.width).toBeCloseTo(8, 1);
    await button('Whole picture, now at 800 %').click();
    expect(place().width).toBe(before.width);
    expect(shown.changes).toEqual([]);
  });

  test('is enlarged by keys and buttons about the middle, and follows the mask that has the focus', async () => {
    const shown = await showEditor(EVERY_KIND);
    const frame = document.querySelector('.occlusion-view') as HTMLElement;
    shown.canvas().focus();
    await press('+++++++++');
    expect(frame.scrollLeft).toBeGreaterThan(100);
    await userEvent.tab();
    await expect
      .poll(() => isIn(frame, shown.canvas().querySelector('[data-place="0"]')))
      .toBe(true);
    await userEvent.tab();
    await userEvent.tab();
    await expect
      .poll(() => isIn(frame, shown.canvas().querySelector('[data-place="2"]')))
      .toBe(true);
  });

  test('draws where the pointer is when it is enlarged', async () => {
    const shown = await showEditor('');
    shown.canvas().focus();
    await press('+++++r');
    await mouse.drag(shown.canvas(), [
      [0.45, 0.45],
      [0.55, 0.55],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.45, top: 0.45, width: 0.1, height: 0.1 })]);
  });

  test('gives a new mask in the middle of what is in view', async () => {
    const shown = await showEditor('');
    const frame = document.querySelector('.occlusion-view') as HTMLElement;
    shown.canvas().focus();
    await press('+++++++');
    frame.scrollTo(0, 0);
    await press('n');
    const [shape] = shown.shapes();
    expect(shape?.kind === 'rect' && shape.left + shape.width).toBeLessThan(0.2);
  });
});

describe('[I20] without a picture', () => {
  test('there is a sentence and a button, and no tools', async () => {
    const shown = await showEditor('', { picture: undefined, imageName: '' });
    await expect.element(page.getByText(/^Drop a picture here/)).toBeVisible();
    await button('Choose a picture').click();
    expect(shown.chosen()).toBe(1);
    expect(document.querySelector('[role="toolbar"]')).toBeNull();
  });

  test('one that is missing is named, and its masks stay and can be read', async () => {
    const shown = await showEditor(EVERY_KIND, { picture: undefined });
    await expect
      .element(page.getByText(/‘heart\.png’ is not among the media\. Its 4 masks are kept/))
      .toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'Card 2, ellipse' })).toBeVisible();
    expect(shown.changes).toEqual([]);
  });

  test.each([
    ['not an image at all', 'image/png'],
    ['', 'image/png'],
    ['<svg', 'image/svg+xml'],
  ])('one that cannot be decoded (%j) is a problem, and its masks stay', async (content, type) => {
    const shown = await showEditor(EVERY_KIND, { picture: new Blob([content], { type }) });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/‘heart\.png’ cannot be shown/);
    await expect.element(page.getByRole('alert')).toHaveTextContent(/4 masks are kept/);
    await expect.element(page.getByRole('alert')).toHaveTextContent(/Choose another picture/);
    expect(shown.changes).toEqual([]);
  });

  test('a picture dropped or pasted is handed on, anything else is a problem', async () => {
    const shown = await showEditor('', { picture: undefined, imageName: '' });
    await drop(new File([await picture(4, 4)], 'scan.png', { type: 'image/png' }));
    await drop(new File(['x'], 'notes.txt', { type: 'text/plain' }));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/‘notes\.txt’ is not a picture/);
    (document.querySelector('.occlusion-editor button') as HTMLElement).focus();
    pasteFile(new File([await picture(4, 4)], 'shot.png', { type: 'image/png' }));
    expect(shown.images).toEqual(['scan.png', 'shot.png']);
    await expect.poll(() => document.querySelector('[role="alert"]')).toBeNull();
  });

  test('a picture pasted on a picture is handed on, and masks stay', async () => {
    const shown = await showEditor(EVERY_KIND);
    shown.canvas().focus();
    pasteFile(new File([await picture(4, 4)], 'other.png', { type: 'image/png' }));
    await button('Change picture').click();
    expect([shown.images, shown.chosen(), shown.changes]).toEqual([['other.png'], 1, []]);
  });
});

describe('[I21]', () => {
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });

  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 400],
    ['dark', 400],
  ])('axe-core finds nothing, %s at %i px, and nothing scrolls sideways', async (theme, width) => {
    document.documentElement.dataset.theme = theme;
    const shown = await showEditor(EVERY_KIND, { width });
    expect(await problems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
    shown.canvas().focus();
    await press('{Control>}a{/Control}');
    expect(await problems()).toEqual([]);
    await press('{Escape}');
    await userEvent.tab();
    await press('{Enter}');
    expect(await problems()).toEqual([]);
    await press('{Enter}p{Enter}');
    expect(await problems()).toEqual([]);
    await page.getByText('Keys on the picture').click();
    expect(await problems()).toEqual([]);
    await button('Preview').click();
    expect(await problems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  test('axe-core finds nothing without a picture', async () => {
    await showEditor('', { picture: undefined, imageName: '' });
    expect(await problems()).toEqual([]);
  });

  test('axe-core finds nothing with a picture that cannot be shown', async () => {
    await showEditor(EVERY_KIND, { picture: new Blob(['x'], { type: 'image/png' }) });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await problems()).toEqual([]);
  });

  test.each([1200, 400])(
    'every control is at least 24 pixels wide and high, at %i px',
    async (width) => {
      const shown = await showEditor(EVERY_KIND, { width });
      shown.canvas().focus();
      await press('{Control>}a{/Control}');
      const controls = [
        ...document.querySelectorAll('.occlusion-editor :is(button, input, summary)'),
      ];
      expect(controls.length).toBeGreaterThan(20);
      for (const control of controls) {
        const target = control.closest('label') ?? control;
        const box = target.getBoundingClientRect();
        expect(Math.min(box.width, box.height), target.outerHTML).toBeGreaterThanOrEqual(24);
      }
    },
  );

  test('the focus shows on every control', async () => {
    await showEditor(EVERY_KIND);
    const seen = new Set<Element>();
    for (let step = 0; step < 30; step++) {
      await userEvent.tab();
      const element = document.activeElement;
      if (!element || element === document.body || seen.has(element)) break;
      seen.add(element);
      const { outlineStyle } = getComputedStyle(element);
      const isMask = element.matches('.occlusion-mask');
      const dashes =
        isMask &&
        getComputedStyle(
          element.querySelector('.occlusion-mask-face, .occlusion-label-box') as Element,
        ).strokeDasharray;
      expect(isMask || outlineStyle === 'solid', element.outerHTML).toBe(true);
      if (isMask && element.getAttribute('data-kind') !== 'text') expect(dashes).not.toBe('none');
    }
    expect(seen.size).toBeGreaterThan(12);
  });

  test('[I11] a finger on the picture neither scrolls nor selects text', async () => {
    const shown = await showEditor(EVERY_KIND, { width: 400 });
    await fingers.drag(shown.canvas(), [
      [
        [0.5, 0.8],
        [0.5, 0.2],
      ],
    ]);
    expect(window.scrollY).toBe(0);
    expect(getSelection()?.toString()).toBe('');
  });
});

async function problems(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

function isIn(frame: Element, element: Element | null): boolean {
  const [outer, inner] = [frame.getBoundingClientRect(), element?.getBoundingClientRect()];
  if (!inner) return false;
  const [x, y] = [inner.left + inner.width / 2, inner.top + inner.height / 2];
  return x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
}

async function drop(file: File): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const init = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector('.occlusion-place')?.dispatchEvent(new DragEvent('drop', init));
}

function pasteFile(file: File): void {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(file);
  const init = { clipboardData, bubbles: true, cancelable: true };
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', init));
}
