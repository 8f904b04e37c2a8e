import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { keepFocusOnPage } from '../../../../src/renderer/kit/focus/kept-focus.ts';

let stop: () => void;
beforeEach(() => {
  stop = keepFocusOnPage();
});
afterEach(() => stop());

const focused = () => document.activeElement?.textContent ?? '';

function Names({ all }: { readonly all: readonly string[] }) {
  const [names, setNames] = useState(all);
  const [asked, setAsked] = useState<string>();
  const without = (name: string) => setNames(names.filter((each) => each !== name));
  return (
    <section>
      <h2>Names</h2>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button">{`Open ${name}`}</button>
              <button type="button" onClick={() => without(name)}>{`Delete ${name}`}</button>
              <button type="button" onClick={() => setAsked(name)}>{`Ask ${name}`}</button>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <dialog open>
          <button
            type="button"
            ref={(button) => button?.focus()}
            onClick={() => {
              without(asked);
              setAsked(undefined);
            }}
          >
            Yes
          </button>
        </dialog>
      )}
    </section>
  );
}

test('[KEYS-13] what is taken out of a list hands the focus to what stands in its place', async () => {
  const screen = await render(<Names all={['Ada', 'Bea', 'Cleo']} />);
  screen.getByRole('button', { name: 'Delete Bea' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Delete Cleo');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Delete Ada');
  // The list goes with its last: then the heading over it.
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Names');
});

test('[KEYS-13] also where a dialog had asked first', async () => {
  const screen = await render(<Names all={['Ada', 'Bea', 'Cleo']} />);
  screen.getByRole('button', { name: 'Ask Ada' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Yes');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Ask Bea');
});

function Pages() {
  const [page, setPage] = useState(1);
  const [isBusy, setBusy] = useState(false);
  const work = () => {
    setBusy(true);
    setTimeout(() => setBusy(false), 150);
  };
  return (
    <>
      <p>
        <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
          Back
        </button>
        <button type="button" disabled={page === 3} onClick={() => setPage(page + 1)}>
          On
        </button>
      </p>
      <p>
        <button type="button" disabled={isBusy} onClick={work}>
          Work
        </button>
        <button type="button">Other</button>
      </p>
    </>
  );
}

test('[KEYS-13] a button that disables itself hands the focus to what is beside it', async () => {
  const screen = await render(<Pages />);
  screen.getByRole('button', { name: 'On' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused, { timeout: 10_000 }).toBe('Back');
});

test('[KEYS-13] one that was only at work has it again', async () => {
  const screen = await render(<Pages />);
  screen.getByRole('button', { name: 'Work' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).not.toBe('Work');
  await expect.poll(focused, { timeout: 10_000 }).toBe('Work');
});

test('[KEYS-13] whoever leaves by the mouse is not brought back', async () => {
  const screen = await render(<Names all={['Ada', 'Bea']} />);
  const button = screen.getByRole('button', { name: 'Delete Ada' }).element() as HTMLElement;
  button.focus();
  button.blur();
  document.body.append(document.createElement('i'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(document.activeElement).toBe(document.body);
});

function Screens() {
  const [isSecond, setSecond] = useState(false);
  return (
    <>
      <button type="button">In the header</button>
      <main key={String(isSecond)}>
        <h1>{isSecond ? 'Second' : 'First'}</h1>
        {!isSecond && (
          <ul>
            <li>
              <button type="button" onClick={() => setSecond(true)}>
                On
              </button>
            </li>
          </ul>
        )}
      </main>
    </>
  );
}

test('[KEYS-13] a screen that is left is left to the next one', async () => {
  const screen = await render(<Screens />);
  (screen.getByRole('button', { name: 'In the header' }).element() as HTMLElement).focus();
  (screen.getByRole('button', { name: 'On' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('heading', { name: 'Second' })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(document.activeElement).toBe(document.body);
});
