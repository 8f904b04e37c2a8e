import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Engine } from '../../../src/engine/engine.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { InsightsScreen } from '../../../src/renderer/insights/insights-screen.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { engineOf, type TestDeps, testDeps, withSampleDeck } from '../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

test.each([
  ['of some cards', () => withSampleDeck(5)],
  ['of an empty collection', () => testDeps()],
])('[WAIT-3] the figures %s are asked for once when the page opens', async (_, make) => {
  deps = await make();
  const engine = engineOf(deps);
  let times = 0;
  const ask: Engine['ask'] = (name, ...given) => {
    if (name === 'insights') times++;
    return engine.ask(name, ...given);
  };
  const { hook, searchHook } = memoryLocation({ path: '/insights' });
  await render(
    <Router hook={hook} searchHook={searchHook}>
      <EngineProvider engine={{ ...engine, ask }}>
        <Announcer>
          <Steps>
            <InsightsScreen />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  await expect
    .poll(() => document.querySelector('.insights-parts')?.getAttribute('aria-busy'))
    .toBe('false');
  expect(times).toBe(1);
});
