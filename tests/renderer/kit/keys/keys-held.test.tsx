import { type ComponentType, useEffect, useRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useAtHand } from '../../../../src/renderer/actions/use-at-hand.ts';
import { Dialog } from '../../../../src/renderer/kit/dialog/dialog.tsx';
import { DialogPart } from '../../../../src/renderer/kit/dialog/dialog-part.tsx';
import { NameDialog } from '../../../../src/renderer/places/name-dialog.tsx';
import { comesLater } from '../../../../src/renderer/kit/page/comes-later.tsx';

interface Closing {
  readonly onClose: () => void;
}

const grades: number[] = [];
let arrive = (): void => {};
afterEach(() => {
  grades.length = 0;
  // All that comes later is loaded ahead by a test of that.
  arrive();
});

function WithField({ onClose }: Closing) {
  const [text, setText] = useState('');
  return (
    <Dialog title="Edit" onClose={onClose}>
      <input
        aria-label="Front"
        value={text}
        onChange={({ target }) => setText(target.value)}
        data-first
      />
    </Dialog>
  );
}
/** As an editor has it: the focus comes after it is drawn. */
function WithLateFocus() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      field.current?.focus();
      pressed('b');
    }, 30);
    return () => clearTimeout(timer);
  }, []);
  return <textarea aria-label="Front" ref={field} />;
}
function pressed(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, key);
}
function WithNone({ onClose }: Closing) {
  return (
    <Dialog title="Facts" onClose={onClose}>
      <p>Facts</p>
    </Dialog>
  );
}

/** A card that is graded by 1 to 4, and whose dialog, opened by e, comes when `arrive` is called. */
async function aCardWith(dialog: ComponentType<Closing>): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const Later = comesLater(async () => {
    await arrived;
    return dialog;
  });
  function Card() {
    const [isOpen, setOpen] = useState(false);
    useAtHand({ grade: (grade) => grades.push(grade), edit: () => setOpen(true) });
    return isOpen ? (
      <DialogPart>
        <Later onClose={() => setOpen(false)} />
      </DialogPart>
    ) : (
      <p>The card</p>
    );
  }
  await render(<Card />);
}

test('[KEYS-11] keys after the one that opens a dialog are kept from the card, and come into its field', async () => {
  await aCardWith(WithField);
  await userEvent.keyboard('3');
  expect(grades).toEqual([3]);
  await userEvent.keyboard('e3 mgx{Backspace}{Enter}');
  arrive();
  const front = page.getByRole('textbox', { name: 'Front' });
  await expect.element(front).toHaveValue('3 mg');
  await userEvent.keyboard('/d');
  await expect.element(front).toHaveValue('3 mg/d');
  await userEvent.keyboard('{Escape}3');
  expect(grades).toEqual([3, 3]);
});

test('[KEYS-11] what is typed the moment the field has the focus comes after what was kept for it', async () => {
  await aCardWith(WithLateFocus);
  await userEvent.keyboard('ea');
  arrive();
  await expect.element(page.getByRole('textbox', { name: 'Front' })).toHaveValue('ab');
});

test('[KEYS-11] a dialog without a field takes none of them, and is closed as ever', async () => {
  await aCardWith(WithNone);
  await userEvent.keyboard('e33');
  arrive();
  await expect.element(page.getByRole('dialog', { name: 'Facts' })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('The card')).toBeVisible();
  await userEvent.keyboard('2');
  expect(grades).toEqual([2]);
});

test('[KEYS-11] what does not come is waited for no longer after Escape', async () => {
  await aCardWith(WithField);
  await userEvent.keyboard('e3{Escape}4');
  expect(grades).toEqual([4]);
});

test('[KEYS-11] the key that opens it, held down, is no text, and neither are spaces', async () => {
  await aCardWith(WithField);
  await userEvent.keyboard('{e>5/} ');
  arrive();
  const front = page.getByRole('textbox', { name: 'Front' });
  await expect.element(front).toHaveFocus();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect.element(front).toHaveValue('');
});

test('[KEYS-12] what stands in the first field of a dialog is selected: typing puts another in its place', async () => {
  await render(
    <NameDialog title="Rename" doIt="Rename" name="Trials" onName={() => {}} onClose={() => {}} />,
  );
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard('Risks');
  await expect.element(name).toHaveValue('Risks');
});
