import { afterEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { Router, useLocation, useSearch } from 'wouter';
import { useHashPath } from '../../src/renderer/use-hash-path.ts';

const before = location.href;
afterEach(async () => {
  await cleanup();
  history.replaceState(null, '', before);
});

function Shown() {
  const [path] = useLocation();
  return <p>{`${path} ${new URLSearchParams(useSearch()).get('search')}`}</p>;
}

test('[LIBRARY-28] a search written into an address by hand is whole, question marks too', async () => {
  location.hash = '#/library?search=what?now?';
  const screen = await render(
    <Router hook={useHashPath}>
      <Shown />
    </Router>,
  );
  await expect.element(screen.getByText('/library what?now?')).toBeVisible();
});
