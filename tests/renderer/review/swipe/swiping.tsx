import { afterEach, beforeEach, expect } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { setPreferences } from '../../../../src/renderer/preferences.ts';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { painted, until } from '../../card/show-card.tsx';

/** For each test of a file a card of its own, with `shown` to show it. */
export function cardsToSwipe() {
  let deps: TestDeps;
  let sample: CardInFull;
  beforeEach(async () => {
    deps = await withSampleDeck(1);
    const [id] = await deps.store.cards.toCollection().primaryKeys();
    sample = (await readCard(deps.store, id as never)) as CardInFull;
  });
  afterEach(async () => {
    setPreferences({ swipesGrade: true });
    await deps.close();
  });

  /** An answer, and what was graded: each grade is kept when the test says so. */
  async function shown(html: string, isRevealed = true) {
    const graded: Grade[] = [];
    const waiting: (() => void)[] = [];
    const { noteType } = sample;
    const templates = noteType.templates.map((each) => ({ ...each, front: html, back: html }));
    const showing = { ...sample, noteType: { ...noteType, templates } };
    const view = (isNowRevealed: boolean) => (
      <EngineProvider engine={engineOf(deps)}>
        <main style={{ width: 360 }}>
          <CardFace
            showing={showing}
            likely={undefined}
            isRevealed={isNowRevealed}
            oneByOne={{ shown: 0, onShown: () => {} }}
            typedText=""
            onTyped={() => {}}
            onReveal={() => {}}
            onGrade={(grade) => {
              graded.push(grade);
              return new Promise((resolve) => waiting.push(resolve));
            }}
          />
          <p>beside</p>
        </main>
      </EngineProvider>
    );
    const screen = await render(view(isRevealed));
    const card = (): Document => {
      const found = screen.container.querySelector('iframe')?.contentDocument;
      if (!found) throw new Error('The card is not shown.');
      return found;
    };
    await until(
      () => screen.container.querySelector('iframe')?.contentDocument?.images !== undefined,
    );
    await until(() => card().querySelector('#qa')?.hasChildNodes() ?? false);
    // The part that comes later marks the card's document when it listens.
    const enlarges = () => card().documentElement.dataset.enlarges;
    await expect.poll(enlarges, { timeout: 30_000 }).toBeDefined();
    await painted();
    const face = screen.container.querySelector<HTMLElement>('.card-face');
    if (!face) throw new Error('There is no card.');
    const kept = async (): Promise<void> => {
      for (const resolve of waiting.splice(0)) resolve();
      await painted();
      await painted();
      await inPlace(face);
    };
    const reveal = (isNowRevealed: boolean) => screen.rerender(view(isNowRevealed));
    return { graded, card, face, kept, reveal, screen };
  }
  return shown;
}

/** A finger on `target`, in the middle of the window; a quick one does all in one moment. */
export function finger(target: Element, identifier = 1, isQuick = false, fromY = 300) {
  let [x, y] = [180, fromY];
  const beganMillis = performance.now();
  const send = (type: string, touches: number): boolean => {
    const touch = new Touch({ identifier, target, clientX: x, clientY: y, screenX: x, screenY: y });
    const event = new TouchEvent(type, {
      touches: touches === 0 ? [] : Array(touches).fill(touch),
      changedTouches: [touch],
      bubbles: true,
      cancelable: true,
    });
    if (isQuick) Object.defineProperty(event, 'timeStamp', { value: beganMillis });
    return target.dispatchEvent(event);
  };
  return {
    down: (touches = 1) => send('touchstart', touches),
    /** Whether the browser may scroll with it. */
    go(byX: number, byY: number): boolean {
      let isFree = true;
      for (let step = 0; step < 5; step++) {
        x += byX / 5;
        y += byY / 5;
        isFree = send('touchmove', 1) && isFree;
      }
      return isFree;
    },
    up: () => send('touchend', 0),
    lost: () => send('touchcancel', 0),
  };
}

/** From one side to the other, or wherever, as quick as a flick. */
export function swipe(target: Element, x: number, y = 0): void {
  const one = finger(target, 1, true);
  one.down();
  one.go(x, y);
  one.up();
}

/** It was let go, and is where it was: a finger in the frame is then where its numbers say. */
export async function inPlace(face: HTMLElement): Promise<void> {
  await until(() => ['', '0px'].includes(swiped(face)));
  await painted();
  await until(() => face.getAnimations({ subtree: true }).length === 0);
}

export const swiped = (face: HTMLElement) => face.style.getPropertyValue('--swiped');
export const word = () => document.querySelector<HTMLElement>('.swipe-grade');
/** The grade that it would be, were it let go: undefined while it would be none. */
export const meant = () => document.querySelector<HTMLElement>('.swipe-word')?.dataset.grade;
export const besideIt = () => document.querySelector('.swipe-other')?.textContent;
