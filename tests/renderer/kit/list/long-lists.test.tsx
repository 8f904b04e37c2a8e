import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { ReactNode } from 'react';
import { ChartTable } from '../../../../src/renderer/kit/chart/chart-table.tsx';
import { Choice } from '../../../../src/renderer/kit/form/fields.tsx';
import { TagsField } from '../../../../src/renderer/kit/form/tags-field.tsx';
import { Picker } from '../../../../src/renderer/kit/combobox/picker.tsx';
import { SectionTable } from '../../../../src/renderer/cram/section-table.tsx';
import { visibleNodes } from '../../../../src/renderer/kit/tree/visible-nodes.ts';
import { Tree } from '../../../../src/renderer/kit/tree/tree.tsx';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';
import '../../../../src/renderer/kit/form/forms.css';

afterEach(cleanup);

const MANY = 5000;
const names = Array.from({ length: MANY }, (_, at) => `Section ${String(at).padStart(4, '0')}`);
const CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  names.map((name) => [name, name]),
);
const nothing = (): void => {};

const LISTS: readonly (readonly [what: string, () => ReactNode])[] = [
  [
    'a table beside a chart',
    () => <ChartTable about="x" head={['A', 'B']} rows={names.map((name) => [name, 1])} />,
  ],
  [
    'a choice',
    () => <Choice<string> name="Deck" value="Section 0003" choices={CHOICES} onChange={nothing} />,
  ],
  ['the tags of a note', () => <TagsField tags={names} known={names} onTags={nothing} />],
  [
    'a picker',
    () => (
      <Picker
        name="Deck"
        options={names.map((name) => ({ id: name, name }))}
        chosen={undefined}
        onChoose={nothing}
      />
    ),
  ],
  [
    'the sections of a cram',
    () => (
      <SectionTable
        caption="Sections"
        heading="Recalled"
        sections={names.map((name) => ({ name, cards: 2, recalled: 1 }))}
      />
    ),
  ],
  [
    'the library’s tree',
    () => (
      <div style={{ display: 'grid', height: 600 }}>
        <Tree
          name="Tags"
          visible={visibleNodes<Leaf>(
            names.map((name) => ({ id: name, label: name, children: [] })),
            () => false,
          )}
          isOpen={() => false}
          onOpen={nothing}
          isCurrent={() => false}
          render={({ label }) => label}
          onChoose={nothing}
          hasMenu={() => true}
          onMenu={nothing}
          onRename={nothing}
          onDelete={nothing}
          drag={{ canDrag: () => false, canDrop: () => false, onDrop: nothing }}
        />
      </div>
    ),
  ],
];
interface Leaf {
  readonly id: string;
  readonly label: string;
  readonly children: readonly Leaf[];
}

test.each(LISTS)('[LARGE-1] %s of 5,000 draws a few hundred nodes', async (_, list) => {
  const before = document.querySelectorAll('*').length;
  await render(list());
  await expect.poll(() => document.body.textContent).toMatch(/Section 000|Deck/);
  expect(document.querySelectorAll('*').length - before).toBeLessThan(1000);
});

test('[LARGE-1] what is not drawn is counted, and comes when it is asked for', async () => {
  await render(
    <SectionTable
      caption="Sections"
      heading="Recalled"
      sections={names.map((name) => ({ name, cards: 2, recalled: 1 }))}
    />,
  );
  await expect.element(page.getByText('Section 0100')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show 100 of 4,900 more sections' }).click();
  await expect.element(page.getByText('Section 0199')).toBeInTheDocument();
});

test('[LARGE-1] one of 5,000 is chosen by a few letters of its name', async () => {
  const chosen: string[] = [];
  await render(
    <Choice<string>
      name="Deck"
      value="Section 0003"
      choices={CHOICES}
      onChange={(id) => chosen.push(id)}
    />,
  );
  const field = page.getByRole('combobox', { name: 'Deck' });
  await field.fill('4321');
  await page.getByRole('option', { name: 'Section 4321' }).click();
  expect(chosen).toEqual(['Section 4321']);
});
