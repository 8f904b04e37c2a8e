import axe from 'axe-core';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FoldedPicker } from '../../../../src/renderer/kit/combobox/folded-picker.tsx';
import { matching } from '../../../../src/renderer/kit/combobox/matching.ts';
import { Picker } from '../../../../src/renderer/kit/combobox/picker.tsx';
import { Dialog } from '../../../../src/renderer/kit/dialog/dialog.tsx';
import { TagsField, tagsTyped } from '../../../../src/renderer/kit/form/tags-field.tsx';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';
import '../../../../src/renderer/kit/form/forms.css';

const OPTIONS = ['Anatomy', 'Neurology', 'Neurology::MS', 'Pharmacology'].map((name) => {
  return { id: name.toLowerCase(), name };
});
const nothing = (): void => {};

const listed = () =>
  page
    .getByRole('option')
    .elements()
    .map((option) => option.textContent);
const taken = () => page.getByRole('option', { selected: true }).elements()[0]?.textContent;

function Tags({ known }: { readonly known: readonly string[] }) {
  const [tags, setTags] = useState<readonly string[]>([]);
  return <TagsField tags={tags} known={known} onTags={setTags} isFirst help="Enter after each." />;
}

test('a list over what is below it is as wide as its field, and no dialog cuts it off', async () => {
  await page.viewport(500, 700);
  await render(
    <Dialog title="Add tags" onClose={nothing}>
      <Tags known={['Mechanism', 'Medicine::Neurology', 'Membrane', 'Memory', 'Men']} />
    </Dialog>,
  );
  const field = page.getByRole('combobox', { name: 'Tags' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('me');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  expect(listed()).toHaveLength(5);
  const list = page.getByRole('listbox').element();
  const [box, of] = [list, document.querySelector('.tags-box')].map((element) =>
    element?.getBoundingClientRect(),
  );
  const dialog = document.querySelector('dialog')?.getBoundingClientRect();
  expect(box?.width).toBeCloseTo(of?.width ?? 0, 0);
  expect(box?.top).toBeGreaterThanOrEqual(of?.bottom ?? Number.NaN);
  expect(box?.bottom).toBeGreaterThan(dialog?.bottom ?? Number.NaN);
  // The last option is really there to be pressed, outside the dialog's edge.
  await page.getByRole('option', { name: 'Men', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Take off the tag Men' })).toBeVisible();
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(field).toHaveFocus();
});

test('tags pasted as a list are taken one by one, each in its own form', async () => {
  await render(<Tags known={[]} />);
  const field = page.getByRole('combobox', { name: 'Tags' });
  await userEvent.fill(field, 'Week 1, Pharma :: Drugs,,Ha');
  for (const tag of ['Week 1', 'Pharma::Drugs']) {
    await expect
      .element(page.getByRole('button', { name: `Take off the tag ${tag}` }))
      .toBeVisible();
  }
  await expect.element(field).toHaveValue('Ha');
});

test('a list that stands below its field is narrowed by letters and gone through by arrows', async () => {
  const chosen: (string | undefined)[] = [];
  function Deck() {
    const [id, setId] = useState<string>();
    return (
      <Picker
        name="Into"
        options={OPTIONS}
        chosen={id}
        onChoose={(next) => {
          chosen.push(next);
          setId(next);
        }}
      />
    );
  }
  await render(<Deck />);
  const field = page.getByRole('combobox', { name: 'Into' });
  await expect.element(field).toHaveAttribute('aria-expanded', 'true');
  await field.click();
  await userEvent.keyboard('neu');
  await expect.poll(listed).toEqual(['Neurology', 'Neurology::MS']);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(taken).toBe('Neurology::MS');
  const active = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.textContent).toBe('Neurology::MS');
  expect(chosen.at(-1)).toBe('neurology::ms');
});

test('axe-core finds nothing, closed and open', async () => {
  await render(
    <main>
      <h1>Fields</h1>
      <FoldedPicker
        name="Deck"
        options={OPTIONS}
        chosen="anatomy"
        chosenName="Anatomy"
        onChoose={nothing}
      />
      <Picker name="Into" options={OPTIONS} chosen={undefined} onChoose={nothing} />
      <Tags known={['Mechanism']} />
    </main>,
  );
  const problems = async () => {
    const { violations } = await axe.run(document.body);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
  };
  expect(await problems()).toEqual([]);
  await page.getByRole('combobox', { name: 'Deck' }).click();
  await expect.element(page.getByRole('option', { name: 'Anatomy' }).first()).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('[LARGE-1] a list of names that is cut short says how many more there are', () => {
  const names = Array.from({ length: 205 }, (_, index) => ({
    id: `${index}`,
    name: `Deck ${index}`,
  }));
  const listed = matching(names, '');
  expect(listed).toHaveLength(200);
  expect(listed.at(-1)?.note).toBe('and 5 more, which a few letters find');
  expect(matching(names, '204')).toEqual([{ id: '204', name: 'Deck 204' }]);
});

test('[WRITE-7] a comma or a space ends a tag, but not where a tag in use goes on', () => {
  const typed = (text: string, ...known: string[]) => tagsTyped(text, known);
  expect(typed('Physiology::Renal exam2026')).toEqual({
    tags: ['Physiology::Renal'],
    rest: 'exam2026',
  });
  expect(typed('a, b c')).toEqual({ tags: ['a'], rest: ' b c' });
  expect(typed('a b c ')).toEqual({ tags: ['a', 'b', 'c'], rest: '' });
  expect(typed('MS the', 'MS therapy')).toEqual({ tags: [], rest: 'MS the' });
  expect(typed('MS x ', 'MS therapy')).toEqual({ tags: ['MS x'], rest: '' });
  expect(typed('"Nose, throat" b')).toEqual({ tags: ['Nose, throat'], rest: 'b' });
  expect(typed('Safety:: PML')).toEqual({ tags: [], rest: 'Safety:: PML' });
  expect(typed('')).toEqual({ tags: [], rest: '' });
  expect(typed('腎臓、心臓，肺')).toEqual({ tags: ['腎臓', '心臓'], rest: '肺' });
  expect(typed('ms the', 'MS\u00a0therapy')).toEqual({ tags: [], rest: 'ms the' });
});
