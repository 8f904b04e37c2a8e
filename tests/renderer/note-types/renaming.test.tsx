import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { BASIC, FIELD } from '../../../src/domain/content/stock.ts';
import { saveNoteType } from '../../../src/engine/commands/notes/note-types.ts';
import { accepted, type TestDeps, testDeps } from '../../support/deps.ts';
import { showTypes } from './show-types.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const field = (number: number) => page.getByRole('textbox', { name: `Name of field ${number}` });
const side = (name: string) => page.getByRole('textbox', { name, exact: true }).first();

async function show(front: string, back: string): Promise<void> {
  const [template] = BASIC.templates;
  if (!template) return;
  accepted(await saveNoteType(deps, { ...BASIC, templates: [{ ...template, front, back }] }));
  await showTypes(deps);
  await expect.element(field(1)).toHaveValue('Front');
}

/** As a person does it who takes the old name out sign by sign. */
async function retype(number: number, name: string): Promise<void> {
  await field(number).click();
  await userEvent.keyboard(`{End}{Backspace>20/}${name}`);
  await expect.element(field(number)).toHaveValue(name);
}

test('[WRITE-11][TEMPLATE-28] a field whose name was emptied first is renamed in the templates', async () => {
  await show('{{Front}}', '{{FrontSide}}{{Back}}');
  await retype(1, 'Question');
  await expect.element(side('Question')).toHaveValue('{{Question}}');
  // Also where it was left without a name meanwhile.
  await retype(2, '');
  await field(3).click();
  await retype(2, 'Reply');
  await expect.element(side('Answer')).toHaveValue('{{FrontSide}}{{Reply}}');
});

test('[WRITE-11][TEMPLATE-28] a name that is another’s on the way renames no tag of that one', async () => {
  await show('{{Front}} {{Deck}}', '{{FrontSide}}{{Back}}');
  await retype(1, 'Backside');
  await expect.element(side('Question')).toHaveValue('{{Backside}} {{Deck}}');
  await expect.element(side('Answer')).toHaveValue('{{FrontSide}}{{Back}}');
  await retype(1, 'Decks');
  await expect.element(side('Question')).toHaveValue('{{Decks}} {{Deck}}');
  await retype(1, 'a:b');
  await retype(1, 'ab');
  await expect.element(side('Question')).toHaveValue('{{ab}} {{Deck}}');
});

test('[TEMPLATE-28] a name with spaces around it, or composed otherwise, is renamed too', async () => {
  const fields = BASIC.fields.map((each) =>
    each.id === FIELD.front ? { ...each, name: 'Caf\u00e9 ' } : each,
  );
  const [template] = BASIC.templates;
  if (!template) return;
  const templates = [{ ...template, front: '{{ Cafe\u0301 }}' }];
  accepted(await saveNoteType(deps, { ...BASIC, fields, templates }));
  await showTypes(deps);
  await expect.element(field(1)).toHaveValue('Caf\u00e9 ');
  await userEvent.fill(field(1), 'Bar');
  await expect.element(side('Question')).toHaveValue('{{ Bar }}');
});

test('[WRITE-11][TEMPLATE-28] a name that begins with another’s, or with one that has a meaning, is taken whole', async () => {
  await show('{{Front}} {{Deck}}', '{{FrontSide}}{{Back}}');
  await retype(2, 'Front side');
  await expect.element(side('Question')).toHaveValue('{{Front}} {{Deck}}');
  await expect.element(side('Answer')).toHaveValue('{{FrontSide}}{{Front side}}');
  await retype(2, 'Back');
  await expect.element(side('Answer')).toHaveValue('{{FrontSide}}{{Back}}');
  await retype(1, 'Deck of cards');
  await expect.element(side('Question')).toHaveValue('{{Deck of cards}} {{Deck}}');
});
