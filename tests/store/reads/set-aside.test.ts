import { expect, test } from 'vitest';
import { archiveNotes } from '../../../src/engine/commands/notes/notes.ts';
import { suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { noteIdOf } from '../../../src/kernel/ids.ts';
import { readSetAside } from '../../../src/store/reads/set-aside.ts';
import { accepted, withSampleDeck } from '../../support/deps.ts';

test('[LARGE-1] what is set aside and not read yet is counted, and found by asking for more', async () => {
  const deps = await withSampleDeck(12, 1);
  const cards = await deps.store.cards.toArray();
  const ids = cards.map(({ id }) => id);
  accepted(await suspendCards(deps, ids.slice(0, 7), true));
  accepted(
    await archiveNotes(
      deps,
      cards.slice(7, 11).map(({ id }) => noteIdOf(id)),
      true,
    ),
  );
  const some = await readSetAside(deps.store, 3);
  expect([some.suspended.length, some.archived.length, some.unread]).toEqual([3, 3, 5]);
  const all = await readSetAside(deps.store, 7);
  expect([all.suspended.length, all.archived.length, all.unread]).toEqual([7, 4, 0]);
  deps.close();
});
