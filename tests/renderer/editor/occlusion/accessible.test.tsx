import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { problemsInLightAndDark } from '../../../support/accessible.ts';
import { fingers } from './hand.ts';
import { EVERY_KIND, showEditor } from './show-editor.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

describe('[MASK-21]', () => {
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });

  test.each([1200, 400])(
    'axe-core finds nothing, light and dark, at %i px, and nothing scrolls sideways',
    async (width) => {
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
    },
  );

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

  test('[MASK-11] a finger on the picture neither scrolls nor selects text', async () => {
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

const problems = () => problemsInLightAndDark(document, ['page-has-heading-one']);
