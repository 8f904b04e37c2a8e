import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { addMedia } from '../../../../src/engine/commands/media/media.ts';
import { atHand } from '../../../../src/renderer/actions/use-at-hand.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { accepted, engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { WEBM_SOUND } from '../../../support/media-files.ts';
import { until } from '../../card/show-card.tsx';

let deps: TestDeps;
let sample: CardInFull;
beforeEach(async () => {
  deps = await withSampleDeck(1);
  const [id] = await deps.store.cards.toCollection().primaryKeys();
  const read = (await readCard(deps.store, id as never)) as CardInFull;
  // What R plays, and nothing else (SOUND-1).
  sample = { ...read, preset: { ...read.preset, soundsByHand: true } };
});
afterEach(() => deps.close());

/** Shows a question; what began to play in it, by the ids of the players. */
async function shown(question: string) {
  const { noteType } = sample;
  const templates = noteType.templates.map((each) => ({ ...each, front: question }));
  const screen = await render(
    <EngineProvider engine={engineOf(deps)}>
      <CardFace
        showing={{ ...sample, noteType: { ...noteType, templates } }}
        likely={undefined}
        isRevealed={false}
        oneByOne={{ shown: 0, onShown: () => {} }}
        typedText=""
        onTyped={() => {}}
        onReveal={() => {}}
      />
      <button type="button">Beside it</button>
    </EngineProvider>,
  );
  const card = () => screen.container.querySelector('iframe')?.contentDocument;
  await until(() => card()?.querySelector('#qa')?.hasChildNodes() ?? false);
  const players = [...(card()?.querySelectorAll('audio') ?? [])];
  const played: number[] = [];
  for (const [place, player] of players.entries()) {
    player.addEventListener('play', () => played.push(place));
  }
  return { played };
}

test('[KEYS-10] R plays what can be seen, one after the other, and from the first again', async () => {
  const { id } = accepted(await addMedia(deps, new File([WEBM_SOUND], 'heart.weba')));
  const sound = `<audio src="${id}"></audio>`;
  const hint = `<details><summary>Hint</summary>${sound}</details>`;
  const { played } = await shown(`<p>Which?</p>${sound}${hint}${sound}`);
  await page.getByRole('button', { name: 'Beside it' }).click();
  await userEvent.keyboard('r');
  await expect.poll(() => played).toEqual([0, 2]);
  await userEvent.keyboard('r');
  await expect.poll(() => played).toEqual([0, 2, 0, 2]);
});

test('[KEYS-10] a card without a sound offers none', async () => {
  await shown('<p>Which?</p>');
  expect(atHand().replay).toBeUndefined();
});
