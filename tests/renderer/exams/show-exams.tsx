import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Exam } from '../../../src/domain/overlay/overlay.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { saveOverlay } from '../../../src/engine/commands/exams/overlays.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { ExamEditor } from '../../../src/renderer/exams/exam-editor.tsx';
import { ExamScreen } from '../../../src/renderer/exams/exam-screen.tsx';
import { ExamsScreen } from '../../../src/renderer/exams/exams-screen.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { accepted, sampleDeck, type TestDeps, testDeps, engineOf } from '../../support/deps.ts';
import { sampleExam } from '../../support/exams.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

/** 2 March 2026, 08:00: a deck of 40 cards in the sections Even and Odd, none studied so far. */
export async function sampleDeps(): Promise<TestDeps> {
  const deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(20), NO_CHOICE));
  return deps;
}

export async function savedExam(
  deps: TestDeps,
  days: number,
  part: Partial<Exam> = {},
): Promise<Exam> {
  const exam = sampleExam(deps, days, part);
  accepted(await saveOverlay(deps, exam));
  return exam;
}

/** The exam screens as the program shows them at `path`; where they lead. */
export async function showExams(
  deps: TestDeps,
  path: string,
): Promise<{ readonly places: readonly string[]; readonly goTo: (path: string) => void }> {
  await page.viewport(1200, 900);
  const { hook, history, navigate } = memoryLocation({ path, record: true });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <Switch>
              <Route path="/exams">
                <ExamsScreen />
              </Route>
              <Route path="/exams/new">
                <ExamEditor />
              </Route>
              <Route path="/exams/:id/edit">
                {({ id }) => <ExamEditor id={decodeURIComponent(id)} />}
              </Route>
              <Route path="/exams/:id">
                {({ id }) => <ExamScreen id={decodeURIComponent(id)} />}
              </Route>
            </Switch>
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return { places: history, goTo: navigate };
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const picture = (name: RegExp) => page.getByRole('img', { name });

export async function storedExams(deps: TestDeps): Promise<readonly Exam[]> {
  return (await deps.store.overlays.toArray()).filter((each) => each.kind === 'exam');
}
