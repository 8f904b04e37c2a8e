import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Preset } from '../../../../src/domain/collection/deck.ts';
import { addMedia } from '../../../../src/engine/commands/media/media.ts';
import { perform } from '../../../../src/renderer/actions/use-at-hand.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { accepted, engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { MP4_SOUND, WEBM_SOUND } from '../../../support/media-files.ts';
import { until } from '../../card/show-card.tsx';

// As a person has pressed something before: until then a browser lets nothing sound.
beforeAll(() => userEvent.click(document.body));

let deps: TestDeps;
let cards: CardInFull[];
/** Each time that something was told to play: what it is called, and whether it could be seen. */
let played: string[];
beforeEach(async () => {
  deps = await withSampleDeck(2);
  const ids = await deps.store.cards.toCollection().primaryKeys();
  cards = (await Promise.all(ids.map((id) => readCard(deps.store, id as never)))) as CardInFull[];
  played = [];
  const play = HTMLMediaElement.prototype.play;
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    const frame = this.ownerDocument.defaultView?.frameElement;
    played.push(`${this.title}${frame?.closest('.ahead') ? ' unseen' : ''}`);
    return play.call(this);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  return deps.close();
});

interface View {
  readonly card: 0 | 1;
  readonly isRevealed: boolean;
  readonly likely?: 0 | 1;
  /** Around the card. */
  readonly isDialogOpen?: boolean;
}

/** Shows cards of which each side is `front` or `back`, under options of which `own` is said. */
async function shown(front: string, back: string, own: Partial<Preset> = {}) {
  const [heart, lungs] = [
    accepted(await addMedia(deps, new File([WEBM_SOUND], 'heart.weba'))).id,
    accepted(await addMedia(deps, new File([MP4_SOUND], 'lungs.m4a'))).id,
  ];
  const withSounds = (side: string) =>
    side
      .replaceAll('(heart)', `<audio src="${heart}" title="heart"></audio>`)
      .replaceAll('(lungs)', `<audio src="${lungs}" title="lungs"></audio>`);
  const whole = (at: 0 | 1): CardInFull => {
    const card = cards[at] as CardInFull;
    const sides = { front: withSounds(front), back: withSounds(back) };
    const templates = card.noteType.templates.map((each) => ({ ...each, ...sides }));
    return {
      ...card,
      noteType: { ...card.noteType, templates },
      preset: { ...card.preset, ...own },
    };
  };
  const face = ({ card, isRevealed, likely, isDialogOpen = false }: View) => (
    <EngineProvider engine={engineOf(deps)}>
      {isDialogOpen && <dialog open>Card info</dialog>}
      <CardFace
        showing={whole(card)}
        likely={likely === undefined ? undefined : whole(likely)}
        isRevealed={isRevealed}
        oneByOne={{ shown: 0, onShown: () => {} }}
        typedText=""
        onTyped={() => {}}
        onReveal={() => {}}
      />
    </EngineProvider>
  );
  const screen = await render(face({ card: 0, isRevealed: false }));
  const frame = (title: string) =>
    [...screen.container.querySelectorAll('iframe')].find((each) => each.title === title);
  /** Until a side stands in its frame. */
  const drawn = (title: string, text: string) =>
    until(() => frame(title)?.contentDocument?.body?.innerText.includes(text) ?? false);
  return { drawn, show: (view: View) => screen.rerender(face(view)) };
}

test('[SOUND-1] a question sounds in turn as it comes, and its answer with what it adds', async () => {
  const { show, drawn } = await shown(
    'Which? (heart)<details><summary>Hint</summary>(lungs)</details>(heart)',
    '{{FrontSide}}<hr>Both. (lungs)',
  );
  await expect.poll(() => played).toEqual(['heart', 'heart']);
  await show({ card: 0, isRevealed: true });
  await drawn('Answer', 'Both.');
  await expect.poll(() => played).toEqual(['heart', 'heart', 'lungs']);
});

test('[SOUND-2] a card drawn ahead sounds once it comes forward', async () => {
  const { show, drawn } = await shown('Which? (heart)', 'Mitral. (lungs)');
  await expect.poll(() => played).toEqual(['heart']);
  await show({ card: 0, isRevealed: true });
  await expect.poll(() => played).toEqual(['heart', 'lungs']);
  await show({ card: 0, isRevealed: true, likely: 1 });
  await drawn('Next card', 'Which?');
  await show({ card: 1, isRevealed: false });
  await expect.poll(() => played).toEqual(['heart', 'lungs', 'heart']);
});

test('[SOUND-2] a flag does not begin the sounds anew, and none begins under a dialog', async () => {
  const { show, drawn } = await shown('Which? (heart)', 'Mitral. (lungs)');
  await expect.poll(() => played).toEqual(['heart']);
  await show({ card: 0, isRevealed: false, isDialogOpen: true });
  await show({ card: 0, isRevealed: true, isDialogOpen: true });
  await drawn('Answer', 'Mitral.');
  perform('replay');
  await expect.poll(() => played).toEqual(['heart', 'lungs']);
});

test('[SOUND-1] where the options leave it to the person, nothing sounds until R', async () => {
  const { show, drawn } = await shown('Which? (heart)', 'Mitral. (lungs)', { soundsByHand: true });
  await drawn('Question', 'Which?');
  await show({ card: 0, isRevealed: true });
  await drawn('Answer', 'Mitral.');
  perform('replay');
  await expect.poll(() => played).toEqual(['lungs']);
});

test.each([
  [{}, ['heart', 'lungs']],
  [{ replaysAnswerAlone: true }, ['lungs']],
])('[SOUND-3] under %j, R on the answer plays %j', async (own, again) => {
  const { show } = await shown('Which? (heart)', '{{FrontSide}}<hr>Both. (lungs)', own);
  await expect.poll(() => played).toEqual(['heart']);
  await show({ card: 0, isRevealed: true });
  await expect.poll(() => played).toEqual(['heart', 'lungs']);
  played.length = 0;
  perform('replay');
  await expect.poll(() => played).toEqual(again);
});
