import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAX_MEDIA_BYTES } from '../../../../src/domain/media/admit.ts';
import type { MediaFile } from '../../../../src/domain/media/media-file.ts';
import { HEAD_BYTES } from '../../../../src/domain/media/sniff.ts';
import { spaceToFree } from '../../../../src/engine/queries/once/media/space-to-free.ts';
import { addMedia, deleteMedia } from '../../../../src/engine/commands/media/media.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { readBlob } from '../../../../src/store/media/blobs.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';
import { GIF, PNG, SVG, WEBM_SOUND, wav } from '../../../support/media-files.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(2);
});
afterEach(() => deps.close());

const add = (bytes: Uint8Array<ArrayBuffer>, name: string, type = '') =>
  addMedia(deps, new File([bytes], name, { type }));

async function contentOf(file: MediaFile): Promise<Uint8Array | undefined> {
  const blob = await readBlob(deps.store, file);
  return blob && new Uint8Array(await blob.arrayBuffer());
}

const names = async () => (await deps.store.media.toArray()).map(({ id }) => id);
const operations = () => deps.store.operations.count();

test('[MEDIA-6] a file is added under its safe name, with its true type and its content', async () => {
  const file = accepted(await add(PNG, '../Röntgen: Hand.jpg', 'image/jpeg'));
  expect(file).toEqual({
    id: 'Röntgen_ Hand.png',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: PNG.length,
    type: 'image/png',
    addedAtMillis: deps.nowMillis,
  });
  expect(await deps.store.media.toArray()).toEqual([file]);
  expect(await contentOf(file)).toEqual(PNG);
  expect(accepted(await add(WEBM_SOUND, 'x.webm', 'audio/webm;codecs=opus')).type).toBe(
    'audio/webm',
  );
});

test('[MEDIA-2] the same file again is no step, and the same content under another name is kept once', async () => {
  const first = accepted(await add(PNG, 'image.png'));
  const steps = await operations();
  expect(accepted(await add(PNG, 'image.png'))).toEqual(first);
  expect(accepted(await add(PNG, 'IMAGE.PNG'))).toEqual(first);
  expect(await operations()).toBe(steps);
  const second = accepted(await add(PNG, 'other.png'));
  expect([second.id, second.sha256]).toEqual(['other.png', first.sha256]);
  expect(await deps.store.blobs.count()).toBe(1);
});

test('[MEDIA-2] another content under a name that is taken gets its hash behind the name', async () => {
  const png = accepted(await add(PNG, 'image.png'));
  const other = accepted(await add(new Uint8Array([...PNG, 0]), 'Image.png'));
  expect(other.id).toBe(`Image-${other.sha256.slice(0, 8)}.png`);
  expect(accepted(await add(new Uint8Array([...PNG, 0]), 'Image.png'))).toEqual(other);
  expect(await contentOf(png)).toEqual(PNG);
});

test('[MEDIA-2] files added at once get a name each, whatever they are called', async () => {
  const pictures = Array.from({ length: 6 }, (_, i) => new Uint8Array([...PNG, i % 3]));
  const added = await Promise.all(pictures.map((bytes) => add(bytes, 'image.png')));
  const files = added.map(accepted);
  expect(new Set(files.map(({ id }) => id)).size).toBe(3);
  expect(files[3]).toEqual(files[0]);
  expect(await names()).toHaveLength(3);
});

test('[MEDIA-3] [MEDIA-4] what cannot be kept is refused, and nothing is written', async () => {
  const before = await everyRow(deps);
  expect(problemOf(await add(SVG, 'a.png', 'image/png')).what).toContain('SVG');
  expect(problemOf(await add(new Uint8Array(), 'a.png')).what).toContain('empty');
  expect(problemOf(await add(new Uint8Array([1, 2, 3]), 'a.mp3', 'audio/mpeg')).what).toContain(
    'no picture, sound or film',
  );
  expect(await everyRow(deps)).toEqual(before);
});

/** A file of the operating system's that says what was read of it. */
function systemFile(
  read: (part: 'head' | 'all') => Promise<Uint8Array<ArrayBuffer>>,
  size: number,
) {
  return {
    name: 'film.png',
    type: 'image/png',
    size,
    slice: (from: number, to: number) => ({
      arrayBuffer: async () => (await read('head')).slice(from, to).buffer,
    }),
    arrayBuffer: async () => (await read('all')).slice().buffer,
  };
}

test('[MEDIA-4] a file that is too large is refused without being read', async () => {
  const reads: string[] = [];
  const large = systemFile(async (part) => {
    reads.push(part);
    return PNG;
  }, MAX_MEDIA_BYTES + 1);
  expect(problemOf(await addMedia(deps, large)).what).toContain('at most 100 MB');
  expect(reads).toEqual(['head']);
  expect(HEAD_BYTES).toBeLessThan(10_000);
});

test('[MEDIA-5] a file that has gone meanwhile is said to be unreadable, and nothing is added', async () => {
  const before = await everyRow(deps);
  const gone = systemFile(async () => {
    throw new DOMException('gone', 'NotReadableError');
  }, 100);
  expect(problemOf(await addMedia(deps, gone))).toMatchObject({
    what: 'The file could not be read (NotReadableError).',
  });
  expect(await everyRow(deps)).toEqual(before);
  // And the next one has its turn.
  accepted(await add(PNG, 'a.png'));
});

test('[MEDIA-7] grades are accepted while a file is read, and files wait for each other', async () => {
  let read = () => {};
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  const slow = addMedia(
    deps,
    systemFile(async () => {
      await reading;
      return PNG;
    }, PNG.length),
  );
  const next = add(GIF, 'next.gif');
  await answerFirst(deps);
  expect(await names()).toEqual([]);
  read();
  expect(accepted(await slow).id).toBe('film.png');
  expect(accepted(await next).id).toBe('next.gif');
  const order = (await deps.store.operations.orderBy('logicalMillis').toArray()).map(
    ({ body }) => body.kind,
  );
  expect(order.slice(-3)).toEqual(['answer', 'add-media', 'add-media']);
});

test('[MEDIA-6] undoing an addition and a deletion gives the collection as it was, content and all', async () => {
  const start = await hashOf(deps.store);
  const file = accepted(await add(PNG, 'a.png'));
  accepted(await add(wav(), 'b.wav'));
  const both = await hashOf(deps.store);
  accepted(await deleteMedia(deps, ['a.png', 'b.wav', 'none.png']));
  expect(await names()).toEqual([]);
  expect(accepted(await undoLast(deps)).name).toBe('delete file');
  expect(await hashOf(deps.store)).toBe(both);
  expect(await contentOf(file)).toEqual(PNG);
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(start);
  expect((await rebuild(deps.store)).refused).toEqual([]);
  expect(await hashOf(deps.store)).toBe(start);
  expect(problemOf(await deleteMedia(deps, ['a.png'])).what).toBe('That file is no longer there.');
});

test('[MEDIA-5] adding a file again makes a lost content whole, without a step', async () => {
  const file = accepted(await add(PNG, 'a.png'));
  const steps = await operations();
  await deps.store.blobs.delete(file.sha256);
  expect(accepted(await add(PNG, 'a.png'))).toEqual(file);
  expect(await contentOf(file)).toEqual(PNG);
  expect(await operations()).toBe(steps);
});

test('[MEDIA-5] freeing space while a file is being added does not take its content', async () => {
  const { freeSpace } = await import('../../../../src/engine/commands/media/free-space.ts');
  for (let round = 0; round < 20; round++) {
    const bytes = new Uint8Array([...PNG, round]);
    const [file] = await Promise.all([
      add(bytes, 'a.png'),
      ...Array.from({ length: 4 }, () => freeSpace(deps, { withRecent: true })),
    ]);
    expect(await contentOf(accepted(file))).toEqual(bytes);
  }
  expect(accepted(await spaceToFree(deps))).toMatchObject({ old: { files: 0 } });
});
