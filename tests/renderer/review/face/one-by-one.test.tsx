import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { fieldText, type NoteType } from '../../../../src/domain/content/note-type.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import { CardFace } from '../../../../src/renderer/review/face/card-face.tsx';
import type { CardInFull } from '../../../../src/store/reads/card-info.ts';
import { readCard } from '../../../../src/store/reads/card-info.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { until } from '../../card/show-card.tsx';

let deps: TestDeps;
let sample: CardInFull;
beforeEach(async () => {
  deps = await withSampleDeck(1);
  const [id] = await deps.store.cards.toCollection().primaryKeys();
  sample = (await readCard(deps.store, id as never)) as CardInFull;
});
afterEach(() => deps.close());

/** A type in AnKing's manner: its script would have revealed the deletions one by one. */
function clozeCard(text: string): CardInFull {
  const { noteType, note } = sample;
  const [field] = noteType.fields;
  const [template] = noteType.templates;
  if (!field || !template) throw new Error('The sample has no type.');
  const question = `<div id="text">{{cloze:${field.name}}}</div>`;
  const front = `${question}<details><summary>Hint</summary>a hint</details><script>oneByOne()</script>`;
  const type: NoteType = {
    ...noteType,
    kind: 'cloze',
    fields: [field],
    templates: [{ ...template, slot: 1, front, back: `${question}<hr id=answer>the rest` }],
  };
  expect(fieldText(note.fields, field.id)).not.toBe('');
  return { ...sample, noteType: type, note: { ...note, fields: { [field.id]: text } } };
}

async function shown(card: CardInFull) {
  let reveals = 0;
  function Holder() {
    const [count, setCount] = useState(0);
    const [isRevealed, setRevealed] = useState(false);
    return (
      <CardFace
        showing={card}
        likely={undefined}
        isRevealed={isRevealed}
        oneByOne={{ shown: count, onShown: setCount }}
        typedText=""
        onTyped={() => {}}
        onReveal={() => {
          reveals++;
          setRevealed(true);
        }}
      />
    );
  }
  const screen = await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Holder />
      </Announcer>
    </EngineProvider>,
  );
  const frame = () => screen.container.querySelector('iframe')?.contentDocument;
  const text = () => frame()?.querySelector<HTMLElement>('#text')?.innerText.trim() ?? '';
  await until(() => text() !== '');
  return { screen, frame, text, reveals: () => reveals };
}

test('[TEMPLATE-37] a key and a button show one deletion after the other, the last with the answer', async () => {
  const { screen, frame, text, reveals } = await shown(
    clozeCard('{{c1::one}}, {{c1::<b>two</b>}} and {{c1::three}}'),
  );
  const button = screen.getByRole('button', { name: /Show one more/ });
  await expect.element(screen.getByText('0 of 3 shown')).toBeVisible();
  frame()?.querySelector('summary')?.click();

  await userEvent.keyboard('n');
  await until(() => text() === 'one, […] and […]');
  expect(frame()?.querySelector('details')?.open).toBe(true);
  await expect.element(screen.getByRole('status')).toHaveTextContent('one');

  await button.click();
  await until(() => text() === 'one, two and […]');
  await expect.element(screen.getByText('2 of 3 shown')).toBeVisible();
  await expect.element(screen.getByRole('status')).toHaveTextContent('two');
  expect(reveals()).toBe(0);

  await userEvent.keyboard('n');
  await until(() => frame()?.body.innerText.includes('the rest') === true);
  expect(reveals()).toBe(1);
  expect(text()).toBe('one, two and three');
  expect(button.query()).toBeNull();
  await userEvent.keyboard('n');
  expect(reveals()).toBe(1);
});

test('[TEMPLATE-37] where there is one deletion, or none, nothing is offered', async () => {
  const { screen, text } = await shown(clozeCard('{{c1::one}} and {{c2::two}}'));
  expect(screen.getByRole('button', { name: /Show one more/ }).query()).toBeNull();
  await userEvent.keyboard('n');
  expect(text()).toBe('[…] and two');
});
