import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { parseOcclusions, printOcclusions } from '../../../../src/domain/template/occlusion.ts';
import { mouse } from './hand.ts';
import { near, rect, showEditor } from './show-editor.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

/** As another program may have written it: numbers its own way, an unknown shape, turned, coloured. */
const FOREIGN = [
  '{{c2::image-occlusion:rect:left=0.1000:top=.1:width=.2:height=.1:angle=20:fill=#ffeba2:oi=1}}<br>',
  '{{c3::image-occlusion:spiral:left=.5:turns=3:oi=1}}<br>',
  '{{c1,2::image-occlusion:ellipse:left=.4:top=.4:rx=.1:ry=.1:new=thing:oi=1}}<br>',
  '{{c0::image-occlusion:text:left=.7:top=.1:text=a\\:b:scale=1.5:fs=.05:oi=1}}<br>',
].join('\n');

describe('[MASK-8] saving', () => {
  test('opening, selecting, enlarging and looking at the preview save nothing', async () => {
    const shown = await showEditor(FOREIGN);
    await mouse.drag(shown.canvas(), [
      [0.02, 0.02],
      [0.95, 0.95],
    ]);
    await press('{Escape}++f');
    await button('Preview').click();
    await button('Close').click();
    await page.getByRole('checkbox', { name: /ellipse/ }).click();
    expect(shown.changes).toEqual([]);
  });

  test('what is not touched is kept: turn, colour, unknown words and unknown shapes', async () => {
    const shown = await showEditor(FOREIGN);
    shown.canvas().focus();
    await userEvent.tab();
    await press('{ArrowRight}');
    const value = shown.value();
    expect(value).toContain('{{c3::image-occlusion:spiral:left=.5:turns=3:oi=1}}');
    expect(value).toMatch(/rect:left=\.11:.*angle=20:fill=#ffeba2/);
    expect(value).toMatch(/c1,2::image-occlusion:ellipse:.*new=thing/);
    expect(value).toMatch(/text=a\\:b:scale=1\.5:fs=\.05/);
    expect(printOcclusions(parseOcclusions(value))).toBe(value);
  });

  test('masks removed to the last leave what could not be read', async () => {
    const shown = await showEditor(FOREIGN);
    shown.canvas().focus();
    await press('{Control>}a{/Control}{Delete}');
    expect(shown.value()).toBe('{{c3::image-occlusion:spiral:left=.5:turns=3:oi=1}}<br>');
  });

  test('words with every sign there is read back as they were written', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    const words = 'a:b \\ }} {{c1::x}} <img src=x onerror=alert(1)> & "‘é"';
    await page.getByLabelText('What it hides: Card 1').fill(words);
    expect(shown.shapes()).toEqual([expect.objectContaining({ alt: words })]);
    expect(shown.value()).not.toContain('<img');
    expect(document.querySelector('.occlusion-editor [onerror]')).toBeNull();
  });

  test('[MASK-5] a number given up in this sitting is not given to a new mask', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10));
    shown.canvas().focus();
    await userEvent.tab();
    await userEvent.tab();
    await press('{Delete}n');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[1], [3]]);
    await press('{Control>}z{/Control}n');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[1], [3]]);
  });
});

describe('[MASK-7] undo', () => {
  test('taking back every change gives the field to the letter, and doing them again the last', async () => {
    const shown = await showEditor(FOREIGN);
    shown.canvas().focus();
    await press('n{ArrowLeft}{Alt>}{ArrowDown}{/Alt}9d{Control>}a{/Control}gu');
    await page.getByLabelText('What it hides: Card 4').first().fill('aorta');
    await page.getByLabelText('Hide one, guess one').click();
    const last = shown.value();
    expect(await pressAll('Undo')).toBe(9);
    expect(shown.value()).toBe(FOREIGN);
    expect(await pressAll('Redo')).toBe(9);
    expect(shown.value()).toBe(last);
  });

  test('typing in one field is one step, and so is a key held down', async () => {
    const before = rect(1, 10, 10, 10, 10);
    const shown = await showEditor(before);
    await page.getByLabelText('What it hides: Card 1').click();
    await press('left optic nerve');
    await button('Undo').click();
    expect(shown.value()).toBe(before);

    shown.canvas().focus();
    await userEvent.tab();
    const mask = document.activeElement;
    for (const repeat of [false, true, true, true]) {
      const init = { key: 'ArrowRight', repeat, bubbles: true, cancelable: true };
      mask?.dispatchEvent(new KeyboardEvent('keydown', init));
    }
    expect(shown.shapes()).toEqual([near({ left: 0.14 })]);
    await press('{Control>}zz{/Control}');
    expect(shown.value()).toBe(before);
  });

  test('keys undo from anywhere in the editor but its text fields, and stay in the editor', async () => {
    const shown = await showEditor('');
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => event.key === 'z' && heard.push(event.key);
    document.addEventListener('keydown', listen);
    await button('Add mask').click();
    await page.getByRole('checkbox', { name: 'Card 1, rectangle' }).click();
    await press('{Control>}z{/Control}');
    expect(shown.value()).toBe('');
    await press('{Control>}{Shift>}z{/Shift}{/Control}');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual([]);
  });

  test('during a drawing undo takes back its last corner', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    await button('Polygon').click();
    for (const at of [
      [0.5, 0.5],
      [0.8, 0.5],
      [0.8, 0.8],
    ] as const)
      await mouse.click(shown.canvas(), at);
    await press('{Control>}z{/Control}');
    expect(shown.canvas().querySelectorAll('.occlusion-draft circle')).toHaveLength(2);
    expect(shown.changes).toEqual([]);
  });
});

describe('[MASK-9] a field changed elsewhere', () => {
  test('replaces what is shown', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    shown.canvas().focus();
    await press('n');
    shown.setValue(rect(5, 50, 50, 10, 10));
    await expect
      .element(page.getByRole('button', { name: 'Card 5, rectangle' }))
      .toBeInTheDocument();
    expect(shown.canvas().querySelectorAll('[data-place]')).toHaveLength(1);
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await press('n');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[5], [6]]);
  });

  test('changes of the editor itself coming back late, or only the last of them, replace nothing', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10), { isEchoed: false });
    shown.canvas().focus();
    await press('nnn');
    expect(shown.changes).toHaveLength(3);
    const [first = '', , third = ''] = shown.changes;
    shown.setValue(first);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown.canvas().querySelectorAll('[data-place]')).toHaveLength(4);
    shown.setValue(third);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown.canvas().querySelectorAll('[data-place]')).toHaveLength(4);
    await press('{Control>}z{/Control}');
    expect(shown.value()).toBe(shown.changes[1]);
  });

  test('going back to what it was before an accepted change is a change elsewhere', async () => {
    const before = rect(1, 10, 10, 10, 10);
    const shown = await showEditor(before);
    shown.canvas().focus();
    await press('n');
    await expect.poll(() => shown.canvas().querySelectorAll('[data-place]').length).toBe(2);
    shown.setValue(before);
    await expect.poll(() => shown.canvas().querySelectorAll('[data-place]').length).toBe(1);
  });

  test('the same masks in other words are no change', async () => {
    const shown = await showEditor('', { isEchoed: false });
    await button('Add mask').click();
    shown.setValue(shown.value().replace('<br>', '\n'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.element(button('Undo')).not.toHaveAttribute('aria-disabled', 'true');
  });
});

describe('[MASK-16] the clipboard', () => {
  test('masks are copied as text of the field, and pasted with numbers of their own', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10) + rect(1, 30, 10, 10, 10));
    shown.canvas().focus();
    await press('{Control>}a{/Control}');
    const copied = clipboardEvent('copy');
    expect(copied).toBe(rect(1, 10, 10, 10, 10) + rect(1, 30, 10, 10, 10));
    paste(copied);
    expect(shown.shapes()).toEqual([
      near({ left: 0.1, numbers: [1] }),
      near({ left: 0.3, numbers: [1] }),
      near({ left: 0.13, top: 0.13, numbers: [2] }),
      near({ left: 0.33, top: 0.13, numbers: [2] }),
    ]);
  });

  test('the keys of the browser copy and paste', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    shown.canvas().focus();
    await userEvent.tab();
    await press('{Control>}c{/Control}');
    await press('{Control>}v{/Control}');
    await expect.poll(() => shown.shapes().length).toBe(2);
  });

  test('cut masks are gone, and come back pasted', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10));
    shown.canvas().focus();
    await userEvent.tab();
    const text = clipboardEvent('cut');
    expect(shown.shapes()).toEqual([near({ left: 0.3 })]);
    paste(text);
    expect(shown.shapes()).toEqual([near({ left: 0.3 }), near({ left: 0.1, numbers: [3] })]);
  });

  test('text that holds no masks is left alone, and so is text pasted into a field', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    shown.canvas().focus();
    expect(paste('hello')).toBe(false);
    await page.getByLabelText('What it hides: Card 1').click();
    expect(paste(rect(2, 30, 10, 10, 10))).toBe(false);
    expect(shown.changes).toEqual([]);
  });
});

/** Presses a button until it is off; how often. */
async function pressAll(name: string): Promise<number> {
  for (let count = 0; ; count++) {
    if (button(name).element().getAttribute('aria-disabled') === 'true') return count;
    await button(name).click();
  }
}

/** The clipboard's text after the browser's copy or cut event. */
function clipboardEvent(type: 'copy' | 'cut'): string {
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return clipboardData.getData('text/plain');
}

/** Whether the editor took the text. */
function paste(text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return event.defaultPrevented;
}
