import { useLayoutEffect, useRef } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { STOCK_TYPES } from '../../../../src/domain/content/stock.ts';
import type { Slot } from '../../../../src/kernel/ids.ts';
import { loadOcclusion } from '../../../../src/renderer/card/occlusion/use-occlusion.ts';

const MASKS = '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}';
const CARD = '<div class="occlusion" data-slot="1"><img></div>';
const FIELDS = { masks: MASKS };

/** The same module once more, as a page has it that has seen no mask: files of tests share one page. */
const FRESH = '/src/renderer/card/occlusion/use-occlusion.ts?fresh';
const { useOcclusion } = (await import(
  /* @vite-ignore */ FRESH
)) as typeof import('../../../../src/renderer/card/occlusion/use-occlusion.ts');

const type = STOCK_TYPES.find(({ kind }) => kind === 'occlusion');
if (!type) throw new Error('there is no type for occlusions');

/** A card as the frame draws it, and what was there after each drawing. */
function Card({ drawn }: { readonly drawn: string[] }) {
  const root = useRef<HTMLDivElement>(null);
  const decorate = useOcclusion(type as NonNullable<typeof type>, FIELDS, 1 as Slot, 'front');
  useLayoutEffect(() => {
    if (!root.current) return;
    root.current.innerHTML = CARD;
    const picture = root.current.querySelector('img');
    if (picture) picture.src = document.createElement('canvas').toDataURL();
    decorate?.(root.current);
    drawn.push(root.current.innerHTML);
  }, [decorate, drawn]);
  return <div ref={root} />;
}

test('[SAFE-11] a picture is not seen before the code of its masks is there', async () => {
  const drawn: string[] = [];
  const screen = await render(<Card drawn={drawn} />);
  expect(drawn[0]).toBe('');
  await expect.poll(() => screen.container.querySelectorAll('.masks rect').length).toBe(1);
  // From then on it is there at the first look.
  const again: string[] = [];
  await render(<Card drawn={again} />);
  expect(again[0]).toContain('<img');
});

test('[MASK-22] masks asked for are counted by their words, and revealed one after the other', async () => {
  const { masksOn } = await loadOcclusion();
  const two = `${MASKS}{{c1::image-occlusion:rect:left=.5:top=.2:width=.3:height=.1:alt=Aorta:oi=1}}`;
  expect(masksOn(two, 1 as Slot, 'front').asked).toEqual(['Mask 1 is revealed', 'Aorta']);
  const root = document.createElement('div');
  root.innerHTML = CARD;
  const picture = root.querySelector('img');
  if (!picture) throw new Error('no picture');
  picture.src = document.createElement('canvas').toDataURL();
  await picture.decode();
  masksOn(two, 1 as Slot, 'front', 1)(root);
  const names = [...root.querySelectorAll('.masks [role=img]')].map((mask) =>
    mask.getAttribute('aria-label'),
  );
  expect(names).toEqual(['Mask 1 of 2, revealed', 'Mask 2 of 2, asked for']);
});
