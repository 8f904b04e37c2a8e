import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { DEFAULT_PRESET, DEFAULT_PRESET_ID } from '../../../../src/domain/collection/deck.ts';
import { Settings } from '../../../../src/renderer/settings/settings.tsx';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import { changePreset, withSampleDeck, engineOf } from '../../../support/deps.ts';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';

test('[OPTIONS-4] every study option says in plain words what it does', async () => {
  const deps = await withSampleDeck(3, 1);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Settings />
      </Announcer>
    </EngineProvider>,
  );
  await expect.element(page.getByRole('textbox', { name: 'New cards a day' })).toBeVisible();
  const controls = [...document.querySelectorAll('.field-grid input, .field-grid select')];
  expect(controls.length).toBeGreaterThan(14);
  for (const control of controls) {
    const help = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    const name = (control as HTMLInputElement).labels?.[0]?.textContent;
    expect([name, (help?.textContent ?? '').length > 10]).toEqual([name, true]);
  }
  deps.close();
});

test('[OPTIONS-10] a retention and steps that are no round numbers stay when something else is saved', async () => {
  const deps = await withSampleDeck(3, 1);
  const odd = { desiredRetention: 0.925, learningStepsMinutes: [0.33333334, 15] };
  await changePreset(deps, odd);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Settings />
      </Announcer>
    </EngineProvider>,
  );
  const retention = page.getByRole('textbox', { name: 'Desired retention, %' });
  const newCards = page.getByRole('textbox', { name: 'New cards a day' });
  const save = (): Promise<void> =>
    page.getByRole('form', { name: 'Studying' }).getByRole('button', { name: 'Save' }).click();
  const kept = () => deps.store.presets.get(DEFAULT_PRESET_ID);
  await expect.element(retention).toHaveValue('92.5');
  await newCards.fill('7');
  await save();
  await expect.poll(kept).toMatchObject({ newPerDay: 7, ...odd });
  await retention.fill('91');
  await save();
  await expect.poll(kept).toMatchObject({ newPerDay: 7, ...odd, desiredRetention: 0.91 });
  await retention.fill('87,5');
  await save();
  await expect.poll(kept).toMatchObject({ newPerDay: 7, ...odd, desiredRetention: 0.875 });
  deps.close();
});

test('[BALANCE-8] even days and easy weekdays are chosen and kept in one step, and leave nothing once they are as before', async () => {
  const deps = await withSampleDeck(3, 1);
  const shown = () =>
    render(
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Settings />
        </Announcer>
      </EngineProvider>,
    );
  const isEven = page.getByLabelText('Even out the days');
  const weekday = (name: string) =>
    page.getByRole('group', { name: 'Easy weekdays' }).getByLabelText(name);
  const save = (): Promise<void> =>
    page.getByRole('form', { name: 'Studying' }).getByRole('button', { name: 'Save' }).click();
  const kept = () => deps.store.presets.get(DEFAULT_PRESET_ID);

  const first = await shown();
  await page.getByText('More options').click();
  const steps = await deps.store.operations.count();
  await isEven.selectOptions('No, leave it to chance');
  await weekday('Wednesday').selectOptions('Fewer');
  await weekday('Sunday').selectOptions('Avoid');
  await save();
  await expect.poll(kept).toEqual({
    ...DEFAULT_PRESET,
    evenOut: false,
    easyDays: ['normal', 'normal', 'reduced', 'normal', 'normal', 'normal', 'minimum'],
  });
  expect(await deps.store.operations.count()).toBe(steps + 1);
  await first.unmount();

  await shown();
  await page.getByText('More options').click();
  await expect.element(weekday('Sunday')).toHaveValue('minimum');
  await isEven.selectOptions('Yes, as far as spreading reaches');
  await weekday('Wednesday').selectOptions('Usual');
  await weekday('Sunday').selectOptions('Usual');
  await save();
  await expect.poll(kept).toEqual(DEFAULT_PRESET);
  deps.close();
});

test('[QUEUE-15][OPTIONS-4] new cards are counted as reviews where that is chosen, and not counted again', async () => {
  const deps = await withSampleDeck(3, 1);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Settings />
      </Announcer>
    </EngineProvider>,
  );
  await page.getByText('More options').click();
  const before = await deps.store.presets.toArray();
  const choose = async (words: string): Promise<unknown> => {
    await page.getByLabelText('New cards count as reviews').selectOptions(words);
    const study = page.getByRole('form', { name: 'Studying' });
    await study.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Study options saved.')).toBeInTheDocument();
    return deps.store.presets.get(DEFAULT_PRESET_ID);
  };
  expect(await choose('Yes, within the reviews a day')).toEqual({
    ...DEFAULT_PRESET,
    newWithinReviewLimit: true,
  });
  await expect
    .poll(() => choose('No, they come on top of the reviews'))
    .toEqual(before[0] ?? DEFAULT_PRESET);
  deps.close();
});
