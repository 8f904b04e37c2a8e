import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EVERY_KIND, rect, showEditor } from './show-editor.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

describe('[MASK-18] each mask', () => {
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

describe('[MASK-19] the mode', () => {
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

test.each([1200, 400])(
  '[MASK-23] the picture has the whole width under icons with names, at %i px',
  async (width) => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10), { width });
    const editor = document.querySelector('.occlusion-editor') as HTMLElement;
    const view = document.querySelector('.occlusion-view') as HTMLElement;
    expect(view.clientWidth).toBeGreaterThan(editor.clientWidth - 4);
    const icons = [...document.querySelectorAll<HTMLElement>('.occlusion-tools button')];
    for (const icon of icons) {
      expect(icon.title, icon.outerHTML).not.toBe('');
      const name = icon.getAttribute('aria-label') ?? icon.textContent;
      expect(icon.title.startsWith(name) || name.startsWith('Whole picture'), name).toBe(true);
    }
    await expect.element(button('Ellipse')).toHaveAttribute('title', 'Ellipse (E)');
    const below = () => page.getByText('On each card').element().getBoundingClientRect().top;
    if (width < 1200) return;
    const before = below();
    shown.canvas().focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByRole('region', { name: /^Selected/ })).toBeVisible();
    expect(below()).toBe(before);
  },
);
