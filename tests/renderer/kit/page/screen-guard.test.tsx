import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { TopBar } from '../../../../src/renderer/kit/page/top-bar.tsx';
import { ScreenGuard } from '../../../../src/renderer/kit/page/screen-guard.tsx';

function Broken(): never {
  throw new Error('a part is missing');
}

test('[SHELL-2] a screen that fails says so in its place; the others are in reach, and it is tried again', async () => {
  const memory = memoryLocation({ path: '/library', record: true });
  const isMended = { value: false };
  function Shown() {
    const [place] = memory.hook();
    return (
      <>
        <TopBar onKeys={() => {}} />
        <ScreenGuard place={place}>
          <Switch>
            <Route path="/library">{isMended.value ? <h1>Library</h1> : <Broken />}</Route>
            <Route>
              <h1>Today is here</h1>
            </Route>
          </Switch>
        </ScreenGuard>
      </>
    );
  }
  await render(
    <Router hook={memory.hook}>
      <Shown />
    </Router>,
  );
  await expect.element(page.getByRole('main')).toHaveTextContent('a part is missing');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Everything saved is kept');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect.element(page.getByRole('heading', { name: 'Today is here' })).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  isMended.value = true;
  memory.navigate('/library');
  await expect.element(page.getByRole('heading', { name: 'Library' })).toBeVisible();
});
