import { Suspense } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { saveOverlay } from '../../../src/engine/commands/exams/overlays.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { ReviewScreen } from '../../../src/renderer/review/review-screen.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { accepted, engineOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import { sampleExam } from '../../support/exams.ts';

let deps: TestDeps;
afterEach(async () => {
  await cleanup();
  deps.close();
});

test('[EXAM-17] opened by itself on a day off, it does not say that minutes were used', async () => {
  deps = await withSampleDeck(5);
  const today = Math.floor(deps.nowMillis / 86_400_000);
  accepted(await saveOverlay(deps, sampleExam(deps, 9, { daysOff: [today] })));
  const { hook } = memoryLocation({ path: '/review' });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <Suspense>
              <ReviewScreen />
            </Suspense>
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  await expect.element(page.getByRole('heading', { name: 'No time left today' })).toBeVisible();
  await expect.element(page.getByText(/^Today has no minutes left\. /)).toBeVisible();
  expect(document.body.textContent).not.toContain('minutes are used');
});
