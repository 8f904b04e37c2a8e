import { beforeEach, expect, test } from 'vitest';
import type { Slot } from '../../../../src/kernel/ids.ts';
import { parseOcclusions } from '../../../../src/domain/template/occlusion.ts';
import { drawOcclusion } from '../../../../src/renderer/card/occlusion/occlusion-view.ts';

const FIELD = `{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:alt=Femoral nerve:fill=#ff000080:oi=1}}<br>
{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.2:angle=30:oi=1}}<br>
{{c3::image-occlusion:polygon:points=0,0 .5,0 .5,.5:alt=Vein:oi=1}}<br>
{{c0::image-occlusion:text:left=.6:top=.1:text=Anterior <b>view</b>:oi=1}}`;

let root: HTMLElement;

beforeEach(async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = 200;
  root = document.createElement('div');
  root.innerHTML = `<div class="occlusion" data-slot="1"></div><p>between</p><img>`;
  const image = root.querySelector('img');
  if (image) image.src = canvas.toDataURL();
  await image?.decode();
  document.body.replaceChildren(root);
});

const draw = (slot: number, side: 'front' | 'back', field = FIELD) =>
  drawOcclusion(root, parseOcclusions(field), slot as Slot, side);
const names = () => [...root.querySelectorAll('[role=img]')].map((mask) => mask.ariaLabel);

test('[SAFE-11] masks are drawn over the picture, which the place takes in', () => {
  draw(1, 'front');
  const place = root.querySelector('.occlusion');
  expect([...(place?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['IMG', 'svg']);
  expect(place?.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 2000 1000');
  const rect = place?.querySelector('rect');
  expect(['x', 'y', 'width', 'height'].map((name) => Number(rect?.getAttribute(name)))).toEqual([
    200, 200, 600, 100,
  ]);
  expect(place?.querySelector('ellipse')?.getAttribute('transform')).toBe('rotate(30 1000 500)');
  expect(place?.querySelector('polygon')?.getAttribute('points')).toBe('0,0 1000,0 1000,500');
});

test('[SAFE-11] each mask has a name, and tells what is under it only once it is revealed', () => {
  draw(1, 'front');
  expect(names()).toEqual([
    'Mask 1 of 3, asked for',
    'Mask 2 of 3, hidden',
    'Mask 3 of 3, hidden',
    'Anterior <b>view</b>',
  ]);
  expect(root.innerHTML).not.toMatch(/Femoral|Vein/);
  draw(1, 'back');
  expect(names().slice(0, 3)).toEqual([
    'Mask 1 of 3, revealed: Femoral nerve',
    'Mask 2 of 3, hidden',
    'Mask 3 of 3, hidden',
  ]);
  expect(root.innerHTML).not.toContain('Vein');
});

test('[SAFE-11] what is asked for has a sign besides its colour; only that', () => {
  draw(2, 'front');
  expect(
    [...root.querySelectorAll('.mask-question')].map(({ textContent }) => textContent),
  ).toEqual(['?']);
  draw(2, 'back');
  expect(root.querySelector('.mask-question')).toBeNull();
  expect(root.querySelector('.mask-revealed')?.tagName).toBe('ellipse');
});

test('[SAFE-11] a mask’s own colour hides all the same', () => {
  draw(2, 'front');
  expect(root.querySelector<SVGElement>('rect.mask-covered')?.style.fill).toBe('rgb(255, 0, 0)');
});

test('[SAFE-11] a label with a card of its own is hidden like a mask', () => {
  draw(1, 'front', '{{c1::image-occlusion:text:left=.1:top=.1:text=Secret}}');
  expect(root.querySelector('text.mask-label')).toBeNull();
  expect(root.querySelector('.mask-asked')?.tagName).toBe('rect');
  expect(root.textContent).not.toContain('Secret');
});

test('[SAFE-11] a picture is hidden until its masks are on it', async () => {
  const image = root.querySelector('img');
  const url = image?.src ?? '';
  image?.removeAttribute('src');
  draw(1, 'front');
  const place = root.querySelector('.occlusion');
  expect(place?.classList.contains('drawn')).toBe(false);
  if (image) image.src = url;
  await new Promise((resolve) => image?.addEventListener('load', resolve));
  expect(place?.classList.contains('drawn')).toBe(true);
  expect(place?.querySelectorAll('svg')).toHaveLength(1);
});

test('[SAFE-11] hostile masks are text and numbers', () => {
  draw(
    1,
    'back',
    `{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1:alt=<img src=x onerror=1>:fill=url(http\\://a)}}
     {{c0::image-occlusion:text:left=0:top=0:text=</text><script>1</script>:fs=1e9}}
     {{c2::image-occlusion:polygon:points=0,0 1e999,NaN <a>,1}}`,
  );
  expect(root.querySelectorAll('svg *')).toHaveLength(4);
  expect(root.querySelector('svg img, svg script')).toBeNull();
  expect(root.querySelector('text')?.textContent).toBe('</text><script>1</script>');
});

test('[SAFE-11] a card without a picture, or without a place, is left as it is', () => {
  root.innerHTML = '<div class="occlusion"></div><p>no picture</p>';
  const before = root.innerHTML;
  draw(1, 'front');
  expect(root.innerHTML).toBe(before);
  root.innerHTML = '<img alt="x">';
  draw(1, 'front');
  expect(root.innerHTML).toBe('<img alt="x">');
});
