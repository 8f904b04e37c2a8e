import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Missing } from '../../../src/engine/journal/recovery/missing.ts';
import type { Recovered } from '../../../src/engine/journal/recovery/recover.ts';
import { ok } from '../../../src/kernel/problem.ts';
import { Recovery } from '../../../src/renderer/recovery/recovery.tsx';

const NONE = new Map();

async function said(missing: Partial<Missing>, recovered: Partial<Recovered>): Promise<string> {
  const all = { operations: 0, media: 0, fromFolder: 0, copies: [], lost: [], ...recovered };
  const screen = await render(
    <Recovery
      missing={{ operations: all.operations, from: NONE, to: NONE, isAll: false, ...missing }}
      putBack={async () => ok(all)}
      onGoOn={() => {}}
      onTryAgain={() => {}}
    />,
  );
  const status = screen.getByRole('status');
  await expect.element(status).toBeVisible();
  const text = status.element().textContent ?? '';
  await screen.unmount();
  return text;
}

test('[JOURNAL-14] [JOURNAL-9] what came back is said to be from where it came, and from nowhere else', async () => {
  const fromJournal = '3 steps were put back from the journal.';
  expect(await said({}, { operations: 3 })).toContain(fromJournal);
  expect(await said({}, { operations: 3, fromFolder: 2 })).toContain(fromJournal);
  const fromFolder = await said({}, { operations: 3, fromFolder: 3 });
  expect(fromFolder).toContain('3 steps were put back.');
  expect(fromFolder).toContain('3 steps that the journal has lost are from the folder');
  const copies = [
    { atMillis: 1_772_438_400_000, steps: 2 },
    { atMillis: 1_772_352_000_000, steps: 1 },
  ];
  const fromBoth = await said({}, { operations: 3, copies });
  expect(fromBoth).not.toContain('All of them');
  expect(fromBoth).toContain('2 steps that the journal has lost');
  expect(await said({}, { operations: 2, copies: copies.slice(0, 1) })).toContain('All of them');
});

test('[JOURNAL-9] a journal of which nothing can be read is not said to be none', async () => {
  const missing = { isAll: true, isFromCopies: true };
  const copies = [{ atMillis: 1_772_438_400_000, steps: 3 }];
  const words = await said(missing, { operations: 3, copies });
  expect(words).toContain('no journal could be read; the newest copy had 3 steps.');
});
