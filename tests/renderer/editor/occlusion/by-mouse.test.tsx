import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mouse } from './hand.ts';
import { near, rect, type Shown, showEditor } from './show-editor.tsx';

const tool = (name: string) => page.getByRole('button', { name, exact: true }).click();
const BOX = rect(1, 20, 20, 20, 30);

describe('[MASK-10] by mouse', () => {
  test.each(['Rectangle', 'Ellipse'])('a %s is dragged from corner to corner', async (name) => {
    const shown = await showEditor();
    await tool(name);
    await mouse.drag(shown.canvas(), [
      [0.4, 0.6],
      [0.1, 0.2],
    ]);
    expect(shown.shapes()).toEqual([
      name === 'Rectangle'
        ? near({ kind: 'rect', left: 0.1, top: 0.2, width: 0.3, height: 0.4, numbers: [1] })
        : near({ kind: 'ellipse', left: 0.1, top: 0.2, rx: 0.15, ry: 0.2, numbers: [1] }),
    ]);
  });

  test('a polygon is clicked corner by corner, and closed at the first', async () => {
    const shown = await showEditor();
    await tool('Polygon');
    await clickAll(shown, [
      [0.2, 0.2],
      [0.6, 0.2],
      [0.6, 0.7],
      [0.3, 0.8],
    ]);
    expect(shown.changes).toEqual([]);
    await mouse.click(shown.canvas(), [0.205, 0.205]);
    const points = [
      { x: 0.2, y: 0.2 },
      { x: 0.6, y: 0.2 },
      { x: 0.6, y: 0.7 },
      { x: 0.3, y: 0.8 },
    ].map(near);
    expect(shown.shapes()).toEqual([near({ kind: 'polygon', points, numbers: [1] })]);
  });

  test('a polygon of two corners does not close, and says so; Escape gives it up', async () => {
    const shown = await showEditor();
    await tool('Polygon');
    await clickAll(shown, [
      [0.2, 0.2],
      [0.6, 0.2],
      [0.2, 0.2],
    ]);
    expect(shown.changes).toEqual([]);
    expect(shown.said()).toContain('three corners');
    await userEvent.keyboard('{Escape}');
    expect(shown.canvas().querySelectorAll('.occlusion-draft circle')).toHaveLength(0);
  });

  test('a label is written where it is clicked', async () => {
    const shown = await showEditor();
    await tool('Label');
    await mouse.click(shown.canvas(), [0.3, 0.4]);
    await userEvent.keyboard('Left atrium{Enter}');
    expect(shown.shapes()).toEqual([
      near({ kind: 'text', left: 0.3, top: 0.4, text: 'Left atrium', numbers: [0] }),
    ]);
  });

  test('a label left without words is not there', async () => {
    const shown = await showEditor();
    await tool('Label');
    await mouse.click(shown.canvas(), [0.3, 0.4]);
    await userEvent.keyboard('   {Enter}');
    await mouse.click(shown.canvas(), [0.3, 0.4]);
    await userEvent.keyboard('Aorta{Escape}');
    expect(shown.changes).toEqual([]);
  });

  test('a mask is moved, and stops at the edge', async () => {
    const shown = await showEditor(BOX);
    await mouse.drag(shown.canvas(), [
      [0.3, 0.35],
      [0.5, 0.45],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.4, top: 0.3, width: 0.2, height: 0.3 })]);
    await mouse.drag(shown.canvas(), [
      [0.5, 0.45],
      [0.99, 0.99],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.8, top: 0.7, width: 0.2, height: 0.3 })]);
  });

  test('a mask is resized by a side and by a corner', async () => {
    const shown = await showEditor(BOX);
    await mouse.click(shown.canvas(), [0.3, 0.35]);
    await mouse.drag(shown.canvas(), [
      [0.4, 0.35],
      [0.6, 0.9],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.2, top: 0.2, width: 0.4, height: 0.3 })]);
    await mouse.drag(shown.canvas(), [
      [0.2, 0.2],
      [0.1, 0.1],
    ]);
    expect(shown.shapes()).toEqual([near({ left: 0.1, top: 0.1, width: 0.5, height: 0.4 })]);
  });

  test('a corner of a polygon is dragged, and a new one drawn out of a side', async () => {
    const shown = await showEditor(
      '{{c1::image-occlusion:polygon:left=.2:top=.2:points=.2,.2 .6,.2 .4,.8:oi=1}}<br>',
    );
    await mouse.click(shown.canvas(), [0.4, 0.4]);
    await mouse.drag(shown.canvas(), [
      [0.6, 0.2],
      [0.7, 0.1],
    ]);
    await mouse.drag(shown.canvas(), [
      [0.45, 0.15],
      [0.45, 0.05],
    ]);
    const points = [
      { x: 0.2, y: 0.2 },
      { x: 0.45, y: 0.05 },
      { x: 0.7, y: 0.1 },
      { x: 0.4, y: 0.8 },
    ].map(near);
    expect(shown.shapes()).toEqual([near({ points })]);
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    expect(shown.changes).toHaveLength(4);
    expect(shown.value()).toContain('.2,.2 .6,.2 .4,.8');
  });

  test('drawing over a mask draws, and does not move what lies under it', async () => {
    const shown = await showEditor(BOX);
    await tool('Rectangle');
    await mouse.drag(shown.canvas(), [
      [0.3, 0.3],
      [0.5, 0.5],
    ]);
    expect(shown.shapes()).toEqual([
      near({ left: 0.2, top: 0.2 }),
      near({ left: 0.3, top: 0.3, numbers: [2] }),
    ]);
  });

  test('a hand that trembles clicks', async () => {
    const shown = await showEditor(BOX);
    await mouse.drag(shown.canvas(), [
      [0.3, 0.35],
      [0.302, 0.352],
    ]);
    expect(shown.changes).toEqual([]);
    await expect.element(page.getByRole('region', { name: 'Selected: rectangle' })).toBeVisible();
  });

  test('the middle button moves an enlarged picture and no mask', async () => {
    const shown = await showEditor(BOX);
    shown.canvas().focus();
    await userEvent.keyboard('+++++');
    const before = shown.canvas().getBoundingClientRect().left;
    await mouse.drag(
      shown.canvas(),
      [
        [0.5, 0.5],
        [0.4, 0.4],
      ],
      { button: 'middle' },
    );
    expect(shown.canvas().getBoundingClientRect().left).toBeLessThan(before - 50);
    expect(shown.changes).toEqual([]);
  });
});

describe('[MASK-13] by clicks alone', () => {
  test('a box is its two opposite corners', async () => {
    const shown = await showEditor();
    await tool('Rectangle');
    await clickAll(shown, [
      [0.1, 0.2],
      [0.4, 0.6],
    ]);
    await tool('Ellipse');
    await clickAll(shown, [
      [0.9, 0.9],
      [0.7, 0.7],
    ]);
    expect(shown.shapes()).toEqual([
      near({ kind: 'rect', left: 0.1, top: 0.2, width: 0.3, height: 0.4 }),
      near({ kind: 'ellipse', left: 0.7, top: 0.7, rx: 0.1, ry: 0.1, numbers: [2] }),
    ]);
  });

  test('masks are added, moved and sized by buttons', async () => {
    const shown = await showEditor();
    await tool('Add mask');
    expect(shown.shapes()).toEqual([
      near({ kind: 'rect', left: 0.4, top: 0.4, width: 0.2, height: 0.2 }),
    ]);
    for (const name of ['Left', 'Left', 'Down', 'Wider', 'Lower']) await tool(name);
    expect(shown.shapes()).toEqual([near({ left: 0.38, top: 0.41, width: 0.21, height: 0.19 })]);
    await tool('Duplicate');
    await tool('Remove');
    expect(shown.shapes()).toHaveLength(1);
  });

  test('a corner is clicked and then moved by buttons, one is added, one removed', async () => {
    const shown = await showEditor(
      '{{c1::image-occlusion:polygon:left=.2:top=.2:points=.2,.2 .6,.2 .4,.8:oi=1}}<br>',
    );
    await mouse.click(shown.canvas(), [0.4, 0.4]);
    await mouse.click(shown.canvas(), [0.6, 0.2]);
    for (const name of ['Right', 'Up', 'Add a corner']) await tool(name);
    expect(shown.value()).toContain('.2,.2 .61,.19 .505,.495 .4,.8');
    await tool('Remove corner');
    expect(shown.value()).toContain('.2,.2 .61,.19 .4,.8');
  });
});

describe('[MASK-17] several masks', () => {
  const THREE = rect(1, 10, 10, 10, 10) + rect(2, 30, 10, 10, 10) + rect(3, 70, 70, 10, 10);

  test('are selected with Shift, and moved together', async () => {
    const shown = await showEditor(THREE);
    await mouse.click(shown.canvas(), [0.15, 0.15]);
    await mouse.click(shown.canvas(), [0.35, 0.15], { shift: true });
    await mouse.drag(shown.canvas(), [
      [0.35, 0.15],
      [0.35, 0.35],
    ]);
    expect(shown.shapes()).toEqual([
      near({ left: 0.1, top: 0.3 }),
      near({ left: 0.3, top: 0.3 }),
      near({ left: 0.7, top: 0.7 }),
    ]);
  });

  test('are selected by a box around them, grouped and ungrouped', async () => {
    const shown = await showEditor(THREE);
    await mouse.drag(shown.canvas(), [
      [0.05, 0.05],
      [0.5, 0.5],
    ]);
    await tool('Group');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[1], [1], [3]]);
    await tool('Ungroup');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[1], [4], [3]]);
  });

  test('are ticked in the list, numbered and removed', async () => {
    const shown = await showEditor(THREE);
    await page.getByRole('checkbox', { name: 'Card 1, rectangle' }).click();
    await page.getByRole('checkbox', { name: 'Card 3, rectangle' }).click();
    await page.getByLabelText('Card', { exact: true }).fill('2, 7');
    await userEvent.keyboard('{Enter}');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[2, 7], [2], [2, 7]]);
    await tool('Remove');
    expect(shown.shapes().map(({ numbers }) => numbers)).toEqual([[2]]);
  });

  test('a click on one of them selects it alone', async () => {
    const shown = await showEditor(THREE);
    await mouse.drag(shown.canvas(), [
      [0.05, 0.05],
      [0.5, 0.5],
    ]);
    await mouse.click(shown.canvas(), [0.15, 0.15]);
    await expect.element(page.getByRole('region', { name: 'Selected: rectangle' })).toBeVisible();
    expect(shown.changes).toEqual([]);
  });
});

async function clickAll(
  shown: Shown,
  places: readonly (readonly [number, number])[],
): Promise<void> {
  for (const at of places) await mouse.click(shown.canvas(), at);
}
