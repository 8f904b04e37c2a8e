import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DEFAULT_PRESET_ID } from '../../../src/domain/collection/deck.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { addPreset } from '../../../src/engine/commands/settings/settings.ts';
import { tagNotes } from '../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readPreset } from '../../../src/store/reads/settings.ts';
import { accepted, cardOf, noteOf } from '../../support/deps.ts';
import {
  button,
  dialog,
  FRONTS,
  field,
  item,
  listed,
  node,
  row,
  type Sample,
  sampleLibrary,
  showLibrary,
} from './show-library.tsx';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleLibrary();
});
afterEach(() => sample.deps.close());

/** The library with its tree, and the focus on the tree's row `name`. */
async function begin(name: string | RegExp): Promise<void> {
  await showLibrary(sample.deps);
  await expect.element(node(name)).toBeVisible();
  await expect.poll(() => listed().length).toBe(5);
  (node(name).element() as HTMLElement).focus();
  await expect.element(node(name)).toHaveFocus();
}

async function deckNames(): Promise<string[]> {
  return (await sample.deps.store.decks.toArray()).map((deck) => deck.name).sort();
}
const sectionsOf = async (front: string) =>
  (await noteOf(sample.deps, sample.noteOf(front))).sections;

test('[LIBRARY-13] decks and sections stand as trees with their cards, those below them included', async () => {
  await begin(/^Medicine/);
  expect(node('Medicine 3 cards').element().getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(node('Neurology 2 cards')).toBeVisible();
  await expect.element(node('Neurology 2 cards')).toHaveAttribute('aria-level', '3');
  await expect.element(node('Lectures 4 cards')).toBeVisible();
  await expect.element(node('All cards 5 cards')).toHaveAttribute('aria-selected', 'true');
});

test('[LIBRARY-13] Enter searches for the row; with Ctrl and, with Shift or, with Alt not', async () => {
  await begin(/^Medicine/);
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('deck:Medicine');
  await expect.poll(() => listed().length).toBe(3);
  await expect.element(node(/^Medicine/)).toHaveAttribute('aria-selected', 'true');
  (node(/^Exam/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
  await expect.element(field()).toHaveValue('deck:Medicine -tag:Exam');
  await expect.poll(() => listed().length).toBe(2);
  (node(/^Anatomy/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.poll(() => listed().length).toBe(4);
  (node(/^Lectures/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .element(field())
    .toHaveValue('(deck:Medicine -tag:Exam or deck:Anatomy) tag:Lectures');
});

test('[LIBRARY-13] a click does the same with the same keys held', async () => {
  await begin(/^Medicine/);
  await node(/^Exam/).click();
  await expect.element(field()).toHaveValue('tag:Exam');
  await node(/^Medicine/).click({ modifiers: ['Control'] });
  await expect.element(field()).toHaveValue('tag:Exam deck:Medicine');
  await node(/^All cards/).click();
  await expect.element(field()).toHaveValue('');
});

test('[LIBRARY-14] one stop for Tab; arrows open, close and go; letters find a name', async () => {
  await begin(/^All cards/);
  expect(document.querySelectorAll('[role="treeitem"][tabindex="0"]')).toHaveLength(1);
  await userEvent.keyboard('lec');
  await expect.element(node(/^Lectures/)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(node(/^Monday/)).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(node(/^Lectures/)).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(node(/^Monday/)).not.toBeInTheDocument();
  await userEvent.keyboard('{End}');
  await expect.element(node(/^Flags/)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(node(/^All cards/)).toHaveFocus();
});

test('[LIBRARY-14] the focus outlives counting anew and scrolling away', async () => {
  const tags = Array.from({ length: 120 }, (_, index) => `Topic ${String(index).padStart(3, '0')}`);
  accepted(await tagNotes(sample.deps, [sample.noteOf(FRONTS[0] ?? '')], { add: tags }));
  await begin(/^Topic 002/);
  const scroller = document.querySelector('.tree-scroller');
  scroller?.scrollTo(0, 5000);
  await expect.poll(() => document.querySelectorAll('[role="treeitem"]').length).toBeGreaterThan(5);
  accepted(await suspendCards(sample.deps, [sample.cardOf(FRONTS[1] ?? '')], true));
  await expect.element(node('Suspended 1 card')).toBeInTheDocument();
  await expect.element(node(/^Topic 002/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(node(/^Topic 003/)).toHaveFocus();
});

test('[LIBRARY-15] Move to… takes a deck and what is below it elsewhere, by keyboard alone', async () => {
  await begin(/^Medicine/);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(item('Study')).toHaveFocus();
  await userEvent.keyboard('mov');
  await expect.element(item(/^Move to/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByRole('combobox')).toHaveFocus();
  const places = dialog().getByRole('option').elements();
  expect(places.map((place) => place.textContent)).toEqual(['Anatomy']);
  await userEvent.keyboard('ana{Enter}');
  await expect
    .poll(deckNames)
    .toEqual(['Anatomy', 'Anatomy::Medicine::Cardiology', 'Anatomy::Medicine::Neurology']);
  await expect.element(button(/^Undo/)).toBeVisible();
  await button(/^Undo/).click();
  await expect.poll(deckNames).toEqual(['Anatomy', 'Medicine::Cardiology', 'Medicine::Neurology']);
});

test('[LIBRARY-15] Ctrl+X and Ctrl+V move a section; Escape leaves it where it is', async () => {
  await begin(/^Exam/);
  await userEvent.keyboard('{Control>}x{/Control}');
  await expect.element(page.getByText(/“Exam” taken up/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(/“Exam” stays/)).toBeVisible();
  await userEvent.keyboard('{Control>}x{/Control}lec{Control>}v{/Control}');
  await expect.poll(() => sectionsOf('Drug for Pneumocystis?')).toEqual(['Lectures::Exam']);
});

test('[LIBRARY-15] nothing goes into itself or to the other tree', async () => {
  await begin(/^Lectures/);
  await userEvent.keyboard('{Control>}x{/Control}{ArrowRight}{ArrowRight}{Control>}v{/Control}');
  await expect.element(page.getByText(/“Lectures” cannot go there/)).toBeVisible();
  (node(/^Anatomy/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}v{/Control}');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await sectionsOf('Drug for absence seizures?')).toEqual(['Lectures::Tuesday']);
  expect(await deckNames()).toHaveLength(3);
});

test('[LIBRARY-15] a deck dragged onto another goes into it; onto Decks, to the top', async () => {
  await begin(/^Medicine/);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(node(/^Neurology/)).toBeVisible();
  await userEvent.dragAndDrop(node(/^Neurology/), node(/^Anatomy/));
  await expect.poll(deckNames).toEqual(['Anatomy', 'Anatomy::Neurology', 'Medicine::Cardiology']);
  await expect.element(node(/^Cardiology/)).toBeVisible();
  await userEvent.dragAndDrop(node(/^Cardiology/), node(/^Decks/));
  await expect.poll(deckNames).toEqual(['Anatomy', 'Anatomy::Neurology', 'Cardiology']);
});

test('[LIBRARY-16] F2 renames a section in place, with those below it', async () => {
  await begin(/^Lectures/);
  await userEvent.keyboard('{F2}');
  await expect.element(dialog().getByLabelText('Name')).toHaveFocus();
  await expect.element(dialog().getByLabelText('Name')).toHaveValue('Lectures');
  await userEvent.fill(dialog().getByLabelText('Name'), 'Course');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sectionsOf('Sign of hyperkalaemia?')).toEqual(['Course::Tuesday']);
  // The focus stays in the tree, at the row in its place.
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('treeitem');
  await expect.element(node('Course 4 cards')).toBeVisible();
});

test('[LIBRARY-16] a section that gets the name of another is said to become one with it, before and after', async () => {
  await begin(/^Lectures/);
  await userEvent.keyboard('{F2}');
  const name = dialog().getByLabelText('Name');
  await userEvent.fill(name, 'exam');
  await expect
    .element(dialog().getByRole('status'))
    .toHaveTextContent('“Exam” is there already: both would be one section.');
  await userEvent.fill(name, 'LECTURES');
  await expect.element(dialog().getByRole('status')).toHaveTextContent(/^$/);
  await userEvent.fill(name, 'exam');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByText('“Lectures” is now one with “Exam”, which was there already.'))
    .toBeVisible();
  await button(/^Undo/).click();
  await expect.poll(() => sectionsOf('Sign of hyperkalaemia?')).toEqual(['Lectures::Tuesday']);
});

test('[LIBRARY-16] a deck is created inside another, and a name that is taken is refused', async () => {
  await begin(/^Anatomy/);
  for (const said of ['“Anatomy::Nerves” created', 'There is already a deck']) {
    await node(/^Anatomy/).click({ button: 'right' });
    await item(/^New deck here/).click();
    await userEvent.fill(dialog().getByLabelText('Name'), 'Nerves');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(new RegExp(said))).toBeVisible();
  }
  expect(await deckNames()).toContain('Anatomy::Nerves');
});

test('[LIBRARY-16] a new section takes the chosen notes; without any it says how', async () => {
  await begin(/^Lectures/);
  await node(/^Lectures/).click({ button: 'right' });
  await item(/^New section here/).click();
  await expect.element(page.getByText(/as soon as a note has it/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await row(/Pneumocystis/).click();
  await node(/^Lectures/).click({ button: 'right' });
  await item(/^New section here/).click();
  await userEvent.fill(dialog().getByLabelText('Name'), 'Friday');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sectionsOf('Drug for Pneumocystis?'))
    .toEqual(['Exam', 'Lectures::Friday']);
});

test('[LIBRARY-16] a deck is merged into another with its notes, whose number is told first', async () => {
  await begin(/^Anatomy/);
  await node(/^Anatomy/).click({ button: 'right' });
  await item(/^Merge into/).click();
  await expect.element(dialog().getByText('2 cards are in it.')).toBeVisible();
  await userEvent.keyboard('neuro{Enter}');
  await expect.poll(deckNames).toEqual(['Medicine::Cardiology', 'Medicine::Neurology']);
  await expect.element(node('Medicine 5 cards')).toBeVisible();
});

test('[LIBRARY-16] deleting a deck moves its notes, or deletes them too; undo brings all back', async () => {
  await begin(/^Anatomy/);
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText(/2 cards are in it/)).toBeVisible();
  await expect.element(dialog().getByRole('button', { name: 'Move and delete' })).toBeDisabled();
  await dialog().getByRole('option', { name: 'Medicine::Neurology' }).click();
  await dialog().getByRole('button', { name: 'Move and delete' }).click();
  await expect.element(node('Medicine 5 cards')).toBeVisible();
  accepted(await undoLast(sample.deps));
  await expect.element(node('Anatomy 2 cards')).toBeVisible();

  (node(/^Anatomy/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Delete}');
  await dialog()
    .getByLabelText(/are deleted too/)
    .click();
  await dialog().getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => listed().length).toBe(3);
  await button(/^Undo/).click();
  await expect.poll(() => listed().length).toBe(5);
});

test('[LIBRARY-16] deleting a section leaves the notes, or deletes them with archived ones', async () => {
  await begin(/^Exam/);
  await userEvent.keyboard('{Delete}{Enter}');
  await expect.poll(() => sectionsOf('Drug for Pneumocystis?')).toEqual([]);
  await expect.element(node('Without any 1 card')).toBeVisible();
  (node(/^Lectures/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Delete}{ArrowDown}{Enter}');
  await expect.poll(() => listed()).toEqual(['Drug for Pneumocystis?']);
  expect(await sample.deps.store.notes.count()).toBe(1);
});

test('[LIBRARY-17] a deck, a section and chosen rows are studied from here', async () => {
  const { places } = await showLibrary(sample.deps);
  const session = () => sample.deps.store.sessions.get('current');
  await expect.element(node(/^Medicine/)).toBeVisible();
  await node(/^Anatomy/).click({ button: 'right' });
  await item('Study').click();
  await expect.poll(() => places.at(-1)).toBe('/review');
  const anatomy = await sample.deps.store.decks.filter((deck) => deck.name === 'Anatomy').first();
  expect(await session()).toMatchObject({ deckId: anatomy?.id });

  await node(/^Exam/).click({ button: 'right' });
  await item('Study').click();
  await expect.poll(async () => (await session())?.section).toBe('Exam');

  // No deck of its own stands behind a mere part of a path.
  await node(/^Medicine/).click({ button: 'right' });
  await item('Study').click();
  await expect.poll(async () => (await session())?.cardIds?.length).toBe(3);

  await row(/tongue/).click();
  await button('Study').click();
  await item('Study these').click();
  await expect
    .poll(async () => (await session())?.cardIds)
    .toEqual([sample.cardOf('Which nerve moves the tongue?')]);
});

test('[CARD-4] releasing a section unsuspends its cards, new ones so many a day', async () => {
  const fronts = ['Which nerve abducts the eye?', 'Which nerve moves the tongue?'];
  accepted(await suspendCards(sample.deps, fronts.map(sample.cardOf), true));
  await begin(/^Lectures/);
  await node(/^Lectures/).click({ button: 'right' });
  await item(/^Release/).click();
  await expect.element(page.getByText('2 suspended cards, 2 of them new.')).toBeVisible();
  await userEvent.fill(dialog().getByLabelText('New cards a day'), '1');
  await expect.element(page.getByText(/The last new ones come on day 2/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('2 cards released, 1 new one a day.')).toBeVisible();
  const cards = await Promise.all(fronts.map((front) => cardOf(sample.deps, sample.cardOf(front))));
  expect(cards.map((card) => card.suspended)).toEqual([false, false]);
  expect(cards.filter((card) => card.buriedUntil > 0)).toHaveLength(1);
});

test('[OPTIONS-1] before decks are given other options, what that makes of the coming days is shown', async () => {
  const { deps } = sample;
  const preset = await readPreset(deps.store, DEFAULT_PRESET_ID);
  accepted(await addPreset(deps, { ...preset, newPerDay: 0 }, 'No new cards'));
  await begin(/^Medicine/);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{Shift>}{F10}{/Shift}');
  await item('Options…').click();
  await expect
    .element(dialog().getByText(/^(About \d+ minutes?|Less than a minute) a day .* in full\.$/))
    .toBeVisible();
  await dialog().getByRole('combobox', { name: 'Study options' }).selectOptions('No new cards');
  await expect.element(dialog().getByText(/(than|same as) now\.$/)).toBeVisible();
  await dialog().getByText('As a table').click();
  const firstDay = dialog().getByRole('row').nth(1);
  const numbers = [...firstDay.element().querySelectorAll('td')].map((each) => each.textContent);
  expect(numbers).toEqual(['1 min', '–', '0', '0']);
  expect((await deps.store.decks.toArray()).map((deck) => deck.presetId)).not.toContain(
    'No new cards',
  );
  await dialog().getByRole('button', { name: 'Use these' }).click();
  await expect
    .element(page.getByText('“Medicine::Neurology” follows the options “No new cards” now.'))
    .toBeVisible();
});

test('[LIBRARY-13] a long name from right to left is cut at its end, and stands where the others do', async () => {
  const long = 'אמצעי טיפול בטרשת נפוצה לפי מנגנון הפעולה ותופעות הלוואי שלהם';
  accepted(await createDeck(sample.deps, long));
  await begin(/^Medicine/);
  const name = page.getByText(long);
  await expect.element(name).toBeVisible();
  const label = name.element() as HTMLElement;
  expect(label.scrollWidth).toBeGreaterThan(label.clientWidth);
  const letter = document.createRange();
  letter.setStart(label.firstChild as Node, 0);
  letter.setEnd(label.firstChild as Node, 1);
  const [first, all] = [letter.getBoundingClientRect(), label.getBoundingClientRect()];
  expect(first.right).toBeLessThanOrEqual(all.right + 1);
  expect(first.left).toBeGreaterThan(all.left);
  expect(getComputedStyle(label).textAlign).toBe('left');
});
