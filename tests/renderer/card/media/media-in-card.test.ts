import { expect, test } from 'vitest';
import { fillMedia, type MediaUrl } from '../../../../src/renderer/card/media/media-in-card.ts';
import { sanitiseHtml } from '../../../../src/renderer/card/safe/sanitise.ts';

const stored: MediaUrl = async (name) => (name.startsWith('gone') ? undefined : `blob:${name}`);

async function filled(html: string, mediaUrl = stored): Promise<HTMLElement> {
  const { body } = sanitiseHtml(html);
  await fillMedia(body, mediaUrl);
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  return holder;
}

test('[SAFE-3] a picture gets the address of its file, and a name that gives nothing away', async () => {
  expect((await filled('<img src="a%20b.png" width="9">')).innerHTML).toBe(
    '<img width="9" src="blob:a b.png" alt="Picture">',
  );
  expect((await filled('<img src="a.png" alt="">')).innerHTML).toBe(
    '<img alt="" src="blob:a.png">',
  );
});

test('[SAFE-3] names are looked up as they are in the collection', async () => {
  const asked: string[] = [];
  await filled(
    '<img src="e\u0301.png"><img src="a%25.png"> [sound:x &amp; y.mp3]',
    async (name) => {
      asked.push(name);
      return undefined;
    },
  );
  expect(asked).toEqual(['\u00e9.png', 'a%.png', 'x & y.mp3']);
});

test.each([
  ['<img src="gone.png">', 'Missing picture: gone.png'],
  ['<img src="gone.png" alt="a scan">', 'Missing picture: gone.png (a scan)'],
  ['[sound:gone.mp3]', 'Missing sound: gone.mp3'],
  ['<video src="gone.mp4"></video>', 'Missing video: gone.mp4'],
  ['<img src="https://example.org/a.png">', 'Not loaded: a picture from example.org'],
  ['<audio src="http://example.org/a.mp3"></audio>', 'Not loaded: a sound from example.org'],
  ['<img src="javascript:1">', 'Not loaded: a picture with no file'],
  ['<video src="javascript:1"></video>', 'Not loaded: a video with no file'],
  ['<img src="../../a.png">', 'Not loaded: a picture with no file'],
  ['[sound:../a.mp3]', ''],
  ['<img>', ''],
  ['<audio></audio>', ''],
])('[SAFE-3] %s says %j', async (html, said) => {
  const holder = await filled(html);
  expect(holder.textContent).toBe(said);
  expect(holder.querySelector('img, audio, video')).toBeNull();
});

test('[SAFE-10] a hostile name is text, and turns nothing around it', async () => {
  const name = 'gone\u202e<img onerror=x>';
  const holder = await filled(`<img src="${name.replaceAll('<', '&lt;')}">`);
  expect(holder.querySelector('bdi')?.textContent).toBe(name);
  expect(holder.querySelector('img')).toBeNull();
});

test('[SAFE-3] only an address of stored bytes is taken, and a failed look-up is a missing file', async () => {
  for (const mediaUrl of [
    async () => 'https://attacker.invalid/a.png',
    async () => 'javascript:1',
    () => Promise.reject(new Error('no')),
  ]) {
    expect((await filled('<img src="a.png">', mediaUrl)).textContent).toBe(
      'Missing picture: a.png',
    );
  }
});

test('[SAFE-4] sounds and films are players that wait', async () => {
  const holder = await filled(
    'a [sound:one.mp3] b [sound:two.MP4]<audio src="three.ogg" autoplay loop></audio>',
  );
  const players = [...holder.querySelectorAll<HTMLMediaElement>('audio, video')];
  expect(players.map(({ localName, src }) => [localName, src])).toEqual([
    ['audio', 'blob:one.mp3'],
    ['video', 'blob:two.MP4'],
    ['audio', 'blob:three.ogg'],
  ]);
  for (const player of players) {
    expect([player.controls, player.autoplay, player.ariaLabel !== null]).toEqual([
      true,
      false,
      true,
    ]);
  }
  expect(holder.textContent).toBe('a  b ');
});

test('[SAFE-4] a <source> counts where the player names no file', async () => {
  const holder = await filled(
    '<video><source src="http://example.org/a.webm"><source src="b.mp4">text</video>',
  );
  expect(holder.textContent).toBe('Not loaded: a video from example.org');
  const second = await filled('<video><source src="b.mp4"><source src="c.webm"></video>');
  expect(second.innerHTML).toBe(
    '<video controls="" preload="metadata" aria-label="Video" src="blob:b.mp4"></video>',
  );
});

test('[SAFE-4] what only looks like a sound stays text', async () => {
  for (const text of ['[sound:]', '[sound: a.mp3', 'sound:a.mp3]', '[Sound:a.mp3]']) {
    expect((await filled(text)).innerHTML).toBe(text);
  }
});

test('a card without media is done at once', () => {
  expect(fillMedia(sanitiseHtml('text').body, stored)).toBeUndefined();
});

test('[SAFE-20] beginnings of sounds without an end are text, however many', async () => {
  const { body } = sanitiseHtml('[sound:x'.repeat(50_000));
  await fillMedia(body, async () => undefined);
  expect(body.querySelector('audio, video')).toBeNull();
  expect(body.textContent).toBe('[sound:x'.repeat(50_000));
});
