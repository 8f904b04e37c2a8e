import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Watch } from '../../../../src/kernel/watch.ts';
import { useNewest } from '../../../../src/renderer/kit/hooks/use-newest.ts';
import { useWork } from '../../../../src/renderer/kit/progress/use-work.ts';

/** Answers that a test gives when it wants, in any order, by what was asked. */
class Answers {
  readonly #waiting = new Map<string, () => void>();
  ask(of: string): Promise<string> {
    return new Promise((resolve) => this.#waiting.set(of, () => resolve(of)));
  }
  async give(of: string): Promise<void> {
    this.#waiting.get(of)?.();
    // Whoever waits for it goes on before this does.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

test('[WAIT-1] an older answer that comes after a newer one is not shown', async () => {
  const answers = new Answers();
  function Shown({ of }: { readonly of: string }) {
    const asking = useNewest();
    const [shown, setShown] = useState('nothing');
    useEffect(() => {
      const isNewest = asking();
      void answers.ask(of).then((answer) => isNewest() && setShown(answer));
    }, [asking, of]);
    return <p>Shown: {shown}</p>;
  }
  const { rerender } = await render(<Shown of="first" />);
  await rerender(<Shown of="second" />);
  await answers.give('second');
  await expect.element(page.getByText('Shown: second')).toBeVisible();
  await answers.give('first');
  await expect.element(page.getByText('Shown: second')).toBeVisible();
});

test('[WAIT-1] an answer that comes when its screen is gone is not the newest any more', async () => {
  const answers = new Answers();
  const told: boolean[] = [];
  function Shown() {
    const asking = useNewest();
    useEffect(() => {
      const isNewest = asking();
      void answers.ask('it').then(() => told.push(isNewest()));
    }, [asking]);
    return null;
  }
  const { unmount } = await render(<Shown />);
  await unmount();
  await answers.give('it');
  expect(told).toEqual([false]);
});

test('[WAIT-2] the work that began last is told of, although the one before ends or speaks later', async () => {
  const answers = new Answers();
  let tell: Watch | undefined;
  function Works() {
    const { working, run } = useWork();
    const begin = (doing: string) =>
      void run(doing, (watch) => {
        tell ??= watch;
        return answers.ask(doing);
      });
    return (
      <>
        <button type="button" onClick={() => begin('Counting')}>
          Count
        </button>
        <button type="button" onClick={() => begin('Sorting')}>
          Sort
        </button>
        <p>{working ? `${working.doing} ${working.done}` : 'At rest'}</p>
      </>
    );
  }
  await render(<Works />);
  await page.getByRole('button', { name: 'Count' }).click();
  await page.getByRole('button', { name: 'Sort' }).click();
  await expect.element(page.getByText('Sorting 0')).toBeVisible();
  await tell?.(3, 4);
  await answers.give('Counting');
  await expect.element(page.getByText('Sorting 0')).toBeVisible();
  await answers.give('Sorting');
  await expect.element(page.getByText('At rest')).toBeVisible();
});
