import { expect, test } from 'vitest';
import { WEBM_SOUND, WEBM_FILM } from '../../support/media-files.ts';
import { showCard, until } from './show-card.tsx';

const sound = URL.createObjectURL(new Blob([WEBM_SOUND], { type: 'audio/webm' }));
const film = URL.createObjectURL(new Blob([WEBM_FILM], { type: 'video/webm' }));
const LONG_ENOUGH = 300;
const mediaUrl = async (name: string) => (name.startsWith('film') ? film : sound);

/** What is wrong with each player once it knows what it plays, or cannot. */
async function loaded(root: HTMLElement): Promise<readonly (string | undefined)[]> {
  const players = [...root.querySelectorAll<HTMLMediaElement>('audio, video')];
  await until(() => players.every((player) => player.readyState > 0 || player.error !== null));
  return players.map((player) => player.error?.message);
}

test('[MEDIA-14] a sound and a film of an answer that was prepared ahead can be played', async () => {
  const answer = { html: 'Q<hr>[sound:heart.weba][sound:film.webm]', css: '' };
  const card = await showCard('Q', { following: answer, mediaUrl });
  await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
  await card.change({ html: answer.html, isFront: false });
  expect(await loaded(card.root)).toEqual([undefined, undefined]);
});

test('[MEDIA-14] a sound beside a file that takes long to be found can be played', async () => {
  const card = await showCard('[sound:a.weba]<img src="slow.png">', {
    mediaUrl: async (name) => {
      if (name === 'slow.png') await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
      return mediaUrl(name);
    },
  });
  expect(await loaded(card.root)).toEqual([undefined]);
});
