import { expect, test } from 'vitest';
import { showCard, until } from '../show-card.tsx';

/** As add-ons for Anki make their notes: a drawing of masks over a picture, which a script shows once both are there. */
const card = (over: string) =>
  `<p>Heart</p><div class="both"><div class="over">${over}</div><div class="under"><img src="heart.png"></div></div>
<script>document.querySelector('.under').style.visibility = 'visible';</script>`;
const STYLE = `.both { position: relative }
.over { position: absolute; inset: 0; z-index: 2 }
.under { position: relative; z-index: 1; visibility: hidden }`;
const picture = (fill: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect fill="${fill}" width="40" height="60"/></svg>`,
  )}`;

const mediaUrl = async (name: string) => picture(name.endsWith('.svg') ? 'red' : 'blue');

test('[SAFE-26] [TEMPLATE-36] masks that an add-on drew lie over their picture', async () => {
  const shown = await showCard(card('<img src="masks.svg">'), { css: STYLE, mediaUrl });
  await until(() =>
    [...shown.root.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth > 0),
  );
  const [mask, original] = [...shown.root.querySelectorAll('img')].map((each) =>
    each.getBoundingClientRect().toJSON(),
  );
  expect(mask).toEqual(original);
  expect(mask.width).toBeGreaterThan(20);
  const { left, top } = mask;
  const inFront = shown.document.elementFromPoint(left + 5, top + 5);
  expect(inFront?.getAttribute('src')).toContain('red');
  expect(shown.root.querySelector('details')).toBeNull();
});

test('[TEMPLATE-36] without its masks the picture stays behind a button', async () => {
  const shown = await showCard(card('<img src="gone.svg">'), {
    css: STYLE,
    mediaUrl: async (name) => (name === 'gone.svg' ? undefined : mediaUrl(name)),
  });
  await until(() => shown.root.querySelector('details') !== null);
  expect(shown.root.querySelector('details')?.open).toBe(false);
  expect(shown.root.querySelector('details img')).not.toBeNull();
  expect(shown.root.innerText).toContain('gone.svg');
});

test('[SAFE-26] a drawing runs nothing and loads nothing, whatever is in it', async () => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.__hacked=1"><script>top.__hacked=1</script><rect width="9" height="9" onclick="top.__hacked=1"/></svg>`;
  const card = await showCard('<img src="a.svg">', {
    mediaUrl: async () => `data:image/svg+xml,${encodeURIComponent(text)}`,
  });
  await until(() => (card.root.querySelector('img')?.naturalWidth ?? 0) > 0);
  card.root.querySelector('img')?.click();
  expect('__hacked' in window).toBe(false);
});
