import { test } from 'vitest';
import { page } from 'vitest/browser';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { addMedia, deleteMedia } from '../../../src/operations/media.ts';
import { addNote } from '../../../src/operations/notes.ts';
import { apply } from '../../../src/store/apply.ts';
import { intentOf } from '../../../src/operations/deps.ts';
import { MediaScreen } from '../../../src/renderer/media/media-screen.tsx';
import { AttachMedia } from '../../../src/renderer/media/attach.tsx';
import { accepted, withSampleDeck } from '../../support/deps.ts';
import { GIF, noise, PNG, wav } from '../../support/media-files.ts';
import { camera, microphone } from '../../support/devices.ts';
import { show } from './show.tsx';

const add = async (deps: any, bytes: any, name: string) => accepted(await addMedia(deps, new File([bytes], name)));
const note = async (deps: any, front: string) => accepted(await addNote(deps, 'sample' as never, { noteTypeId: 'basic' as never, fields: { front, back: 'x' } as FieldTexts, sections: [] }));
const views = [['light', 1200], ['dark', 1200], ['light', 400], ['dark', 400]] as const;
async function shoot(name: string) {
  for (const [theme, width] of views) {
    document.documentElement.dataset.theme = theme;
    await page.viewport(width, 900);
    await new Promise((r) => setTimeout(r, 300));
    await page.screenshot({ path: `../../../.profiles/look/${name}-${theme}-${width}.png` });
  }
}
test('look', async () => {
  const deps = await withSampleDeck(2);
  await add(deps, PNG, 'Liver scan.png'); await add(deps, wav(), 'murmur.wav'); await add(deps, GIF, 'an animated heart valve with a very long name indeed, as exported by some program 2024.gif');
  await add(deps, new Uint8Array([...PNG, ...noise(6 * 1024 * 1024)]), 'atlas.png');
  const lost = await add(deps, new Uint8Array([...GIF, 1]), 'lost.gif'); await deps.store.blobs.delete(lost.sha256);
  const copy = { ...(await add(deps, PNG, 'copy.png')), id: 'CON.png' as never };
  accepted(await apply(deps.store, intentOf(deps, { kind: 'add-media', files: [copy] })));
  await note(deps, '<img src="liver_scan.png"> <img src="lost.gif"> <img src="CON.png">');
  await note(deps, '[sound:heart.mp3] <img src="atlas.png">'); await note(deps, '[sound:heart.mp3] x');
  await add(deps, new Uint8Array([...PNG, 7]), 'gone.png'); accepted(await deleteMedia(deps, ['gone.png']));
  const s = await show(deps, <MediaScreen onKeys={() => {}} />);
  await new Promise((r) => setTimeout(r, 2500));
  await shoot('check');
  await page.getByRole('button', { name: 'Free space…' }).click();
  await shoot('space');
  await page.getByRole('button', { name: 'Close' }).click();
  await s.unmount();
  navigator.mediaDevices.getUserMedia = async (w: any) => new MediaStream([...(w.audio ? [microphone()] : []), ...(w.video ? [camera()] : [])]);
  const t = await show(deps, <main className="page"><p className="actions"><AttachMedia onFiles={() => {}} /></p></main>);
  await page.getByRole('button', { name: 'Record sound' }).click();
  await shoot('recorder-ready');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await new Promise((r) => setTimeout(r, 1200));
  await shoot('recorder-on');
  await page.getByRole('button', { name: 'Stop' }).click();
  await new Promise((r) => setTimeout(r, 600));
  await shoot('recorder-done');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Take a picture' }).click();
  await new Promise((r) => setTimeout(r, 600));
  await shoot('camera');
  await page.getByRole('button', { name: 'Close' }).click();
  navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); };
  await page.getByRole('button', { name: 'Record a film' }).click();
  await new Promise((r) => setTimeout(r, 400));
  await shoot('refused');
  await t.unmount();
  deps.close();
  const empty = await withSampleDeck(1);
  await show(empty, <MediaScreen onKeys={() => {}} />);
  await new Promise((r) => setTimeout(r, 600));
  await shoot('empty');
}, 170000);
