import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Settings } from '../../../src/renderer/settings/settings.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { withSampleDeck, engineOf } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

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
