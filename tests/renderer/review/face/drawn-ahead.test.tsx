import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { painted, until } from '../../card/show-card.tsx';

let deps: TestDeps;
let cards: CardInFull[];
beforeEach(async () => {
  deps = await withSampleDeck(6, 2);
  const ids = await deps.store.cards.toCollection().primaryKeys();
  cards = (await Promise.all(ids.map((id) => readCard(deps.store, id as never)))) as CardInFull[];
});
afterEach(() => deps.close());

interface View {
  readonly card: number;
  readonly isRevealed: boolean;
  readonly likely?: number;
}

async function shown() {
  const face = ({ card, isRevealed, likely }: View) => (
    <EngineProvider engine={engineOf(deps)}>
      <CardFace
        showing={cards[card] as CardInFull}
        likely={likely === undefined ? undefined : cards[likely]}
        isRevealed={isRevealed}
        oneByOne={{ shown: 0, onShown: () => {} }}
        typedText=""
        onTyped={() => {}}
        onReveal={() => {}}
      />
    </EngineProvider>
  );
  const screen = await render(face({ card: 0, isRevealed: false }));
  const frames = () => [...screen.container.querySelectorAll('iframe')];
  const frame = (title: string) => frames().find((each) => each.title === title);
  const text = (title: string) => frame(title)?.contentDocument?.body?.innerText.trim() ?? '';
  return { frames, frame, text, show: (view: View) => screen.rerender(face(view)) };
}

const rootIn = (frame: HTMLIFrameElement | undefined) =>
  frame?.contentDocument?.querySelector('#qa') as HTMLElement;

test('[REVIEW-12] the next card stands drawn in a frame out of reach, and comes forward as it is', async () => {
  const { frames, frame, text, show } = await shown();
  await until(() => text('Question') !== '');
  await show({ card: 0, isRevealed: true });
  await until(() => text('Answer').includes('hidden 0.0'));
  expect(frames()).toHaveLength(1);
  await show({ card: 0, isRevealed: true, likely: 1 });
  await until(() => rootIn(frame('Next card'))?.hasChildNodes() ?? false);
  const ahead = frame('Next card');
  const holder = ahead?.parentElement;
  expect(holder?.inert).toBe(true);
  expect(holder?.getAttribute('aria-hidden')).toBe('true');
  expect(ahead?.offsetHeight).toBeGreaterThan(0);
  expect(holder?.offsetHeight).toBe(0);
  const root = rootIn(ahead);
  const drawn = [...root.childNodes];
  let draws = 0;
  const observer = new MutationObserver(() => draws++);
  observer.observe(root, { childList: true, subtree: true });
  const height = ahead?.offsetHeight;

  await show({ card: 1, isRevealed: false });
  await painted();
  expect(frame('Question')).toBe(ahead);
  expect(rootIn(ahead)).toBe(root);
  expect([...root.childNodes]).toEqual(drawn);
  expect(draws).toBe(0);
  expect(ahead?.offsetHeight).toBe(height);
  expect(holder?.inert).toBe(false);
  // Nothing of the card before goes on, out of sight.
  expect(rootIn(frame('Next card')).hasChildNodes()).toBe(false);
  observer.disconnect();
});

test('[REVIEW-12] where another card comes than was drawn, that one is shown', async () => {
  const { frame, text, show } = await shown();
  await show({ card: 0, isRevealed: true, likely: 1 });
  await until(() => rootIn(frame('Next card'))?.hasChildNodes() ?? false);
  const [before] = [frame('Answer')];
  await show({ card: 2, isRevealed: false });
  expect(frame('Question')).toBe(before);
  await show({ card: 2, isRevealed: true });
  await until(() => text('Answer').includes('hidden 1.0'));
});

test('[REVIEW-12] two frames serve a long session', async () => {
  const { frames, frame, show } = await shown();
  const first = new Set<HTMLIFrameElement>();
  for (let answers = 0; answers < 100; answers++) {
    const [card, likely] = [answers % 6, (answers + 1) % 6];
    await show({ card, isRevealed: false });
    await show({ card, isRevealed: true, likely });
    for (const each of frames()) first.add(each);
  }
  await until(() => rootIn(frame('Next card'))?.hasChildNodes() ?? false);
  expect(first.size).toBe(2);
});
