import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { placePopover } from '../../../../src/renderer/kit/hooks/place-popover.ts';

let popover: HTMLElement;
let button: HTMLElement;
beforeEach(async () => {
  await page.viewport(800, 600);
  popover = document.createElement('div');
  popover.popover = 'manual';
  popover.style.cssText = 'margin:0;padding:0;border:0;inset:auto;width:200px;overflow:auto';
  const inside = document.createElement('div');
  popover.append(inside);
  button = document.createElement('button');
  button.style.cssText = 'position:fixed;width:60px;height:30px;min-height:0';
  document.body.append(button, popover);
  popover.showPopover();
});
afterEach(() => {
  popover.remove();
  button.remove();
});

function placed(left: number, top: number, height: number): DOMRect {
  button.style.left = `${left}px`;
  button.style.top = `${top}px`;
  (popover.firstChild as HTMLElement).style.height = `${height}px`;
  placePopover(popover, button);
  return popover.getBoundingClientRect();
}

test('below its place where there is room, above it where there is not, and in the window', () => {
  expect(placed(100, 100, 300)).toMatchObject({ left: 100, top: 134, height: 300 });
  expect(placed(100, 500, 300)).toMatchObject({ left: 100, bottom: 496, height: 300 });
  expect(placed(760, 100, 300)).toMatchObject({ right: 792, top: 134 });
  placed(400, 100, 300);
  placePopover(popover, button, 'right');
  expect(popover.getBoundingClientRect()).toMatchObject({ right: 460, top: 134 });
});

test('what is too high for either side is scrolled where there is more room, and covers nothing', () => {
  expect(placed(100, 100, 2000)).toMatchObject({ top: 134, bottom: 592 });
  expect(placed(100, 400, 2000)).toMatchObject({ top: 8, bottom: 396 });
  expect(popover.scrollHeight).toBe(2000);
  // Once there is room again, all of it is shown.
  expect(placed(100, 100, 300).height).toBe(300);
});

test('at a point it opens there, and stays in the window', () => {
  (popover.firstChild as HTMLElement).style.height = '100px';
  placePopover(popover, { x: 20, y: 30 });
  expect(popover.getBoundingClientRect()).toMatchObject({ left: 20, top: 30 });
  placePopover(popover, { x: 790, y: 590 });
  expect(popover.getBoundingClientRect()).toMatchObject({ right: 792, bottom: 590 });
});
