import { lazy } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Part } from '../../../../src/renderer/kit/page/part.tsx';

test('[SHELL-2] a part that cannot be loaded says so in its place, and the rest stays', async () => {
  const Missing = lazy(() =>
    Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  );
  const screen = await render(
    <main>
      <h1>Card info</h1>
      <Part meanwhile={<p>Loading</p>}>
        <Missing />
      </Part>
    </main>,
  );
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Everything saved is kept');
  await expect.element(screen.getByRole('heading', { name: 'Card info' })).toBeVisible();
});
