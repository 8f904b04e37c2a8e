import { type RenderResult, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { NoteTypes } from '../../../src/renderer/note-types/note-types.tsx';
import { engineOf, type TestDeps } from '../../support/deps.ts';

/** The screen of note types, with all that stands above it in the program. */
export function showTypes(deps: TestDeps): Promise<RenderResult> {
  return render(
    <Router hook={memoryLocation({ path: '/types' }).hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <NoteTypes />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
}
