import { act } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { MediaFile, MediaName } from '../../../src/domain/media/media-file.ts';
import { addMedia, deleteMedia } from '../../../src/engine/commands/media/media.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { useMediaUrl, useMediaUrls } from '../../../src/renderer/media/media-urls.ts';
import { MediaView } from '../../../src/renderer/media/media-view.tsx';
import { accepted, type TestDeps, testDeps, engineOf } from '../../support/deps.ts';
import { GIF, PNG, WEBM_FILM, WEBM_SOUND } from '../../support/media-files.ts';
import { show } from './show.tsx';
import { waitFor } from '../../support/wait-for.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(() => deps.close());

const add = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<MediaFile> =>
  accepted(await addMedia(deps, new File([bytes], name)));

const wrapper = ({ children }: { children: React.ReactNode }) => (
  <EngineProvider engine={engineOf(deps)}>{children}</EngineProvider>
);

async function hookOf() {
  const hook = await renderHook(useMediaUrls, { wrapper });
  return { urlOf: hook.result.current, unmount: hook.unmount };
}

/** What stands under an address; undefined where nothing does any more. */
async function behind(
  url: string | undefined,
): Promise<{ bytes: number; type: string } | undefined> {
  if (url === undefined) return undefined;
  const answer = await fetch(url).catch(() => undefined);
  const blob = await answer?.blob();
  return blob && { bytes: blob.size, type: blob.type };
}

test('[MEDIA-14] a file has a blob: address with its true type, and no file has none', async () => {
  await add(PNG, 'é.png');
  const { urlOf, unmount } = await hookOf();
  const url = await urlOf('e\u0301.png');
  expect(url).toMatch(/^blob:/);
  expect(await behind(url)).toEqual({ bytes: PNG.length, type: 'image/png' });
  expect(await urlOf('none.png')).toBeUndefined();
  expect(await urlOf('__proto__')).toBeUndefined();
  await unmount();
});

test('[MEDIA-14] one content has one address, given back when nobody shows it any more', async () => {
  await add(PNG, 'a.png');
  await add(PNG, 'b.png');
  const [one, two] = [await hookOf(), await hookOf()];
  const url = await one.urlOf('a.png');
  expect(await one.urlOf('a.png')).toBe(url);
  expect(await two.urlOf('b.png')).toBe(url);
  await one.unmount();
  expect(await behind(url)).toBeDefined();
  expect(await one.urlOf('a.png')).toBeUndefined();
  await two.unmount();
  expect(await behind(url)).toBeUndefined();
});

test('[MEDIA-14] a session of many pictures gives back the addresses of those long gone', async () => {
  const sha256s = Array.from({ length: 203 }, (_, i) => `content ${i}`);
  await deps.store.blobs.bulkAdd(sha256s.map((sha256) => ({ sha256, blob: new Blob([sha256]) })));
  const file = { bytes: 1, type: 'image/png', addedAtMillis: 0 };
  await deps.store.media.bulkAdd(
    sha256s.map((sha256, i) => ({ ...file, id: `${i}.png` as MediaFile['id'], sha256 })),
  );
  const { urlOf, unmount } = await hookOf();
  const first = await urlOf('0.png');
  const second = await urlOf('1.png');
  for (let i = 2; i < 203; i++) {
    // Shown again now and then: this one is not old.
    if (i % 50 === 0) expect(await urlOf('1.png')).toBe(second);
    await urlOf(`${i}.png`);
  }
  expect(await behind(first)).toBeUndefined();
  expect(await behind(second)).toBeDefined();
  await unmount();
});

test('[MEDIA-14] a deleted file has no address, and gets one again when that is undone', async () => {
  await add(PNG, 'a.png');
  const { result, unmount } = await renderHook(() => useMediaUrl('a.png'), { wrapper });
  await waitFor(() => expect(result.current).toMatch(/^blob:/));
  await act(async () => accepted(await deleteMedia(deps, ['a.png'])));
  await waitFor(() => expect(result.current).toBeNull());
  await act(async () => accepted(await undoLast(deps)));
  await waitFor(() => expect(result.current).toMatch(/^blob:/));
  await unmount();
});

test('[MEDIA-14] pictures, sounds and films are shown, and what is damaged or gone is said to be', async () => {
  const files = [
    await add(PNG, 'a.png'),
    await add(WEBM_FILM, 'b.webm'),
    await add(WEBM_SOUND, 'c'),
  ];
  const damaged = await add(new Uint8Array([...GIF.subarray(0, 20)]), 'd.gif');
  const gone = await add(GIF, 'e.gif');
  await deps.store.blobs.delete(gone.sha256);
  const screen = await show(
    deps,
    [...files, damaged, gone].map((file) => <MediaView key={file.id} file={file} />),
  );
  await expect.element(screen.getByRole('img', { name: 'a.png' })).toBeVisible();
  await waitFor(() => {
    expect(screen.container.querySelector('img')?.naturalWidth).toBe(2);
    expect(screen.container.querySelector('video')?.videoWidth).toBe(16);
    expect(screen.container.querySelector('audio')?.readyState).toBeGreaterThan(0);
  });
  await expect.element(screen.getByText('d.gif cannot be shown')).toBeVisible();
  await expect.element(screen.getByText('e.gif cannot be shown')).toBeVisible();
});

test('[MEDIA-14] a file that an import keeps without being shown is not said to be damaged', async () => {
  const screen = await show(
    deps,
    <MediaView file={{ id: 'heart.svg' as MediaName, type: 'application/octet-stream' }} />,
  );
  await expect.element(screen.getByText(/^heart.svg is kept, and is of a kind/)).toBeVisible();
});

test('[SAFE-26] a plain drawing has its own text as address, and any other SVG an address that shows nothing', async () => {
  const put = async (name: string, inside: string) => {
    const blob = new Blob([
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`,
    ]);
    const file = { id: name, sha256: name, type: 'application/octet-stream', bytes: blob.size };
    await deps.store.blobs.put({ sha256: name, blob } as never);
    await deps.store.media.put(file as never);
    return file as unknown as MediaFile;
  };
  const mask = await put('mask.svg', '<rect width="9" height="9"/>');
  await put('many.svg', '<g id="a"/><use href="#a"/>');
  await put('mask.txt', '<rect/>');
  const { urlOf, unmount } = await hookOf();
  expect(await urlOf('mask.svg')).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  for (const name of ['many.svg', 'mask.txt']) {
    const url = await urlOf(name);
    expect(url).toMatch(/^blob:/);
    expect((await behind(url))?.type).toBe('application/octet-stream');
  }
  await unmount();
  const screen = await show(deps, <MediaView file={mask} />);
  const image = screen.getByRole('img', { name: 'mask.svg' });
  await expect.poll(() => (image.element() as HTMLImageElement).naturalWidth).toBe(9);
});
