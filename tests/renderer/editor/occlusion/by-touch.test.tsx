import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fingers } from './hand.ts';
import { near, rect, showEditor } from './show-editor.tsx';

const tool = (name: string) => page.getByRole('button', { name, exact: true }).click();
const BOX = rect(1, 20, 20, 20, 30);

describe('[MASK-11] by touch', () => {
  test('one finger draws each kind', async () => {
    const shown = await showEditor();
    const types = new Set<string>();
    shown.canvas().addEventListener('pointerdown', ({ pointerType }) => types.add(pointerType));
    await tool('Rectangle');
    await fingers.drag(shown.canvas(), [
      [
        [0.1, 0.1],
        [0.3, 0.4],
      ],
    ]);
    await tool('Ellipse');
    await fingers.drag(shown.canvas(), [
      [
        [0.5, 0.5],
        [0.7, 0.9],
      ],
    ]);
    await tool('Polygon');
    for (const at of [
      [0.7, 0.1],
      [0.9, 0.1],
      [0.9, 0.4],
      [0.7, 0.1],
    ] as const) {
      await fingers.tap(shown.canvas(), at);
    }
    await tool('Label');
    await fingers.tap(shown.canvas(), [0.1, 0.8]);
    await userEvent.keyboard('Aorta');
    await tool('Done');
    const points = [
      { x: 0.7, y: 0.1 },
      { x: 0.9, y: 0.1 },
      { x: 0.9, y: 0.4 },
    ].map(near);
    expect(shown.shapes()).toEqual([
      near({ kind: 'rect', left: 0.1, top: 0.1, width: 0.2, height: 0.3, numbers: [1] }),
      near({ kind: 'ellipse', left: 0.5, top: 0.5, rx: 0.1, ry: 0.2, numbers: [2] }),
      near({ kind: 'polygon', points, numbers: [3] }),
      near({ kind: 'text', left: 0.1, top: 0.8, text: 'Aorta' }),
    ]);
    expect([...types]).toEqual(['touch']);
  });

  test('one finger moves, and resizes from up to 22 pixels beside a handle', async () => {
    const shown = await showEditor(BOX);
    await fingers.drag(shown.canvas(), [
      [
        [0.3, 0.35],
        [0.5, 0.35],
      ],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.4, top: 0.2 })]);
    const { width, height } = shown.canvas().getBoundingClientRect();
    const beside = [0.6 + 14 / width, 0.5 + 14 / height] as const;
    await fingers.drag(shown.canvas(), [[beside, [0.7, 0.7]]]);
    expect(shown.shapes()).toEqual([near({ left: 0.4, top: 0.2, width: 0.3, height: 0.5 })]);
  });

  test('[MASK-3] a finger finds a small mask from 20 pixels beside it', async () => {
    const shown = await showEditor(rect(1, 50, 50, 1, 1));
    const { width } = shown.canvas().getBoundingClientRect();
    await fingers.tap(shown.canvas(), [0.51 + 20 / width, 0.505]);
    await expect.element(page.getByRole('region', { name: 'Selected: rectangle' })).toBeVisible();
  });

  test('two fingers enlarge and move the picture about what is between them, and draw nothing', async () => {
    const shown = await showEditor(BOX);
    await tool('Rectangle');
    const before = shown.canvas().getBoundingClientRect();
    await fingers.drag(shown.canvas(), [
      [
        [0.45, 0.5],
        [0.25, 0.5],
      ],
      [
        [0.55, 0.5],
        [0.75, 0.5],
      ],
    ]);
    const after = shown.canvas().getBoundingClientRect();
    expect(after.width / before.width).toBeCloseTo(5, 0);
    const middle = (box: DOMRect) => box.left + box.width / 2;
    expect(Math.abs(middle(after) - middle(before))).toBeLessThan(6);
    expect(shown.changes).toEqual([]);
  });

  test('a second finger takes back what the first had begun', async () => {
    const shown = await showEditor(BOX);
    await fingers.down(shown.canvas(), [[0.3, 0.35]]);
    await fingers.move(shown.canvas(), [[0.5, 0.6]]);
    await fingers.down(shown.canvas(), [
      [0.5, 0.6],
      [0.8, 0.6],
    ]);
    await fingers.up();
    expect(shown.changes).toEqual([]);
    const mask = shown.canvas().querySelector('.occlusion-mask-face');
    expect(Number(mask?.getAttribute('x'))).toBeCloseTo(
      0.2 * Number(shown.canvas().getAttribute('width')),
      0,
    );
    await fingers.drag(shown.canvas(), [
      [
        [0.3, 0.35],
        [0.4, 0.35],
      ],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.3, top: 0.2 })]);
  });
});
