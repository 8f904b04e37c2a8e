import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { comesLater, loadAllLater } from '../../../../src/renderer/kit/page/comes-later.tsx';

const meanwhile: string[] = [];
function Meanwhile({ name }: { readonly name: string }) {
  meanwhile.push(name);
  return <p>loading</p>;
}

test('[SHELL-35] what is loaded already is drawn at once, and nothing in its place before', async () => {
  const Ready = comesLater(async () => ({ of }: { readonly of: string }) => <b>{of}</b>);
  const NotYet = comesLater(async () => ({ of }: { readonly of: string }) => <i>{of}</i>);
  await Ready.load();
  meanwhile.length = 0;
  const screen = await render(
    <>
      <Suspense fallback={<Meanwhile name="ready" />}>
        <Ready of="there" />
      </Suspense>
      <Suspense fallback={<Meanwhile name="not yet" />}>
        <NotYet of="came" />
      </Suspense>
    </>,
  );
  await expect.element(screen.getByText('there')).toBeInTheDocument();
  await expect.element(screen.getByText('came')).toBeInTheDocument();
  expect(meanwhile).not.toContain('ready');
  expect(meanwhile).toContain('not yet');
});

test('[SHELL-35] what came while it was shown goes on as it is', async () => {
  let drawings = 0;
  const Part = comesLater(async () => {
    return function Counted({ n }: { readonly n: number }) {
      drawings += n === 1 ? 1 : 0;
      return <b data-n={n}>part</b>;
    };
  });
  const at = (n: number) => (
    <Suspense>
      <Part n={n} />
    </Suspense>
  );
  const screen = await render(at(1));
  const part = screen.getByText('part');
  await expect.element(part).toBeInTheDocument();
  const element = part.element();
  await screen.rerender(at(2));
  expect(part.element()).toBe(element);
  expect(drawings).toBeGreaterThan(0);
});

test('[SHELL-35] all of it is loaded ahead, what it brings and whatever fails', async () => {
  const loaded: string[] = [];
  comesLater(async () => {
    comesLater(async () => {
      loaded.push('inner');
      return () => null;
    });
    loaded.push('outer');
    return () => null;
  });
  comesLater(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  comesLater(async () => {
    loaded.push('last');
    return () => null;
  });
  await loadAllLater(async () => {});
  expect(loaded).toEqual(['outer', 'last', 'inner']);
});
