import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { near, rect, type Shown, showEditor } from './show-editor.tsx';

const press = (keys: string) => userEvent.keyboard(keys);
const times = (count: number, key: string) => key.repeat(count);
const numbersOf = (shown: Shown) => shown.shapes().map(({ numbers }) => numbers);
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';
const POLYGON = '{{c1::image-occlusion:polygon:left=.2:top=.2:points=.2,.2 .6,.2 .4,.8:oi=1}}<br>';

/** From the top of the page to the picture: the toolbar is one stop on the way. */
async function tabToPicture(): Promise<void> {
  await userEvent.tab();
  expect(document.activeElement?.textContent).toContain('Select');
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('role')).toBe('application');
}

describe('[MASK-12] by keyboard alone', () => {
  test('each kind is made with the crosshair', async () => {
    const shown = await showEditor();
    await tabToPicture();
    await press(`r{Enter}${times(20, '{ArrowRight}')}${times(10, '{ArrowDown}')}{Enter}`);
    await press(`e ${times(10, '{ArrowLeft}')}${times(5, '{ArrowUp}')} `);
    await press(`p${times(30, '{ArrowLeft}')}{Enter}${times(10, '{ArrowDown}')}{Enter}`);
    await press(`${times(10, '{ArrowLeft}')}{Enter}{Shift>}{Enter}{/Shift}`);
    await press(`t${times(40, '{ArrowUp}')}{Enter}Vena cava{Enter}`);
    const points = [
      { x: 0.2, y: 0.5 },
      { x: 0.2, y: 0.6 },
      { x: 0.1, y: 0.6 },
    ].map(near);
    expect(shown.shapes()).toEqual([
      near({ kind: 'rect', left: 0.5, top: 0.5, width: 0.2, height: 0.1, numbers: [1] }),
      near({ kind: 'ellipse', left: 0.4, top: 0.45, rx: 0.05, ry: 0.025, numbers: [2] }),
      near({ kind: 'polygon', points, numbers: [3] }),
      near({ kind: 'text', left: 0.5, top: 0.1, text: 'Vena cava', numbers: [0] }),
    ]);
  });

  test('a polygon closes with Enter at its first corner; Delete takes a corner back, Escape all', async () => {
    const shown = await showEditor();
    await tabToPicture();
    await press(`p{Enter}${times(10, '{ArrowRight}')}{Enter}${times(10, '{ArrowDown}')}{Enter}`);
    await press(`${times(30, '{ArrowLeft}')}{Enter}{Delete}${times(20, '{ArrowRight}')}`);
    await press(`${times(10, '{ArrowUp}')}{Enter}`);
    expect(shown.shapes()).toEqual([near({ kind: 'polygon', numbers: [1] })]);
    expect(shown.value()).toContain('points=.5,.5 .6,.5 .6,.6:oi=1}');
    await press(`{Enter}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}{Escape}`);
    expect(shown.changes).toHaveLength(1);
  });

  test('a mask is put in the middle, moved and sized, finely with Shift', async () => {
    const shown = await showEditor();
    await tabToPicture();
    await press('n');
    expect(shown.shapes()).toEqual([near({ kind: 'rect', left: 0.4, top: 0.4 })]);
    await press('{ArrowLeft}{ArrowUp}{Shift>}{ArrowLeft}{/Shift}');
    await press(
      '{Alt>}{ArrowRight}{ArrowDown}{ArrowDown}{/Alt}{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}',
    );
    expect(shown.value()).toContain('left=.388:top=.39:width=.21:height=.218');
    await press('n');
    expect(shown.shapes()[1]).toEqual(near({ left: 0.4, top: 0.4, numbers: [2] }));
    await press('n');
    expect(shown.shapes()[2]).toEqual(near({ left: 0.43, top: 0.43, numbers: [3] }));
  });

  test('masks are gone through with Tab, numbered, grouped, copied, named and removed', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10));
    await tabToPicture();
    await userEvent.tab();
    expect(focused()).toBe('Card 1, rectangle');
    await press('7');
    expect(numbersOf(shown)).toEqual([[7], [2]]);
    await press('{Shift>}3{/Shift}');
    expect(numbersOf(shown)).toEqual([[3, 7], [2]]);
    await userEvent.tab();
    expect(focused()).toBe('Card 2, rectangle');
    await press('{Enter}optic nerve{Enter}');
    expect(shown.shapes()[1]).toMatchObject({ alt: 'optic nerve' });
    expect(focused()).toBe('Card 2, rectangle, optic nerve');
    await press('{Control>}a{/Control}g');
    expect(numbersOf(shown)).toEqual([[2], [2]]);
    await press('u');
    expect(numbersOf(shown)).toEqual([[2], [3]]);
    await press('{Escape}');
    await userEvent.tab();
    await press('d');
    expect(numbersOf(shown)).toEqual([[2], [3], [4]]);
    await press('{Delete}');
    expect(numbersOf(shown)).toEqual([[2], [3]]);
  });

  test('[MASK-17] Space picks masks one by one while Tab goes on', async () => {
    const shown = await showEditor(
      rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10) + rect(3, 50, 10, 10, 10),
    );
    await tabToPicture();
    await userEvent.tab();
    await press(' ');
    await press(' ');
    await userEvent.tab();
    await userEvent.tab();
    await press(' g');
    expect(numbersOf(shown)).toEqual([[1], [2], [1]]);
    await press('{ArrowDown}');
    expect(shown.shapes()).toEqual([near({ top: 0.11 }), near({ top: 0.1 }), near({ top: 0.11 })]);
  });

  test('[MASK-4] corners of a polygon are gone through, moved, added and removed', async () => {
    const shown = await showEditor(POLYGON);
    await tabToPicture();
    await userEvent.tab();
    await press('..{ArrowRight}{ArrowUp}i{ArrowDown}');
    expect(shown.value()).toContain('.2,.2 .61,.19 .505,.505 .4,.8');
    await press('{Delete}');
    expect(shown.value()).toContain('.2,.2 .61,.19 .4,.8');
    await press(',{Delete}');
    expect(shown.said()).toContain('at least three corners');
    await press('{Escape}{ArrowRight}');
    expect(shown.value()).toContain('.21,.2 .62,.19 .41,.8');
  });

  test('[MASK-1] held against the edge a mask stays on the picture', async () => {
    const shown = await showEditor(rect(1, 97, 50, 2, 10));
    await tabToPicture();
    await userEvent.tab();
    await press(times(5, '{ArrowRight}'));
    expect(shown.shapes()).toEqual([near({ left: 0.98, width: 0.02 })]);
    expect(shown.changes).toHaveLength(1);
  });
});

describe('[MASK-14] keys', () => {
  test('Tab leads through the masks and out at both ends', async () => {
    await showEditor(rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10));
    await tabToPicture();
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).toBe('Card 2, rectangle');
    await userEvent.tab();
    expect(document.activeElement?.closest('svg')).toBeNull();
    for (let back = 0; back < 4; back++) await userEvent.tab({ shift: true });
    expect(document.activeElement?.closest('[role="toolbar"]')).not.toBeNull();
  });

  test('with a drawing tool Tab leads straight out', async () => {
    await showEditor(rect(1, 10, 10, 10, 10));
    await tabToPicture();
    await press('r');
    await userEvent.tab();
    expect(document.activeElement?.closest('svg')).toBeNull();
  });

  test('letters do nothing while the focus is elsewhere', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    await page.getByRole('checkbox', { name: 'Card 1, rectangle' }).click();
    await press('n5d{Delete}');
    await page.getByLabelText('What it hides: Card 1').click();
    await press('n5');
    expect(shown.shapes()).toEqual([near({ numbers: [1], alt: 'n5' })]);
  });

  test('letters and digits do not reach the keys of the screen, and Escape does when nothing is left to give up', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    await showEditor(rect(1, 10, 10, 10, 10));
    await tabToPicture();
    heard.length = 0;
    await press('nxz@5-');
    expect(heard).toEqual([]);
    await press('?{Escape}{Escape}');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual(['?', 'Escape']);
  });

  test('the focus is not lost when the mask that has it goes', async () => {
    const shown = await showEditor(rect(1, 10, 10, 10, 10));
    await tabToPicture();
    await userEvent.tab();
    await press('{Delete}');
    expect(document.activeElement).toBe(shown.canvas());
    await press('n{Control>}z{/Control}');
    expect(document.activeElement).toBe(shown.canvas());
    expect(shown.shapes()).toHaveLength(0);
  });

  test('the toolbar is one stop; arrows go along it, and a chosen tool gives the focus to the picture', async () => {
    const shown = await showEditor();
    await userEvent.tab();
    await press('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(document.activeElement?.textContent).toContain('Rectangle');
    await press('{Enter}');
    expect(document.activeElement).toBe(shown.canvas());
    await expect
      .element(page.getByRole('button', { name: 'Rectangle' }))
      .toHaveAttribute('aria-pressed', 'true');
  });
});
