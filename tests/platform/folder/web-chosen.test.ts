import { afterEach, expect, test } from 'vitest';
import {
  amendChosen,
  type ChosenHandle,
  type Picked,
  readChosen,
  writeChosen,
} from '../../../src/platform/folder/web-chosen.ts';

interface Buckets {
  readonly storageBuckets: { delete(name: string): Promise<void> };
}

const loseBuckets = () => (navigator as unknown as Buckets).storageBuckets.delete('rounds-journal');

async function chosen(): Promise<ChosenHandle> {
  const handle = (await navigator.storage.getDirectory()) as Picked;
  return { handle, made: {}, choice: 'first' };
}

afterEach(() => writeChosen(undefined));

test('[COPY-20] the folder of the person’s own is known also when the browser has lost its buckets', async () => {
  await writeChosen(await chosen());
  await amendChosen(await chosen(), (kept) => ({ ...kept, made: { 'a copy': 7 } }));
  await loseBuckets();
  expect(await readChosen()).toMatchObject({ choice: 'first', made: { 'a copy': 7 } });
  // From then on as before.
  await amendChosen(await chosen(), (kept) => ({ ...kept, segment: 'journal/a/0.jsonl' }));
  expect(await readChosen()).toMatchObject({ segment: 'journal/a/0.jsonl', made: { 'a copy': 7 } });
});

test('[COPY-20] a folder that was forgotten does not come back from there', async () => {
  await writeChosen(await chosen());
  await writeChosen(undefined);
  expect(await readChosen()).toBeUndefined();
  await loseBuckets();
  expect(await readChosen()).toBeUndefined();
});
