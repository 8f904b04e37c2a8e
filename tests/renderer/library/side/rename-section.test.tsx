import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Engine } from '../../../../src/engine/engine.ts';
import { NameDialog } from '../../../../src/renderer/places/name-dialog.tsx';
import { isAnother, renameJob } from '../../../../src/renderer/places/verbs.ts';

const KNOWN = ['Heart', 'Heart::Valves', 'Lung'];
const said = (kind: 'deck' | 'section', path: string, to: string) =>
  renameJob({} as Engine, { kind, path }, to, KNOWN).said;

test('[LIBRARY-16] a section that takes the name of another says that the two are one', () => {
  expect(said('section', 'Lung', 'heart')).toBe('“Lung” and “heart” are one section now.');
  expect(said('section', 'Lung', 'Lungs')).toBe('“Lung” is now “Lungs”.');
  expect(said('section', 'Lung', 'LUNG')).toBe('“Lung” is now “LUNG”.');
  expect(isAnother('Lung', 'heart::valves', KNOWN)).toBe(true);
});

test('[LIBRARY-16] and it is said before, while the name is written', async () => {
  const effectOf = (name: string) => (isAnother('Lung', name, KNOWN) ? 'One section.' : undefined);
  await render(
    <NameDialog
      title="Rename"
      doIt="Rename"
      name="Lung"
      effectOf={effectOf}
      onName={() => {}}
      onClose={() => {}}
    />,
  );
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Lungs');
  await expect.element(page.getByText('One section.')).not.toBeInTheDocument();
  await name.fill('Heart');
  await expect.element(name).toHaveAccessibleDescription('One section.');
});
