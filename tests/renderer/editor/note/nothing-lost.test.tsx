import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { parseDeck } from '../../../../src/domain/deck-text/parse-deck.ts';
import { loadDeck, NO_CHOICE } from '../../../../src/engine/commands/decks/load-deck.ts';
import { useAtHand } from '../../../../src/renderer/actions/use-at-hand.ts';
import type { DeckId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { keepDraft } from '../../../../src/engine/commands/notes/drafts.ts';
import { accepted, type TestDeps, testDeps } from '../../../support/deps.ts';
import { paste } from '../rich/field.tsx';
import { choose, ctrlEnter, fieldNamed, notesOf, png, showAdd } from './show-add.tsx';
import { waitFor } from '../../../support/wait-for.ts';

let deps: TestDeps;
let deckId: DeckId;

beforeEach(async () => {
  localStorage.clear();
  deps = await testDeps();
  deckId = accepted(await createDeck(deps, 'Neurology'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
  deps.close();
});

const added = async (count = 1) => {
  await waitFor(async () => expect(await notesOf(deps)).toHaveLength(count));
  return (await notesOf(deps)).at(-1);
};

/** Keeps every file waiting to be read until it is let through. */
function slowDisk(): () => void {
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const read = Blob.prototype.arrayBuffer;
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(async function (this: Blob) {
    await gate;
    return read.call(this);
  });
  return open;
}

const focused = () => document.activeElement as HTMLElement;

test('[WRITE-7] Ctrl+Enter takes the tag that is being typed', async () => {
  await showAdd(deps);
  await userEvent.keyboard('Front');
  await page.getByRole('combobox', { name: 'Tags' }).click();
  await userEvent.keyboard('Pharmacology');
  await ctrlEnter();
  expect((await added())?.sections).toEqual(['Pharmacology']);
});

test('[EDITOR-26][WRITE-1] a note is added with the picture that was still being stored', async () => {
  await showAdd(deps);
  const letThrough = slowDisk();
  await userEvent.keyboard('Which lesion? ');
  paste(focused(), {}, [png('lesion.png')]);
  await ctrlEnter();
  await userEvent.keyboard('?');
  letThrough();
  const fields = (await added())?.fields as Record<string, string>;
  expect(fields.front).toContain('<img src="lesion.png">');
});

test('[EDITOR-26][WRITE-1] a file that is refused while the note waits for it holds the note back', async () => {
  await showAdd(deps);
  const letThrough = slowDisk();
  await userEvent.keyboard('Which lesion? ');
  paste(focused(), {}, [new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' })]);
  await ctrlEnter();
  letThrough();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/SVG/);
  expect(await notesOf(deps)).toEqual([]);
  await ctrlEnter();
  await added();
});

test('[MEDIA-4] what was refused stays said when another file is taken', async () => {
  await showAdd(deps);
  paste(focused(), {}, [
    new File([], 'first.png', { type: 'image/png' }),
    new File([], 'second.png', { type: 'image/png' }),
    png('third.png'),
  ]);
  await waitFor(() => expect(document.querySelector('.rich-text img')).not.toBeNull());
  await expect.element(page.getByRole('alert')).toHaveTextContent(/first\.png.*second\.png/);
});

test('[EDITOR-26] what is attached before any field has the focus goes into the first', async () => {
  await keepDraft(deps, 'add', { deckId, noteTypeId: 'basic', fields: {}, sections: [] });
  const screen = await showAdd(deps);
  await choose('Type', 'Cloze');
  await userEvent.upload(page.getByLabelText('Files to add'), png('scan.png'));
  await waitFor(() =>
    expect(screen.container.querySelector('.rich-text')?.innerHTML).toContain('scan.png'),
  );
});

test('[EDITOR-20] what is attached to a field’s source keeps what was written there', async () => {
  await showAdd(deps);
  await userEvent.keyboard('Front');
  await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  await userEvent.keyboard('{End} and more');
  await userEvent.upload(page.getByLabelText('Files to add'), png('scan.png'));
  await waitFor(() =>
    expect(document.querySelector<HTMLTextAreaElement>('.rich-source')?.value).toBe(
      'Front and more<img src="scan.png">',
    ),
  );
  await ctrlEnter();
  expect((await added())?.fields).toEqual({ front: 'Front and more<img src="scan.png">' });
});

test('[MASK-20] a picture that is taken or attached becomes that of a note without one', async () => {
  await showAdd(deps);
  await choose('Type', 'Image occlusion');
  const letThrough = slowDisk();
  await userEvent.upload(page.getByLabelText('Files to add'), png('scan.png'));
  await fieldNamed('Header').click();
  await userEvent.keyboard('Written meanwhile');
  letThrough();
  await waitFor(async () => {
    const [draft] = await deps.store.drafts.toArray();
    expect(draft?.value).toMatchObject({
      fields: { image: '<img src="scan.png">', header: 'Written meanwhile' },
    });
  });
});

test('[WRITE-1][WRITE-2] what is kept for the next note is there after a change of screen', async () => {
  const first = await showAdd(deps);
  await userEvent.keyboard('Front');
  await fieldNamed('Source').click();
  await userEvent.keyboard('A book');
  await ctrlEnter();
  await added();
  await expect.element(page.getByText('Added.', { exact: true }).first()).toBeVisible();
  await expect.element(fieldNamed('Source')).toHaveTextContent('A book');
  await first.unmount();
  const second = await showAdd(deps);
  await expect.element(fieldNamed('Source')).toHaveTextContent('A book');
  expect(await deps.store.drafts.count()).toBe(0);
  await second.unmount();
});

test('[WRITE-2] what is written is kept while one goes on writing', async () => {
  await showAdd(deps);
  for (const letter of 'A long sentence') {
    await userEvent.keyboard(letter);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await deps.store.drafts.count()).toBe(1);
});

test('[WRITE-2] a draft whose type is gone is a note of the type that is shown', async () => {
  const gone = 'gone' as NoteTypeId;
  const fields = { front: 'Kept' };
  await keepDraft(deps, 'add', { deckId, noteTypeId: gone, fields, sections: [] });
  await showAdd(deps);
  await ctrlEnter();
  expect(await added()).toMatchObject({ noteTypeId: BASIC.id, fields });
});

test('[WRITE-5] a card that asks for typing is shown with the field for it, closed', async () => {
  const draft = { deckId, noteTypeId: 'typed', fields: { front: 'Feared?', back: 'PML' } };
  await keepDraft(deps, 'add', { ...draft, sections: [] });
  await showAdd(deps);
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  await expect.element(page.getByRole('textbox', { name: 'Your answer' })).toBeDisabled();
  await choose('Type', 'Basic');
  await expect.element(page.getByRole('textbox', { name: 'Your answer' })).not.toBeInTheDocument();
});

test('[WRITE-14] Escape leaves Add from a field, and what is written is there again', async () => {
  const screen = await showAdd(deps);
  const left: string[] = [];
  function Frame() {
    useAtHand({ leave: () => left.push('left') }, 'behind');
    return null;
  }
  const frame = await render(<Frame />);
  await userEvent.keyboard('Half a question{Escape}');
  expect(left).toHaveLength(1);
  await page.getByRole('combobox', { name: 'Tags' }).click();
  await userEvent.keyboard('Renal{Escape}');
  expect(left).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  expect(left).toHaveLength(2);
  await frame.unmount();
  await screen.unmount();
  await showAdd(deps);
  await expect.element(fieldNamed('Front')).toHaveTextContent('Half a question');
  await expect.element(page.getByRole('button', { name: 'Take off the tag Renal' })).toBeVisible();
});

test('[WRITE-15] the first own note goes into “My cards”, which is asked once', async () => {
  const own = await testDeps();
  const text = '# Shipped\n- deck: shipped\n- source: s\n## S\n### a\nQ: q\nA: a\n';
  accepted(await loadDeck(own, parseDeck(text), NO_CHOICE, 'program', 'edition 1'));
  await showAdd(own);
  await expect.element(page.getByRole('combobox', { name: 'Deck' })).toHaveValue('My cards');
  await page.getByRole('button', { name: /^Put it into/ }).click();
  await expect.element(page.getByRole('combobox', { name: 'Deck' })).toHaveValue('Shipped');
  await page.getByRole('button', { name: /^Make/ }).click();
  await userEvent.keyboard('Mine');
  await ctrlEnter();
  await waitFor(async () => {
    const names = (await own.store.decks.toArray()).map(({ name }) => name);
    expect(names.sort()).toEqual(['My cards', 'Shipped']);
  });
  await expect.element(page.getByText(/Your first own note/)).not.toBeInTheDocument();
  await cleanup();
  own.close();
});
