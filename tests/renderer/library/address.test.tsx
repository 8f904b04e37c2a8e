import { afterEach, beforeEach, expect, test } from 'vitest';
import { field, listed, type Sample, sampleLibrary, showLibrary } from './show-library.tsx';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleLibrary();
});
afterEach(() => sample.deps.close());

test('[LIBRARY-28] another search in the address, while the library is open, is searched for', async () => {
  const { goTo } = await showLibrary(sample.deps);
  await expect.poll(listed).toHaveLength(5);
  await field().fill('deck:Anatomy');
  await expect.poll(listed).toHaveLength(2);
  goTo('/library?search=nerve%20moves');
  await expect.element(field()).toHaveValue('nerve moves');
  await expect.poll(listed).toEqual(['Which nerve moves the tongue?']);
  // What is written stays while the address does.
  await field().fill('Ethosuximide');
  await expect.poll(listed).toEqual(['Drug for absence seizures?']);
  goTo('/library');
  await expect.element(field()).toHaveValue('');
});
