import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { AtHand } from '../../../src/renderer/actions/action.ts';
import { atHand, perform, useAtHand } from '../../../src/renderer/actions/use-at-hand.ts';

function Screen(props: { readonly at: AtHand; readonly isBehind?: boolean }) {
  useAtHand(props.at, props.isBehind ? 'behind' : 'in front');
  return <input aria-label="A field" />;
}

test('[KEYS-5] a key does what the screen in front says, and else what holds everywhere', async () => {
  const did: string[] = [];
  const say = (what: string) => () => void did.push(what);
  const screen = await render(
    <>
      <Screen at={{ edit: say('the card'), why: undefined }} />
      <Screen at={{ edit: say('nothing'), undo: say('undone'), why: say('why') }} isBehind />
    </>,
  );
  await userEvent.keyboard('euy');
  perform('undo');
  expect(did).toEqual(['the card', 'undone', 'why', 'undone']);
  await screen.rerender(<Screen at={{ undo: say('alone') }} />);
  await userEvent.keyboard('eu');
  expect(did.slice(4)).toEqual(['alone']);
  await screen.unmount();
  expect(atHand()).toEqual({});
  await userEvent.keyboard('u');
  expect(did).toHaveLength(5);
});

test('[KEYS-2] keys rest in a field and while a dialog is open', async () => {
  const did: string[] = [];
  const screen = await render(
    <>
      <Screen at={{ info: () => void did.push('info') }} />
      <dialog aria-label="Over it">
        <p>Words</p>
      </dialog>
    </>,
  );
  await screen.getByRole('textbox').click();
  await userEvent.keyboard('i');
  const dialog = document.querySelector('dialog');
  dialog?.showModal();
  await userEvent.keyboard('i');
  expect(did).toEqual([]);
  dialog?.close();
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard('i');
  expect(did).toEqual(['info']);
});
