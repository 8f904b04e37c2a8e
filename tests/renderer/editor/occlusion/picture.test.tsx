import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mouse } from './hand.ts';
import { EVERY_KIND, near, picture, showEditor } from './show-editor.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

describe('[MASK-15] the picture', () => {
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

describe('[MASK-20] without a picture', () => {
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
    (document.activeElement as HTMLElement).blur();
    pasteFile(new File([await picture(4, 4)], 'next.png', { type: 'image/png' }));
    expect(shown.images).toEqual(['scan.png', 'shot.png', 'next.png']);
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
