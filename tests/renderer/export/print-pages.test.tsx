import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import { addNote } from '../../../src/engine/commands/notes/notes.ts';
import type { NoteTypeId } from '../../../src/kernel/ids.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { PrintPages } from '../../../src/renderer/export/print/print-pages.tsx';
import { accepted, engineOf, testDeps } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

async function picture(name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [200, 100];
  const paper = canvas.getContext('2d');
  // Two files of one content would be one.
  paper?.fillText(name, 20, 20);
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/png'));
  if (!blob) throw new Error('no picture');
  return new File([blob], name, { type: 'image/png' });
}

test('[ANKI-50] masks lie on paper as on screen: on the picture that is asked, turned, labels too', async () => {
  const deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Heart'));
  for (const name of ['logo.png', 'heart.png']) accepted(await addMedia(deps, await picture(name)));
  const fields = {
    header: '<img src="logo.png">',
    occlusion:
      '{{c1::image-occlusion:rect:left=.1:top=.2:width=.6:height=.1:angle=45:oi=1}}{{c2::image-occlusion:text:left=.5:top=.5:text=aorta:oi=1}}',
    image: '<img src="heart.png">',
  } as unknown as FieldTexts;
  const noteTypeId = 'occlusion' as NoteTypeId;
  accepted(await addNote(deps, deckId, { noteTypeId, fields, sections: [] }));
  const of = { what: { kind: 'all' }, name: 'Everything' } as never;
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <PrintPages of={of} onClose={() => undefined} />
    </EngineProvider>,
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('2 cards');
  const pictures = () =>
    [...document.querySelectorAll('.printed .printed-picture')].map((each) => [
      each.querySelector('img')?.alt,
      [...each.querySelectorAll('svg [class^=mask]')]
        .filter(({ classList }) => !classList.contains('mask-question'))
        .map(
          (mask) =>
            `${mask.getAttribute('class')}${mask.hasAttribute('transform') ? ' turned' : ''}`,
        ),
    ]);
  await expect.poll(pictures).toEqual([
    ['logo.png', []],
    ['heart.png', ['mask mask-asked turned', 'mask mask-covered']],
    ['logo.png', []],
    ['heart.png', ['mask mask-revealed turned', 'mask mask-covered']],
    ['logo.png', []],
    ['heart.png', ['mask mask-covered turned', 'mask mask-asked']],
    ['logo.png', []],
    ['heart.png', ['mask mask-covered turned', 'mask mask-revealed']],
  ]);
  deps.close();
});

test('[ANKI-50] nothing is printed before its pictures are there, and many are all there', async () => {
  const deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Heart'));
  const names = Array.from({ length: 230 }, (_, index) => `p${index}.png`);
  for (const name of names) accepted(await addMedia(deps, await picture(name)));
  for (let from = 0; from < names.length; from += 10) {
    const front = names.slice(from, from + 10).map((name) => `<img src="${name}">`);
    const fields = { front: front.join(''), back: 'x' } as unknown as FieldTexts;
    const noteTypeId = 'basic' as NoteTypeId;
    accepted(await addNote(deps, deckId, { noteTypeId, fields, sections: [] }));
  }
  const of = { what: { kind: 'all' }, name: 'Everything' } as never;
  const isThere = () => [...document.querySelectorAll('img')].filter((each) => each.naturalWidth);
  const print = page.getByRole('button', { name: 'Print…' });
  let asked = 0;
  const enabledWith: number[] = [];
  const watching = new MutationObserver(() => {
    const button = document.querySelector<HTMLButtonElement>('.print-head button.primary');
    if (button && !button.disabled && asked++ === 0) enabledWith.push(isThere().length);
  });
  watching.observe(document.body, { subtree: true, childList: true, attributes: true });
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <PrintPages of={of} onClose={() => undefined} />
    </EngineProvider>,
  );
  await expect.element(print).toBeEnabled();
  watching.disconnect();
  expect(enabledWith[0]).toBe(230);
  await expect.element(page.getByRole('status')).toHaveTextContent('23 cards');
  deps.close();
});
