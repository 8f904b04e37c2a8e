import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { setPreferences } from '../../../../src/renderer/preferences.ts';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { painted, until } from '../../card/show-card.tsx';

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

/** A finger on `target`, in the middle of the window; a quick one does all in one moment. */
function finger(target: Element, identifier = 1, isQuick = false, fromY = 300) {
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
function swipe(target: Element, x: number, y = 0): void {
  const one = finger(target, 1, true);
  one.down();
  one.go(x, y);
  one.up();
}

/** It was let go, and is where it was: a finger in the frame is then where its numbers say. */
async function inPlace(face: HTMLElement): Promise<void> {
  await until(() => ['', '0px'].includes(swiped(face)));
  await painted();
  await until(() => face.getAnimations({ subtree: true }).length === 0);
}

const swiped = (face: HTMLElement) => face.style.getPropertyValue('--swiped');
const word = () => document.querySelector<HTMLElement>('.swipe-grade');
/** The grade that it would be, were it let go: undefined while it would be none. */
const meant = () => document.querySelector<HTMLElement>('.swipe-word')?.dataset.grade;
const besideIt = () => document.querySelector('.swipe-other')?.textContent;

test('[TOUCH-1] the card follows a finger, says the grade, and is graded when it is let go far enough', async () => {
  const { graded, card, face, kept } = await shown('<p>What?</p>');
  const text = card().querySelector('p') as Element;
  const one = finger(text);
  one.down();
  expect(one.go(60, 4)).toBe(false);
  expect(swiped(face)).toBe('60px');
  await expect.poll(() => word()?.textContent).toBe('Good');
  expect(meant()).toBeUndefined();
  expect(besideIt()).toBe('Not yet');
  one.go(70, 0);
  await expect.poll(meant).toBe('3');
  expect(graded).toEqual([]);
  one.up();
  expect(graded).toEqual([3]);
  await kept();
  await expect.poll(() => swiped(face)).toBe('0px');

  // Beside the card as well, and to the other side.
  const beside = face.parentElement?.querySelector(':scope > p') as Element;
  const other = finger(beside);
  other.down();
  other.go(-130, 0);
  await expect.poll(() => word()?.textContent).toBe('Again');
  other.up();
  expect(graded).toEqual([3, 1]);
  await kept();
});

test('[TOUCH-1] let go too early, it goes back and nothing is graded', async () => {
  const { graded, card, face } = await shown('<p>What?</p>');
  const one = finger(card().querySelector('p') as Element);
  one.down();
  one.go(130, 0);
  one.go(-80, 0);
  await expect.poll(meant).toBeUndefined();
  one.up();
  await expect.poll(() => word()).toBeNull();
  expect(['', '0px']).toContain(swiped(face));
  expect(graded).toEqual([]);
});

test.each([
  {
    side: 'left',
    way: -1,
    near: ['1', 'Again', 'Farther: Hard'],
    far: ['2', 'Hard', 'Back: Again'],
  },
  { side: 'right', way: 1, near: ['3', 'Good', 'Farther: Easy'], far: ['4', 'Easy', 'Back: Good'] },
])(
  '[TOUCH-9] on and on to the $side the other grade is shown, back again the first, and what is shown is graded',
  async ({ way, near, far }) => {
    const { graded, card, kept } = await shown('<p>What?</p>');
    const text = card().querySelector('p') as Element;
    const saying = () => [meant(), word()?.textContent, besideIt()];
    const first = finger(text);
    first.down();
    first.go(way * 130, 0);
    await expect.poll(saying).toEqual(near);
    // It lies still, and tells nothing more.
    first.go(way * 80, 0);
    expect(graded).toEqual([]);
    await expect.poll(saying).toEqual(far);
    first.go(way * -60, 0);
    await expect.poll(saying).toEqual(near);
    first.up();
    expect(graded).toEqual([Number(near[0])]);
    await kept();

    const second = finger(text);
    second.down();
    second.go(way * 210, 0);
    await expect.poll(saying).toEqual(far);
    second.up();
    expect(graded).toEqual([Number(near[0]), Number(far[0])]);
    await kept();
  },
);

test('[TOUCH-9] a flick over the whole card is Good or Again, and one that comes back from afar nothing', async () => {
  const { graded, card, face, kept } = await shown('<p>What?</p>');
  const text = card().querySelector('p') as Element;
  swipe(text, 350);
  await kept();
  swipe(text, -350);
  await kept();
  expect(graded).toEqual([3, 1]);

  const back = finger(text);
  back.down();
  back.go(250, 0);
  await expect.poll(meant).toBe('4');
  back.go(-170, 0);
  await expect.poll(meant).toBeUndefined();
  back.up();
  await expect.poll(word).toBeNull();
  await inPlace(face);

  // A finger that is not lifted but lost, too, and what it would have become comes to nothing.
  const lost = finger(text);
  lost.down();
  lost.go(-250, 0);
  lost.lost();
  await inPlace(face);
  const other = finger(text);
  other.down();
  other.go(130, 0);
  await expect.poll(meant).toBe('3');
  other.up();
  expect(graded).toEqual([3, 1, 3]);
});

test('[TOUCH-9] no finger lies on the word, in the card’s frame and beside it', async () => {
  const { card, face } = await shown('<p>What?</p>');
  const beside = face.parentElement?.querySelector(':scope > p') as Element;
  const frameTop = face.querySelector('iframe')?.getBoundingClientRect().top ?? 0;
  const places = [
    { target: card().querySelector('p') as Element, top: frameTop },
    { target: beside, top: 0 },
  ];
  for (const { target, top } of places)
    for (const y of [30, 0.4 * innerHeight + 35, innerHeight - 30]) {
      const one = finger(target, 1, true, y - top);
      one.down();
      one.go(120, 0);
      await expect.poll(word).not.toBeNull();
      const { top: begins, bottom: ends } = (
        document.querySelector('.swipe-word') as Element
      ).getBoundingClientRect();
      expect(y < begins - 20 || y > ends + 20, `at ${y}`).toBe(true);
      one.lost();
      await inPlace(face);
      await expect.poll(word).toBeNull();
    }
});

test('[TOUCH-2] a second swipe while a grade is being saved, and one on a question, grade nothing', async () => {
  const { graded, card, kept, reveal } = await shown('<p>What?</p>');
  const text = () => card().querySelector('p') as Element;
  swipe(text(), 150);
  swipe(text(), 150);
  swipe(text(), -150);
  expect(graded).toEqual([3]);
  // One that begins on the answer and ends on the next question.
  await kept();
  const late = finger(text());
  late.down();
  late.go(150, 0);
  await reveal(false);
  late.up();
  swipe(text(), 150);
  expect(graded).toEqual([3]);
  await reveal(true);
  await painted();
  swipe(text(), -150);
  expect(graded).toEqual([3, 1]);
});

test('[TOUCH-3] scrolling, two fingers, marked words and what the system takes grade nothing', async () => {
  const { graded, card, face } = await shown('<p>What is asked for?</p>');
  const text = card().querySelector('p') as Element;
  const down = finger(text);
  down.down();
  expect(down.go(30, 200)).toBe(true);
  down.go(200, 0);
  down.up();

  const two = finger(text);
  two.down();
  two.go(60, 0);
  finger(text, 2).down(2);
  two.go(100, 0);
  two.up();
  expect(['', '0px']).toContain(swiped(face));

  // One on the card, the other beside it.
  const inside = finger(text);
  inside.down();
  const outside = finger(face.parentElement?.querySelector(':scope > p') as Element, 7);
  outside.down();
  inside.go(150, 0);
  inside.up();
  outside.go(150, 0);
  outside.up();

  const dialog = document.createElement('dialog');
  face.append(dialog);
  swipe(dialog, 150);
  dialog.remove();

  const lost = finger(text);
  lost.down();
  lost.go(150, 0);
  lost.lost();

  card().getSelection()?.selectAllChildren(text);
  swipe(text, 150);
  card().getSelection()?.removeAllRanges();
  expect(graded).toEqual([]);
  swipe(text, 150);
  expect(graded).toEqual([3]);
});

test('[TOUCH-3] what scrolls sideways is scrolled, and a table that does not is swiped', async () => {
  const wide = `<table><tr><td><div style="width:2000px">wide</div></td></tr></table>`;
  const narrow = '<table><tr><td id=narrow>narrow</td></tr></table>';
  const { graded, card } = await shown(`${wide}${narrow}<p>text</p>`);
  const cells = [...card().querySelectorAll('td')];
  swipe(cells[0] as Element, 150);
  expect(graded).toEqual([]);
  swipe(cells[1] as Element, 150);
  expect(graded).toEqual([3]);
});

test('[TOUCH-4] switched off, nothing is swiped', async () => {
  setPreferences({ swipesGrade: false });
  const { graded, card, face } = await shown('<p>What?</p>');
  swipe(card().querySelector('p') as Element, 150);
  expect(['', '0px']).toContain(swiped(face));
  expect(graded).toEqual([]);
});
