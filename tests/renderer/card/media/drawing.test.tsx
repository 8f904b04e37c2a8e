import { expect, test } from 'vitest';
import { showCard, until } from '../show-card.tsx';

/** As an image occlusion add-on for Anki makes its notes: a drawing of masks lies over the picture. */
const CARD = `<div id="io-header">Heart</div>
<div id="io-wrapper">
  <div id="io-overlay"><img src="a-Q.svg"></div>
  <div id="io-original"><img src="heart.png"></div>
</div>`;
const STYLE = `#io-wrapper { position: relative; width: 100%; }
#io-overlay { position: absolute; top: 0; width: 100%; z-index: 3; }
#io-original { position: relative; top: 0; width: 100%; z-index: 2; }`;
const picture = (fill: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect fill="${fill}" width="40" height="60"/></svg>`,
  )}`;

test('[SAFE-26] masks that an add-on drew lie over their picture', async () => {
  const card = await showCard(CARD, {
    css: STYLE,
    mediaUrl: async (name) => picture(name.endsWith('.svg') ? 'red' : 'blue'),
  });
  await until(() =>
    [...card.root.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth > 0),
  );
  const [mask, original] = [...card.root.querySelectorAll('img')].map((each) =>
    each.getBoundingClientRect().toJSON(),
  );
  expect(mask).toEqual(original);
  expect(mask.width).toBeGreaterThan(20);
  const { left, top } = mask;
  const inFront = card.document.elementFromPoint(left + 5, top + 5);
  expect(inFront?.getAttribute('src')).toContain('red');
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
