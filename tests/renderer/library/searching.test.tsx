import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FindRequest, FindResult } from '../../../src/domain/library/library.ts';
import type { Port } from '../../../src/engine/rpc.ts';
import { connectLibrary, type Library } from '../../../src/engine/workers/connect.ts';
import { libraryPreferences } from '../../../src/renderer/library/library-preferences.ts';
import { libraryWorker, testDeps, withSampleDeck } from '../../support/deps.ts';
import {
  button,
  chosen,
  dialog,
  FRONTS,
  field,
  item,
  listed,
  node,
  type Sample,
  sampleLibrary,
  showLibrary,
} from './show-library.tsx';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleLibrary();
});
afterEach(() => sample.deps.close());

test('[LIBRARY-1] it opens in the search field with the newest notes listed', async () => {
  await showLibrary(sample.deps);
  await expect.element(field()).toHaveFocus();
  await expect.poll(listed).toEqual(FRONTS);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
});

test('[LIBRARY-1] before there is an index the newest notes are listed already, and it says so', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { library } = sample.deps;
  const late: Library = {
    ...library,
    find: async (request) => held.then(() => library.find(request)),
    counts: async () => held.then(() => library.counts()),
  };
  await showLibrary({ ...sample.deps, library: late });
  await expect.poll(listed).toEqual(FRONTS);
  await expect.element(page.getByText(/All others are being indexed/)).toBeVisible();
  // Choosing works already, and holds when the index arrives.
  await page.getByText(FRONTS[1] ?? '').click();
  expect(chosen()).toEqual([FRONTS[1]]);
  release();
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await expect.poll(chosen).toEqual([FRONTS[1]]);
});

test('[LIBRARY-26] before there is an index the list is whole: counted, gone down, chosen from', async () => {
  sample.deps.close();
  const deps = await withSampleDeck(150, 2);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { library } = deps;
  const late: Library = {
    ...library,
    find: async (request) => held.then(() => library.find(request)),
    counts: async () => held.then(() => library.counts()),
    vocabulary: async () => held.then(() => library.vocabulary()),
  };
  await showLibrary({ ...deps, library: late });
  await expect.element(page.getByText(/The newest of 300 cards/)).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Cards' });
  await expect.element(grid).toHaveAttribute('aria-rowcount', '301');
  await userEvent.keyboard('{Enter}');
  for (let page = 0; page < 9; page++) await userEvent.keyboard('{PageDown}');
  const focused = () => document.activeElement?.closest('[role="row"]');
  await expect.poll(() => Number(focused()?.getAttribute('data-place'))).toBeGreaterThan(100);
  await expect.poll(() => focused()?.querySelector('.grid-text')?.textContent).toMatch(/hidden/);
  const before = [focused()?.getAttribute('data-place'), chosen()];
  expect(before[1]).toHaveLength(1);
  release();
  await expect.element(page.getByText('All cards: 300, of 150 notes')).toBeVisible();
  await expect.poll(() => [focused()?.getAttribute('data-place'), chosen()]).toEqual(before);
  sample = { ...sample, deps };
});

test('[LIBRARY-3] what is typed is searched for, and said in plain words with its number', async () => {
  await showLibrary(sample.deps);
  await userEvent.type(field(), 'drug deck:Medicine');
  await expect.poll(listed).toEqual(['Drug for Pneumocystis?', 'Drug for absence seizures?']);
  await expect
    .element(page.getByText('Cards with “drug” in the text and in deck “Medicine” or below it: 2'))
    .toBeVisible();
});

test('[LIBRARY-3] the newest search counts, though an older one is answered later', async () => {
  const { library } = sample.deps;
  const waiting: (() => void)[] = [];
  const find = (request: FindRequest): Promise<FindResult> =>
    request.text === 'nerve'
      ? new Promise((resolve) => {
          waiting.push(() => void library.find(request).then(resolve));
        })
      : library.find(request);
  await showLibrary({ ...sample.deps, library: { ...library, find } });
  await userEvent.fill(field(), 'nerve');
  await expect.poll(() => waiting.length).toBe(1);
  await userEvent.fill(field(), 'hyperkalaemia');
  await expect.poll(listed).toEqual(['Sign of hyperkalaemia?']);
  for (const answer of waiting) answer();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(listed()).toEqual(['Sign of hyperkalaemia?']);
});

test('[LIBRARY-4] a search that cannot be read shows where and why, and leaves the last listing', async () => {
  await showLibrary(sample.deps);
  await userEvent.fill(field(), 'drug');
  await expect.poll(() => listed().length).toBe(2);
  await userEvent.fill(field(), 'drug or (nerve');
  await expect.element(page.getByText(/This parenthesis is never closed/)).toBeVisible();
  expect(document.querySelector('.search-quote mark')?.textContent).toBe('(');
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  expect(listed()).toHaveLength(2);
  await userEvent.fill(field(), 'nerve');
  await expect.poll(() => listed().length).toBe(2);
  await expect.element(field()).not.toHaveAttribute('aria-invalid');
});

test('[LIBRARY-5] what completes the term is offered, chosen by arrows, and taken by Enter', async () => {
  await showLibrary(sample.deps);
  await expect.element(node(/^Medicine/)).toBeVisible();
  await userEvent.type(field(), 'deck:med');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await expect.element(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowDown}');
  const second = page.getByRole('option').nth(1);
  await expect.element(second).toHaveAttribute('aria-selected', 'true');
  expect(field().element().getAttribute('aria-activedescendant')).toBe(second.element().id);
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('deck:Medicine::Cardiology ');
  await expect.element(field()).toHaveFocus();
  await expect.poll(listed).toEqual(['Sign of hyperkalaemia?']);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('row', { name: /hyperkalaemia/ })).toHaveFocus();
});

test('[LIBRARY-5] Tab takes the chosen one and stays; Escape closes the list and leaves the text', async () => {
  await showLibrary(sample.deps);
  await expect.element(node(/^Medicine/)).toBeVisible();
  await userEvent.type(field(), 'is:su');
  await userEvent.keyboard('{Tab}');
  await expect.element(field()).toHaveValue('is:suspended ');
  await expect.element(field()).toHaveFocus();
  await userEvent.type(field(), 'deck:a');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(field()).toHaveValue('is:suspended deck:a');
  await expect.element(field()).toHaveFocus();
});

test('[LIBRARY-5] a plain word is searched for as it is: nothing is chosen, and Enter goes to the table', async () => {
  await showLibrary(sample.deps);
  await expect.element(node(/^Medicine/)).toBeVisible();
  await userEvent.type(field(), 'lect');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  expect(field().element().getAttribute('aria-activedescendant')).toBeNull();
  await userEvent.clear(field());
  await userEvent.type(field(), 'drug{Enter}');
  await expect.element(field()).toHaveValue('drug');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
});

test('[LIBRARY-5] Enter after a search that found nothing leads to what the next one finds, unless one goes on writing', async () => {
  let release = (): void => {};
  let held: Promise<void> | undefined;
  const { library } = sample.deps;
  const late: Library = {
    ...library,
    find: async (request) => {
      await held;
      return library.find(request);
    },
  };
  const hold = (): void => {
    held = new Promise((resolve) => {
      release = resolve;
    });
  };
  await showLibrary({ ...sample.deps, library: late });
  await expect.poll(listed).toEqual(FRONTS);
  await userEvent.fill(field(), 'nowhere');
  await expect.poll(listed).toEqual([]);
  hold();
  await userEvent.fill(field(), 'drug');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(field(), 'nerve');
  release();
  await expect.poll(() => listed().length).toBe(2);
  await expect.element(field()).toHaveFocus();

  await userEvent.fill(field(), 'nowhere');
  await expect.poll(listed).toEqual([]);
  hold();
  await userEvent.fill(field(), 'drug');
  await userEvent.keyboard('{Enter}');
  release();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
});

test('[LIBRARY-6] searches left by Enter come back by the arrow in the empty field, and can be forgotten', async () => {
  await showLibrary(sample.deps);
  await expect.poll(listed).toEqual(FRONTS);
  await userEvent.type(field(), 'nerve{Enter}');
  await userEvent.fill(field(), 'drug');
  await userEvent.keyboard('{Enter}');
  expect(libraryPreferences().recent).toEqual(['drug', 'nerve']);
  await userEvent.clear(field());
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(field()).toHaveValue('nerve ');
  await button('Searches').click();
  await item('Forget recent searches').click();
  expect(libraryPreferences().recent).toEqual([]);
});

test('[LIBRARY-6] a search is saved under a name, found in the tree, renamed, replaced and deleted', async () => {
  await showLibrary(sample.deps);
  await expect.element(node(/^Medicine/)).toBeVisible();
  await userEvent.fill(field(), 'drug -tag:Exam');
  await button('Searches').click();
  await item('Save this search…').click();
  await userEvent.fill(dialog().getByLabelText('Name'), 'Drugs');
  await userEvent.keyboard('{Enter}');
  await expect.element(node('Drugs 1 card')).toBeVisible();
  await userEvent.clear(field());
  await node('Drugs').click();
  await expect.element(field()).toHaveValue('drug -tag:Exam');
  await expect.poll(listed).toEqual(['Drug for absence seizures?']);

  await node('Drugs').click({ button: 'right' });
  await item('Rename…').click();
  await userEvent.fill(dialog().getByLabelText('Name'), 'Pills');
  await userEvent.keyboard('{Enter}');
  await expect.element(node('Pills')).toBeVisible();

  await userEvent.fill(field(), 'nerve');
  await node('Pills').click({ button: 'right' });
  await item(/^Keep the present search/).click();
  await dialog().getByRole('button', { name: 'Replace' }).click();
  await expect.element(node('Pills 2 cards')).toBeVisible();
  await userEvent.clear(field());
  await expect.poll(() => listed().length).toBe(5);
  await node('Pills').click();
  await expect.element(field()).toHaveValue('nerve');

  await node('Pills').click({ button: 'right' });
  await item(/^Delete/).click();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await expect.element(node('Pills')).not.toBeInTheDocument();
});

test('[LIBRARY-7] nothing found says what was searched for, and leads back to all cards', async () => {
  await showLibrary(sample.deps);
  await userEvent.type(field(), 'zebra');
  await expect.element(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expect.element(page.getByText(/No card fits/)).toHaveTextContent('zebra');
  await button('Show all cards').click();
  await expect.poll(listed).toEqual(FRONTS);
});

test('[LIBRARY-7] an empty collection says how to begin', async () => {
  const empty = await testDeps();
  await showLibrary(empty);
  await expect.element(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Add a note' })).toHaveAttribute('href');
  empty.close();
});

test('[STORE-8] the worker dies over a search: the screen says so, keeps its list, and finds again', async () => {
  const { store, clock } = sample.deps;
  let lives = 0;
  const start = () => {
    const worker = libraryWorker();
    const isFirst = ++lives === 1;
    const port: Port = {
      addEventListener: (type, listener) => worker.addEventListener(type, listener),
      terminate: () => worker.terminate(),
      postMessage: (message) => {
        worker.postMessage(message);
        if (isFirst && JSON.stringify(message).includes('nerve')) worker.terminate();
      },
    };
    return port;
  };
  const library = connectLibrary({ store, clock, start });
  await showLibrary({ ...sample.deps, library });
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await userEvent.fill(field(), 'nerve');
  await expect.element(page.getByText(/The library stopped at its work/)).toBeVisible();
  expect(listed()).toEqual(FRONTS);
  await userEvent.fill(field(), 'hyperkalaemia');
  await expect.element(page.getByText('Cards with “hyperkalaemia” in the text: 1')).toBeVisible();
  await expect.poll(listed).toEqual(['Sign of hyperkalaemia?']);
  await userEvent.fill(field(), 'nerve');
  await expect.element(page.getByText('Cards with “nerve” in the text: 2')).toBeVisible();
  expect(lives).toBe(2);
  library.close();
});
