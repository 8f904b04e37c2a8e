import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { addNote } from '../../../src/engine/commands/notes/notes.ts';
import type { CardId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { CardRows } from '../../../src/renderer/insights/sections/answering/card-rows.tsx';
import { accepted, engineOf, type TestDeps, testDeps } from '../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

test('[INSIGHT-6] a card that costs much has the advice on its note, is edited there and leads to the library', async () => {
  deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Anatomy'));
  const fields = { front: 'Is it true?', back: 'yes' } as unknown as FieldTexts;
  const text = { noteTypeId: 'basic' as NoteTypeId, fields, sections: [] };
  const { noteId } = accepted(await addNote(deps, deckId, text));
  const card = {
    cardId: `${noteId}/1` as CardId,
    noteId,
    text: 'Is it true?',
    deckName: 'Anatomy',
  };
  const { hook, history } = memoryLocation({ path: '/insights', record: true });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <CardRows cards={[card]} said={() => '7 of 20 failed'} />
      </EngineProvider>
    </Router>,
  );
  const row = page.getByRole('listitem');
  await expect.element(row.getByText('7 of 20 failed')).toBeVisible();
  await expect.poll(() => document.querySelectorAll('.card-row-advice').length).toBeGreaterThan(0);
  await row.getByRole('button', { name: 'Is it true?', exact: true }).click();
  expect(decodeURIComponent(history.at(-1) ?? '')).toBe(`/library?search=cid:${card.cardId}`);
  await row.getByRole('button', { name: /^Edit/ }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
});
