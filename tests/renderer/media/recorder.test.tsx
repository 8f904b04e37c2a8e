import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import { AttachMedia } from '../../../src/renderer/media/attach.tsx';
import { recordingName } from '../../../src/renderer/media/recorder.tsx';
import { deviceProblem, type RecorderKind } from '../../../src/renderer/media/use-stream.ts';
import { accepted, type TestDeps, testDeps } from '../../support/deps.ts';
import { camera, microphone } from '../../support/devices.ts';
import { show } from './show.tsx';
import { waitFor } from '../../support/wait-for.ts';

let deps: TestDeps;
/** What was handed over, and every track that was ever opened. */
let handed: File[];
let tracks: MediaStreamTrack[];
let asked: MediaStreamConstraints[];

beforeEach(async () => {
  deps = await testDeps('2026-03-02T13:05:09Z');
  deps.utcOffsetMinutes = 60;
  [handed, tracks, asked] = [[], [], []];
});
afterEach(() => {
  vi.restoreAllMocks();
  deps.close();
});

/** The operating system's answer to being asked for devices. */
function devices(answer: () => Promise<void> | void = () => {}): void {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (wanted = {}) => {
    asked.push(wanted);
    await answer();
    const own = [...(wanted.audio ? [microphone()] : []), ...(wanted.video ? [camera()] : [])];
    tracks.push(...own);
    return new MediaStream(own);
  });
}

const showAttach = () => show(deps, <AttachMedia onFiles={(files) => handed.push(...files)} />);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = (name: string) => page.getByRole('dialog', { name });
const areReleased = () => tracks.every((track) => track.readyState === 'ended');

/** Until the recording has gone on for some time, as its own display says. */
const recordFor = (time: RegExp) => expect.element(button('Stop')).toHaveTextContent(time);

test('[MEDIA-15] a sound is recorded, heard, used, and is then a file like any other', async () => {
  devices();
  await showAttach();
  await button('Record sound').click();
  await button('Record').click();
  await recordFor(/0:(0[1-9]|[1-5]\d)/);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Recorded. Play it')).toBeVisible();
  await waitFor(() => {
    const player = document.querySelector<HTMLAudioElement>('audio');
    expect(player?.readyState).toBeGreaterThan(0);
  });
  expect(handed).toEqual([]);
  await button('Use it').click();
  const [file] = handed;
  expect([file?.name, file?.type]).toEqual([
    'recording 2026-03-02 14.05.09.weba',
    'audio/webm;codecs=opus',
  ]);
  const added = accepted(await addMedia(deps, file as File));
  expect([added.id, added.type]).toEqual(['recording 2026-03-02 14.05.09.weba', 'audio/webm']);
  expect(asked).toEqual([{ audio: true, video: false }]);
  await waitFor(() => expect(dialog('Record sound').query()).toBeNull());
  expect(areReleased()).toBe(true);
});

test('[MEDIA-15] a recording can be made again, or left without a trace', async () => {
  devices();
  await showAttach();
  await button('Record sound').click();
  for (const _round of [1, 2]) {
    await button('Record').click();
    // Stopped before the first second, a busy machine may have recorded nothing yet.
    await recordFor(/0:(0[1-9]|[1-5]\d)/);
    await button('Stop').click();
    await button('Record again').click();
  }
  await button('Record').click();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(areReleased()).toBe(true));
  expect(handed).toEqual([]);
});

test('[MEDIA-15] a film is recorded with what the camera sees in view', async () => {
  devices();
  await showAttach();
  await button('Record a film').click();
  await waitFor(() => {
    const viewfinder = document.querySelector<HTMLVideoElement>('video[aria-label="Camera"]');
    expect(viewfinder?.videoWidth).toBe(64);
    expect(viewfinder?.muted).toBe(true);
  });
  await button('Record').click();
  await recordFor(/0:(0[1-9]|[1-5]\d)/);
  await button('Stop').click();
  await button('Use it').click();
  const added = accepted(await addMedia(deps, handed[0] as File));
  expect([added.id, added.type]).toEqual(['film 2026-03-02 14.05.09.webm', 'video/webm']);
  await waitFor(() => expect(areReleased()).toBe(true));
});

test('[MEDIA-15] a picture is taken with the camera, without the microphone', async () => {
  devices();
  await showAttach();
  await button('Take a picture').click();
  await waitFor(() => expect(document.querySelector('video')?.videoWidth).toBe(64));
  await button('Take the picture').click();
  await expect.element(page.getByRole('img', { name: 'What the camera saw' })).toBeVisible();
  await button('Take another').click();
  await waitFor(() => expect(document.querySelector('video')?.videoWidth).toBe(64));
  await button('Take the picture').click();
  await button('Use it').click();
  const added = accepted(await addMedia(deps, handed[0] as File));
  expect([added.id, added.type]).toEqual(['picture 2026-03-02 14.05.09.jpg', 'image/jpeg']);
  expect(asked).toEqual([{ audio: false, video: { width: { ideal: 1920 } } }]);
  await waitFor(() => expect(areReleased()).toBe(true));
});

test('[MEDIA-15] where the microphone is refused, that is said, and it can be asked for again', async () => {
  let isRefused = true;
  devices(() => {
    if (isRefused) throw new DOMException('Permission denied', 'NotAllowedError');
  });
  await showAttach();
  await button('Record sound').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('may not use the microphone');
  expect(button('Record').query()).toBeNull();
  isRefused = false;
  await button('Try again').click();
  await expect.element(button('Record')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(areReleased()).toBe(true));
});

test('[MEDIA-15] a permission given after the dialog was closed leaves no device on', async () => {
  let give = () => {};
  devices(
    () =>
      new Promise<void>((resolve) => {
        give = resolve;
      }),
  );
  await showAttach();
  await button('Record sound').click();
  await expect.element(page.getByText('Asking for the microphone…')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  give();
  await waitFor(() => expect(tracks).toHaveLength(1));
  await waitFor(() => expect(areReleased()).toBe(true));
});

test('[MEDIA-15] a microphone that is pulled out leaves what was recorded until then, or says so', async () => {
  devices();
  await showAttach();
  await button('Record sound').click();
  await button('Record').click();
  await recordFor(/0:(0[1-9]|[1-5]\d)/);
  for (const track of tracks) track.stop();
  await expect.element(page.getByText('Recorded. Play it')).toBeVisible();
  await button('Record again').click();
  await button('Record').click();
  await expect.element(page.getByText('Nothing came from the device.')).toBeVisible();
});

test.each([
  ['NotAllowedError', 'sound', 'may not use the microphone'],
  ['NotFoundError', 'sound', 'No microphone was found'],
  ['NotFoundError', 'film', 'No camera with a microphone was found'],
  ['NotReadableError', 'picture', 'The camera could not be started'],
  ['NotSupportedError', 'sound', 'does not let Rounds record'],
])('[MEDIA-15] %s for a %s is said in three sentences', (name, kind, words) => {
  const { what, kept, todo } = deviceProblem(new DOMException('', name), kind as RecorderKind);
  expect(what).toContain(words);
  expect(kept).toBe('Nothing was recorded; your note is as it was.');
  for (const sentence of [what, todo]) expect(sentence).toMatch(/^[A-Z].*[.]$/);
});

test('[MEDIA-15] recordings are named by the local day and time', () => {
  const now = { atMillis: Date.parse('2026-12-31T23:30:00Z'), utcOffsetMinutes: 60 };
  expect(recordingName('sound', 'audio/webm', now)).toBe('recording 2027-01-01 00.30.00.weba');
  expect(recordingName('picture', 'image/jpeg', now)).toBe('picture 2027-01-01 00.30.00.jpg');
});

test('[MEDIA-15] files are attached as they were chosen, the same one twice if need be', async () => {
  await showAttach();
  const input = page.getByLabelText('Files to add');
  for (const _time of [1, 2]) await input.upload(new File(['x'], 'a.png'));
  expect(handed.map(({ name }) => name)).toEqual(['a.png', 'a.png']);
});
