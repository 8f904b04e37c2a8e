import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { failed, ok, type Result } from '../../../src/kernel/problem.ts';
import { FileDoor } from '../../../src/renderer/door/file-door.tsx';
import { dropWaiting, takeNext } from '../../../src/renderer/door/waiting-files.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { engineOf, type TestDeps, testDeps } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  dropWaiting();
  await cleanup();
  deps.close();
});

const deck = () => new File(['PK'], 'heart.apkg');
const picture = () => new File(['x'], 'heart.png', { type: 'image/png' });

/** The door on some screen, with a field on it that takes pictures by itself. */
async function show() {
  let open = (_opened: Result<readonly File[]>): void => {};
  const onFilesOpened = (listener: typeof open) => {
    open = listener;
    return () => {};
  };
  const engine = engineOf(deps);
  const { hook, history } = memoryLocation({ path: '/review', record: true });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={{ ...engine, platform: { ...engine.platform, onFilesOpened } }}>
        <Announcer>
          <p>Somewhere</p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: stands for an editor */}
          <div
            data-testid="field"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => event.preventDefault()}
          />
          <FileDoor />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return {
    place: () => history.at(-1),
    open: (opened: Parameters<typeof open>[0]) => open(opened),
  };
}

/** false: the program has taken it upon itself. */
function drag(kind: 'dragover' | 'drop' | 'dragleave', files: readonly File[], on = document.body) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  return on.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
}
const field = () => page.getByTestId('field').element() as HTMLElement;
const veil = () => page.getByText('Drop it to see what is in it');
/** The names of all that waits to be imported. */
const waiting = (): string[] => {
  const file = takeNext('import');
  return file ? [file.name, ...waiting()] : [];
};

test('[ANKI-35] a file held over the window is told what can be dropped, and dropped anywhere it comes in', async () => {
  const { place } = await show();
  expect(drag('dragover', [deck()])).toBe(false);
  await expect.element(veil()).toBeVisible();
  drag('dragleave', [deck()]);
  await expect.poll(() => veil().elements()).toEqual([]);
  drag('dragover', [deck()]);
  expect(drag('drop', [deck(), new File(['a,b'], 'b.csv', { type: 'text/csv' })])).toBe(false);
  await expect.poll(() => veil().elements()).toEqual([]);
  expect(place()).toBe('/import');
  expect(waiting()).toEqual(['heart.apkg', 'b.csv']);
});

test('[ANKI-35] what a field takes by itself is left to it; a deck is taken even from there', async () => {
  const { place } = await show();
  drag('dragover', [picture()], field());
  drag('drop', [picture()], field());
  expect(veil().elements()).toEqual([]);
  expect(place()).toBe('/review');
  expect(waiting()).toEqual([]);
  drag('drop', [deck()], field());
  expect(waiting()).toEqual(['heart.apkg']);
});

test('[ANKI-35] a picture dropped beside the fields does not replace the program, and is told where it belongs', async () => {
  const { place } = await show();
  expect(drag('dragover', [picture()])).toBe(false);
  expect(drag('drop', [picture()])).toBe(false);
  await expect.element(page.getByText(/drop them on the field that is to have them/)).toBeVisible();
  expect(place()).toBe('/review');
});

test('[ANKI-35] files that are pasted, or opened from the system, come in the same way', async () => {
  const { place, open } = await show();
  const clipboardData = new DataTransfer();
  clipboardData.items.add(deck());
  const paste = () =>
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.body.dispatchEvent(paste());
  expect(place()).toBe('/import');
  expect(waiting()).toEqual(['heart.apkg']);
  open(ok([new File(['b'], 'opened.colpkg')]));
  expect(waiting()).toEqual(['opened.colpkg']);
  open(failed('“gone.apkg” could not be read (ENOENT).', 'Nothing was read.', 'Look for it.'));
  await expect.element(page.getByText('“gone.apkg” could not be read (ENOENT).')).toBeVisible();
});

test('[ANKI-35] dragged text is nobody’s file', async () => {
  await show();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', 'words');
  const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
  expect(document.body.dispatchEvent(event)).toBe(true);
  expect(veil().elements()).toEqual([]);
});
