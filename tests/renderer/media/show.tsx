import type { ReactNode } from 'react';
import { type RenderResult, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { engineOf, type TestDeps } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/kit/form/forms.css';

/** Shows a part of the screen with all that stands above it in the program. */
export function show(deps: TestDeps, children: ReactNode): Promise<RenderResult> {
  const { hook } = memoryLocation({ path: '/media' });
  return render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>{children}</Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
}
