import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createDeck } from '../../../../../src/engine/commands/decks/decks.ts';
import { problemsInLightAndDark } from '../../../../support/accessible.ts';
import { accepted, type TestDeps, testDeps } from '../../../../support/deps.ts';
import { ctrlEnter, fieldNamed, notesOf, showAdd } from '../show-add.tsx';
import { waitFor } from '../../../../support/wait-for.ts';

const DECKS = [
  'Anatomy',
  'Neurology',
  'Neurology::Multiple sclerosis',
  'Pharmacology::Drugs of MS',
];

let deps: TestDeps;
beforeEach(async () => {
  localStorage.clear();
  deps = await testDeps();
  for (const name of DECKS) accepted(await createDeck(deps, name));
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const press = (keys: string) => userEvent.keyboard(keys);
const deck = () => page.getByRole('combobox', { name: 'Deck' });
const type = () => page.getByRole('combobox', { name: 'Type' });
const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((each) => each.textContent);
const taken = () => page.getByRole('option', { selected: true }).elements()[0]?.textContent;
const deckOf = async (place = -1) => {
  await waitFor(async () => expect(await notesOf(deps)).not.toHaveLength(0));
  const note = (await notesOf(deps)).at(place);
  return (await deps.store.decks.get(note?.deckId ?? ''))?.name;
};

async function begin(): Promise<void> {
  await showAdd(deps);
  await press('Front');
}

test('[WRITE-8] a deck is found by any part of its path; Enter takes it', async () => {
  await begin();
  await expect.element(deck()).toHaveValue('Anatomy');
  await expect.element(deck()).toHaveAttribute('aria-expanded', 'false');
  await userEvent.fill(deck(), 'scler');
  expect(options()).toEqual(['Neurology::Multiple sclerosis', 'New deck “scler”']);
  expect(taken()).toBe('Neurology::Multiple sclerosis');
  await press('{Enter}');
  await expect.element(deck()).toHaveValue('Neurology::Multiple sclerosis');
  await expect.element(deck()).toHaveAttribute('aria-expanded', 'false');
  expect(await notesOf(deps)).toEqual([]);
  await ctrlEnter();
  expect(await deckOf()).toBe('Neurology::Multiple sclerosis');
});

test('[WRITE-8] arrows choose and Tab takes; what begins with the letters comes before the rest', async () => {
  await begin();
  await userEvent.fill(deck(), 'm');
  expect(options()).toEqual([
    'Neurology::Multiple sclerosis',
    'Anatomy',
    'Pharmacology::Drugs of MS',
    'New deck “m”',
  ]);
  await press('{ArrowDown}');
  const second = taken() ?? '';
  await userEvent.tab();
  await expect.element(deck()).toHaveValue(second);
  await expect.element(deck()).not.toHaveFocus();
});

test('[WRITE-8] Escape leaves the deck as it was, and so does looking at the list', async () => {
  await begin();
  await userEvent.fill(deck(), 'neuro');
  await press('{ArrowDown}{Escape}');
  await expect.element(deck()).toHaveValue('Anatomy');
  expect(options()).toEqual([]);
  await expect.element(deck()).toHaveFocus();
  await deck().click();
  expect(options()).toEqual(DECKS);
  expect(taken()).toBe('Anatomy');
  await userEvent.tab();
  await expect.element(deck()).toHaveValue('Anatomy');
  expect(options()).toEqual([]);
});

test('[WRITE-8] a press takes a deck, and the field keeps the focus', async () => {
  await begin();
  await deck().click();
  await page.getByRole('option', { name: 'Neurology', exact: true }).click();
  await expect.element(deck()).toHaveValue('Neurology');
  await expect.element(deck()).toHaveFocus();
});

test('[WRITE-8] a deck that is not there is named in the field, and made with the note', async () => {
  await begin();
  await userEvent.fill(deck(), 'Neurology::Epilepsy');
  expect(options()).toEqual(['New deck “Neurology::Epilepsy”']);
  await press('{Enter}');
  await expect.element(deck()).toHaveValue('Neurology::Epilepsy');
  await expect.element(page.getByText('A new deck, made with the note.')).toBeVisible();
  expect(await deps.store.decks.count()).toBe(4);
  await ctrlEnter();
  expect(await deckOf()).toBe('Neurology::Epilepsy');
  await expect.element(page.getByText('A new deck, made with the note.')).not.toBeInTheDocument();
  await userEvent.fill(deck(), 'epilepsy');
  expect(options()).toEqual(['Neurology::Epilepsy', 'New deck “epilepsy”']);
});

test('[WRITE-8] Ctrl+Enter in either field takes what is sought, and adds the note there', async () => {
  await begin();
  await userEvent.fill(deck(), 'drugs');
  await ctrlEnter();
  expect(await deckOf()).toBe('Pharmacology::Drugs of MS');
  await press('Both ways{Tab}{Tab}{Tab}{Tab}');
  await userEvent.fill(type(), 'and rev');
  await ctrlEnter();
  await waitFor(async () => expect(await notesOf(deps)).toHaveLength(2));
  expect((await notesOf(deps)).at(-1)?.noteTypeId).toBe('reversed');
});

test('[WRITE-8] a type is found by any part of its name, and only types there are', async () => {
  await begin();
  await userEvent.fill(type(), 'occ');
  expect(options()).toEqual(['Image occlusion']);
  await userEvent.fill(type(), 'no such type');
  expect(options()).toEqual([]);
  await expect.element(page.getByText('Nothing is called that.')).toBeVisible();
  await press('{Enter}');
  await expect.element(type()).toHaveValue('no such type');
  await press('{Escape}');
  await expect.element(type()).toHaveValue('Basic');
  await userEvent.fill(type(), 'clo');
  await press('{Enter}');
  await expect.element(fieldNamed('Text')).toHaveTextContent('Front');
  await expect.element(type()).toHaveFocus();
});

test('[WRITE-8] Ctrl+D leads to the deck, and Enter or Escape there back to the text', async () => {
  await begin();
  await press('{Control>}d{/Control}');
  await expect.element(deck()).toHaveFocus();
  await press('sclerosis{Enter}');
  await expect.element(deck()).toHaveValue('Neurology::Multiple sclerosis');
  await expect.poll(() => document.activeElement?.closest('.rich-text')).toBeTruthy();
  await press(' and more');
  await expect.element(fieldNamed('Front')).toHaveTextContent('Front and more');
  await press('{Control>}d{/Control}ana{Escape}');
  await expect.element(deck()).toHaveValue('Neurology::Multiple sclerosis');
  await expect.poll(() => document.activeElement?.closest('.rich-text')).toBeTruthy();
});

test('[WRITE-8] without a deck, the first one is named there', async () => {
  const empty = await testDeps();
  await showAdd(empty);
  await press('Front');
  await expect.element(deck()).toHaveValue('');
  await deck().click();
  expect(options()).toEqual([]);
  await press('My first{Enter}');
  await ctrlEnter();
  await waitFor(async () => expect(await notesOf(empty)).toHaveLength(1));
  expect((await empty.store.decks.toArray()).map(({ name }) => name)).toEqual(['My first']);
  await cleanup();
  empty.close();
});

describe('[WRITE-8][EDITOR-29] axe-core finds nothing, and nothing scrolls sideways', () => {
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });
  test.each([1200, 400])('light and dark, at %i px', async (width) => {
    await page.viewport(width, 800);
    await begin();
    expect(await problems()).toEqual([]);
    await userEvent.fill(deck(), 'new');
    expect(await problems()).toEqual([]);
    await press('{Enter}');
    await type().click();
    expect(await problems()).toEqual([]);
    await userEvent.fill(type(), 'nothing of that name');
    expect(await problems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
  });
});

const problems = () => problemsInLightAndDark(document.querySelector('.add-head') as Element);
