import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clozeMarks } from '../../../../src/renderer/editor/rich/cloze/cloze-marks.ts';
import { richExtensions } from '../../../../src/renderer/editor/rich/extensions.ts';
import type { RichHost } from '../../../../src/renderer/editor/rich/host.ts';
import { readDocument } from '../../../../src/renderer/editor/rich/html/read/read.ts';
import { safeFragment } from '../../../../src/renderer/editor/rich/html/safe-fragment.ts';
import { select, showField } from './field.tsx';

const NEXT = '{Control>}{Shift>}c{/Shift}{/Control}';
const SAME = '{Control>}{Alt>}{Shift>}c{/Shift}{/Alt}{/Control}';

test('[EDITOR-10] the key hides what is selected under the next number, again and again', async () => {
  const field = await showField('Natalizumab binds α4β1');
  field.handle().focus();
  select(field, 19, 23);
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('Natalizumab binds {{c1::α4β1}}');
  select(field, 1, 12);
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('{{c2::Natalizumab}} binds {{c1::α4β1}}');
  await userEvent.keyboard('{Control>}zz{/Control}');
  expect(field.html()).toBe('Natalizumab binds α4β1');
});

test('[EDITOR-10] with nothing selected the cursor is put between the signs', async () => {
  const field = await showField('a');
  field.handle().focus();
  await userEvent.keyboard(` ${NEXT}PML`);
  expect(field.html()).toBe('a {{c1::PML}}');
});

test('[EDITOR-10] spaces selected along stay outside, and formatting is neither cut nor spread', async () => {
  const field = await showField('one <b>two</b> three');
  field.handle().focus();
  select(field, 4, 9);
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('one {{c1::<b>two</b>}} three');
  field.set('<b>one two three</b>');
  await expect.element(field.screen.getByText('one two three')).toBeVisible();
  select(field, 5, 8);
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('<b>one {{c1::two}} three</b>');
});

test('[EDITOR-10] over several lines, around a picture, around everything', async () => {
  const field = await showField('a<br><img src="x.png"><br>b');
  field.handle().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('{{c1::a<br><img src="x.png"><br>b}}');
});

test('[EDITOR-10] two braces of a formula inside are spread, or the deletion would end at them', async () => {
  const field = await showField('x \\(\\frac{1}{x^{2}}\\)');
  field.handle().focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('x {{c1::\\(\\frac{1}{x^{2} }\\)}}');
});

test('[EDITOR-11] the other key hides under the highest number there is, at least 1', async () => {
  const field = await showField('one two');
  field.handle().focus();
  select(field, 5, 8);
  await userEvent.keyboard(SAME);
  expect(field.html()).toBe('one {{c1::two}}');
  select(field, 1, 4);
  await userEvent.keyboard(SAME);
  expect(field.html()).toBe('{{c1::one}} {{c1::two}}');
});

test('[EDITOR-11] both keys and the handle work in the HTML source as well', async () => {
  const field = await showField('one two');
  field.handle().toggleSource();
  const area = field.screen.getByRole('textbox');
  await expect.element(area).toHaveFocus();
  (area.element() as HTMLTextAreaElement).setSelectionRange(4, 7);
  await userEvent.keyboard(NEXT);
  expect(field.html()).toBe('one {{c1::two}}');
  (area.element() as HTMLTextAreaElement).setSelectionRange(0, 3);
  field.handle().insertCloze('same');
  expect(field.html()).toBe('{{c1::one}} {{c1::two}}');
});

test('[EDITOR-10] a field whose type has no deletions says so and stays as it is', async () => {
  const field = await showField('one', { clozeEnabled: false });
  field.handle().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard(NEXT);
  expect(field.changes).toEqual([]);
});

test('[EDITOR-12] the signs are shown as signs, and are plain text all the same', async () => {
  const html = '{{c1::Natalizumab::drug}} and {{c2::left open';
  const field = await showField(html);
  expect(field.text.textContent).toBe(html);
  const parts = (name: string) =>
    [...field.text.querySelectorAll(`.${name}`)].map((part) => part.textContent);
  expect(parts('cloze-number')).toEqual(['c1']);
  expect(parts('cloze-sign')).toEqual(['{{', '::']);
  expect(parts('cloze-text')).toEqual(['Natalizumab']);
  expect(parts('cloze-unclosed')).toEqual(['{{c2::']);
  field.handle().toggleSource();
  await expect.element(field.screen.getByRole('textbox')).toHaveValue(html);
});

test('[EDITOR-12] a type without deletions shows the signs as any text', async () => {
  const field = await showField('{{c1::x}}', { clozeEnabled: false });
  expect(field.text.querySelector('[class^=cloze]')).toBeNull();
});

test.each([
  ['{{c1::a}}', ['open', 'text', 'close']],
  ['{{c1::<b>a</b>::h}}', ['open', 'text', 'hint', 'close']],
  ['{{c1::a<br>b}}', ['open', 'text', 'close']],
  ['{{c1::a {{c2::b}}}}', ['open', 'text', 'open', 'text', 'close', 'close']],
  ['{{c1::', ['unclosed']],
  ['{{c0::a}}', []],
  ['a }} b :: c', []],
  ['\\({{c1::x}}\\)', []],
])('[EDITOR-12] %s is read as cards read it', (html, kinds) => {
  const schema = getSchema(richExtensions({} as RichHost));
  const doc = schema.nodeFromJSON(readDocument(safeFragment(html)));
  expect(clozeMarks(doc).map(({ kind }) => kind)).toEqual(kinds);
});

test('[EDITOR-10] what is typed after a selection was hidden is not hidden too', async () => {
  const field = await showField('binds NKCC2');
  field.handle().focus();
  select(field, 7, 12);
  await userEvent.keyboard(`${NEXT} there`);
  expect(field.html()).toBe('binds {{c1::NKCC2}} there');
});

test('[EDITOR-32] one arrow leaves a new deletion, and one comes back into it', async () => {
  const field = await showField('');
  field.handle().focus();
  await userEvent.keyboard(`${NEXT}25 %{ArrowRight} of it`);
  expect(field.html()).toBe('{{c1::25 %}} of it');
  await userEvent.keyboard('{ArrowLeft>6/}x');
  expect(field.html()).toBe('{{c1::25 %}}x of it');
  await userEvent.keyboard('{ArrowLeft>2/}y');
  expect(field.html()).toBe('{{c1::25 %y}}x of it');
  await userEvent.keyboard('{Home}{ArrowRight}z');
  expect(field.html()).toBe('{{c1::z25 %y}}x of it');
});

test('[EDITOR-32] Backspace at a sign takes the deletion away and leaves its words', async () => {
  const field = await showField('a {{c1::b::hint}} c');
  field.handle().focus();
  select(field, 18);
  await userEvent.keyboard('{Backspace}');
  expect(field.html()).toBe('a b c');
});

test('[EDITOR-12] the braces are in sight where the cursor stands, and nowhere else', async () => {
  const field = await showField('{{c1::a}} and {{c2::b}}');
  field.handle().focus();
  select(field, 22);
  const away = () =>
    [...field.text.querySelectorAll('.cloze-sign-away')].map((sign) => sign.textContent);
  expect(away()).toEqual(['{{', '::', '}}']);
  for (const sign of field.text.querySelectorAll('.cloze-sign-away')) {
    expect(getComputedStyle(sign).fontSize).toBe('0px');
  }
  select(field, 12);
  expect(away()).toHaveLength(6);
});
