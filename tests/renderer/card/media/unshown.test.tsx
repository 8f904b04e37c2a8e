import { expect, test } from 'vitest';
import { masksOn } from '../../../../src/renderer/card/occlusion/occlusion-view.ts';
import { WEBM_SOUND } from '../../../support/media-files.ts';
import { showCard, until } from '../show-card.tsx';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>';
const address = (bytes: string) =>
  URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));

test('[SAFE-3] a file that no browser shows as a picture is named, not a broken picture', async () => {
  const url = address(DRAWING);
  const card = await showCard('<p>See <img src="heart.svg" alt="the heart"></p>', {
    mediaUrl: async () => url,
  });
  await until(() => card.root.querySelector('img') === null);
  expect(card.root.innerText.trim()).toBe(
    'See Picture that cannot be shown: heart.svg (the heart)',
  );
  // The answer, with the question in it, says so too.
  await card.change({ html: '<p>See <img src="heart.svg"></p><hr id="answer">x', isFront: false });
  await until(() => card.root.querySelector('img') === null);
  expect(card.root.innerText).toContain('Picture that cannot be shown: heart.svg');
});

test('[SAFE-3][SAFE-11] so is the picture of an occlusion, which has nothing to cover', async () => {
  const url = address('torn');
  const shape = '{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1}}';
  const card = await showCard('<div class="occlusion"></div><img src="heart.png">', {
    mediaUrl: async () => url,
    decorate: masksOn(shape, 1, 'front'),
  });
  await until(() => card.root.querySelector('img') === null);
  expect(card.root.innerText.trim()).toBe('Picture that cannot be shown: heart.png');
  expect(card.root.querySelector('.mask')).toBeNull();
});

test.each([
  ['[sound:heart.wma]', 'Sound that cannot be played: heart.wma'],
  ['[sound:heart.mp4]', 'Video that cannot be played: heart.mp4'],
  ['<audio src="heart.mp3"></audio>', 'Sound that cannot be played: heart.mp3'],
])(
  '[SAFE-3][SAFE-4] %s of bytes that no browser plays is named, not a dead player',
  async (html, said) => {
    const url = address('no sound at all');
    const card = await showCard(`<p>Hear ${html}</p>`, { mediaUrl: async () => url });
    await until(() => card.root.querySelector('audio, video') === null);
    expect(card.root.innerText.trim()).toBe(`Hear ${said}`);
  },
);

test('[SAFE-4] a sound that plays keeps its player', async () => {
  const url = URL.createObjectURL(new Blob([WEBM_SOUND], { type: 'audio/webm' }));
  const card = await showCard('[sound:heart.webm]', { mediaUrl: async () => url });
  const player = card.root.querySelector('audio, video') as HTMLMediaElement;
  await until(() => player.readyState > 0);
  expect(player.isConnected).toBe(true);
});
