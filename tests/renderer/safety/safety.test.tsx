import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { closedInWords } from '../../../src/renderer/safety/closed-words.ts';
import { Damage } from '../../../src/engine/damage.ts';
import { DamageWatch } from '../../../src/renderer/safety/damage-watch.tsx';
import { RoomLine } from '../../../src/renderer/safety/room-line.tsx';
import { StorageNotice } from '../../../src/renderer/kit/page/storage-notice.tsx';
import { DiskRoom } from '../../../src/store/place/room.ts';
import { LONG_MILLIS, Waits } from '../../../src/store/place/waits.ts';
import { WaitWatch } from '../../../src/renderer/safety/wait-watch.tsx';

test.each([
  [
    { isDiskFull: 'likely' as const, isInJournal: true },
    /most likely/,
    /in the journal/,
    /^Free some/,
  ],
  [{ isDiskFull: true, isInJournal: true }, /disk is full/, /in the journal as well/, /^Free some/],
  [{ isDiskFull: true, isInJournal: false }, /disk is full/, /does not have all/, /^Free some/],
  [
    { isDiskFull: false, isInJournal: true },
    /site data is cleared/,
    /in the journal/,
    /^Load this page again\. Where it closes once more, put the cards back/,
  ],
  [
    { isDiskFull: false, isInJournal: false },
    /site data is/,
    /the database may/,
    /do not study on/,
  ],
  [
    { isDiskFull: false, isInJournal: 'emptied' as const },
    /the journal are gone/,
    /saved as a file/,
    /^Load this page again, then load your newest/,
  ],
])(
  '[STORE-16] closed by the browser, %o: the words are those of the cause',
  (known, what, kept, todo) => {
    const said = closedInWords({ why: 'closed-by-browser', ...known });
    expect(said.what).toMatch(what);
    expect(said.kept).toMatch(kept);
    expect(said.todo).toMatch(todo);
    expect(Object.values(said).join(' ')).not.toMatch(/backup/);
  },
);

test('[STORE-14] what is safe is said above every screen, for as long as there is no room', async () => {
  const room = new DiskRoom();
  const screen = await render(<RoomLine room={room} />);
  await expect.element(screen.getByRole('status')).not.toBeInTheDocument();
  room.refused(new DOMException('full', 'QuotaExceededError'));
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent(/the last change was not saved/);
  room.accepted();
  await expect.element(screen.getByRole('status')).not.toBeInTheDocument();
  room.refused(new DOMException('broken off', 'AbortError'));
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent(/most likely because the disk/);
  room.askThrough(async () => 5);
  await expect.element(screen.getByRole('status')).toHaveTextContent(/has stopped writing/);
});

test('[STORE-20] a change that takes long says what it waits for, until it is accepted', async () => {
  const waits = new Waits();
  const screen = await render(<WaitWatch waits={waits} />);
  const line = screen.getByRole('status');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const finish: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => finish.push(resolve));
  const quick = waits.during('database', work());
  finish.shift()?.();
  await quick;
  const written = waits.during('database', work());
  const failed = waits.during('journal', Promise.reject(new Error('full'))).catch(() => 'told');
  expect(await failed).toBe('told');
  vi.advanceTimersByTime(LONG_MILLIS - 1);
  expect(waits.waitedFor).toBeUndefined();
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await expect.element(line).toHaveTextContent(/is being written: the disk has not answered/);
  finish.shift()?.();
  await written;
  await expect.element(line).not.toBeInTheDocument();
});

test('[STORE-17] a damaged database is said above every screen, with the way to have the cards again', async () => {
  const damage = new Damage();
  let asked = 0;
  const screen = await render(
    <DamageWatch
      damage={damage}
      mayPutBack={() => true}
      isInJournal={() => true}
      putBack={async () => {
        asked++;
      }}
    />,
  );
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  damage.found();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/is in the journal as well/);
  await screen.getByRole('button', { name: 'Put the cards back' }).click();
  expect(asked).toBe(1);
});

test('[STORE-13] that the browser promises nothing is said once', async () => {
  localStorage.removeItem('rounds-storage-told');
  const screen = await render(<StorageNotice />);
  await screen.getByRole('button', { name: 'Understood' }).click();
  await expect.element(screen.getByText(/has not promised/)).not.toBeInTheDocument();
  await screen.unmount();
  const again = await render(<StorageNotice />);
  await expect.element(again.getByText(/has not promised/)).not.toBeInTheDocument();
});
