import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { flagCards, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { editNotes, markNotes } from '../../../src/engine/commands/notes/notes.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { accepted, cardOf } from '../../support/deps.ts';
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
afterEach(() => {
  sample.deps.close();
  delete document.documentElement.dataset.theme;
});

const [first = '', second = ''] = FRONTS;
const preview = () => page.getByRole('complementary', { name: 'Preview' });

/** What stands in the preview's card frame. */
function cardText(): string {
  const frame = document.querySelector<HTMLIFrameElement>('.preview-card iframe');
  return frame?.contentDocument?.body.innerText ?? '';
}

test('[LIBRARY-24] the card of the focused row stands beside, with schedule, fields and tags', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await row(/absence/).click();
  await expect.poll(cardText).toMatch(/Drug for absence seizures\?\s+Ethosuximide/);
  await expect.element(preview().getByText('New · never answered')).toBeVisible();
  await expect.element(preview().getByText('Medicine::Neurology')).toBeVisible();
  await preview().getByRole('button', { name: 'Question' }).click();
  await expect.poll(cardText).not.toContain('Ethosuximide');
  await preview().getByRole('button', { name: 'Find what is tagged Lectures::Tuesday' }).click();
  await expect.element(field()).toHaveValue('tag:Lectures::Tuesday');
  await expect.poll(() => listed().length).toBe(2);
});

test('[LIBRARY-24] it follows the focus, and what is changed elsewhere', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.poll(cardText).toContain('The hypoglossal nerve');
  const noteId = sample.noteOf('Which nerve moves the tongue?');
  const fields = { back: 'Nerve XII' } as unknown as FieldTexts;
  accepted(await editNotes(sample.deps, [{ noteId, fields }]));
  await expect.poll(cardText).toContain('Nerve XII');
});

test('[TOUCH-5] a picture in the preview opens over the window', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await row(/absence/).click();
  await expect.poll(cardText).toContain('Ethosuximide');
  const noteId = sample.noteOf('Drug for absence seizures?');
  const canvas = Object.assign(document.createElement('canvas'), { width: 120, height: 90 });
  const fields = { back: `<img src="${canvas.toDataURL()}">` } as unknown as FieldTexts;
  accepted(await editNotes(sample.deps, [{ noteId, fields }]));
  await preview().getByRole('button', { name: 'Enlarge the picture' }).click();
  const enlarged = page.getByRole('dialog', { name: 'Enlarged picture' });
  await expect.element(enlarged).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(enlarged).not.toBeInTheDocument();
});

test('[LIBRARY-24] it suspends, and opens the card’s history and the editor', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await row(/absence/).click();
  await preview().getByRole('button', { name: 'Suspend' }).click();
  await expect.element(preview().getByRole('button', { name: 'Bring back' })).toBeVisible();
  expect((await cardOf(sample.deps, sample.cardOf(second))).suspended).toBe(true);
  await preview().getByRole('button', { name: 'Info' }).click();
  await expect.element(page.getByRole('heading', { name: 'Card info' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('e');
  await expect.element(page.getByRole('heading', { name: 'Edit the note' })).toBeVisible();
});

test('[LIBRARY-24] where there is no room, preview and tree come in dialogs', async () => {
  await showLibrary(sample.deps, { width: 400, height: 700 });
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  expect(preview().elements()).toHaveLength(0);
  await row(/absence/).click();
  await button('Preview').click();
  await expect.element(dialog()).toBeVisible();
  await expect.poll(cardText).toContain('Ethosuximide');
  await userEvent.keyboard('{Escape}');
  await button('Sidebar').click();
  await dialog().getByRole('treeitem', { name: /^Exam/ }).click();
  await expect.element(field()).toHaveValue('tag:Exam');
  expect(dialog().elements()).toHaveLength(0);
  await expect.poll(listed).toEqual([first]);
});

test('[LIBRARY-24] panes are shown and hidden by button and key, and that is remembered', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await userEvent.keyboard('{Enter}{Control>}{Shift>}p{/Shift}{/Control}');
  await expect.poll(() => preview().elements().length).toBe(0);
  await button('Preview').click();
  await expect.element(preview()).toBeVisible();
  await button('Sidebar').click();
  expect(document.querySelector('[role="tree"]')).toBeNull();
});

/** What axe-core finds in light and in dark, and by how much the page scrolls sideways. */
async function problems(): Promise<string[]> {
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...(await problemsInLightAndDark()),
    ...(scrollWidth > clientWidth ? [`sideways by ${scrollWidth - clientWidth}`] : []),
  ];
}

test.each([1200, 400])(
  '[LIBRARY-25] axe-core finds nothing, light and dark, at %i px',
  async (width) => {
    accepted(await suspendCards(sample.deps, [sample.cardOf(first)], true));
    accepted(await flagCards(sample.deps, [sample.cardOf(second)], 2));
    accepted(await markNotes(sample.deps, [sample.noteOf(second)], true));
    await showLibrary(sample.deps, { width, height: 800 });
    await expect.element(page.getByText('All cards: 5')).toBeVisible();
    await row(/absence/).click();
    expect(await problems(), 'table').toEqual([]);

    await userEvent.fill(field(), 'drug or (');
    await expect.element(page.getByText(/never closed/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(await problems(), 'wrong search').toEqual([]);
    await userEvent.clear(field());
    await userEvent.type(field(), 'deck:');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    expect(await problems(), 'completion').toEqual([]);
    await userEvent.clear(field());
    await expect.poll(() => listed().length).toBe(5);

    await row(/Pneumocystis/).click();
    await button('Study').click();
    expect(await problems(), 'menu').toEqual([]);
    await userEvent.keyboard('{Escape}');
    for (const name of ['Add tags…', 'Move to a deck…', 'Change the type…', 'Find and replace…']) {
      await button('Edit').first().click();
      await item(name).click();
      await expect.element(dialog()).toBeVisible();
      expect(await problems(), name).toEqual([]);
      await userEvent.keyboard('{Escape}');
    }
    if (width < 800) await button('Sidebar').click();
    await node(/^Exam/).click({ button: 'right' });
    await item(/^Delete/).click();
    await expect.element(page.getByRole('heading', { name: /Delete the section/ })).toBeVisible();
    expect(await problems(), 'delete').toEqual([]);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    await userEvent.fill(field(), 'zebra');
    await expect.element(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    expect(await problems(), 'nothing found').toEqual([]);
  },
);

test('[LIBRARY-24] a long field is scrolled within the preview, by keyboard too', async () => {
  const noteId = sample.noteOf('Which nerve moves the tongue?');
  const fields = { back: 'Nerve XII, the hypoglossal. '.repeat(60) } as unknown as FieldTexts;
  accepted(await editNotes(sample.deps, [{ noteId, fields }]));
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await row(/tongue/).click();
  await expect.element(preview().getByRole('region', { name: 'Back' })).toBeVisible();
  const facts = document.querySelector('.note-facts') ?? document;
  expect(await problemsInLightAndDark(facts, ['region'])).toEqual([]);
});
