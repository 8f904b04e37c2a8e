import { page, userEvent } from 'vitest/browser';
import { type RenderResult, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Note } from '../../../../src/domain/content/note.ts';
import type { NoteId } from '../../../../src/kernel/ids.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { AddScreen } from '../../../../src/renderer/editor/note/add-screen.tsx';
import { EditNote } from '../../../../src/renderer/editor/note/edit-note.tsx';
import { Steps } from '../../../../src/renderer/steps/steps.tsx';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import { engineOf, type TestDeps } from '../../../support/deps.ts';
import { PNG } from '../../../support/media-files.ts';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';
import { waitFor } from '../../../support/wait-for.ts';

const REVIEWED = { onClosed: 0, onSaved: 0 };

/** The Add window with all that stands above it in the program, its first field in focus. */
export async function showAdd(deps: TestDeps): Promise<RenderResult> {
  const screen = await render(
    <Router hook={memoryLocation({ path: '/add' }).hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <AddScreen />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  await waitFor(() => expectFocusIn('.rich-text'));
  return screen;
}

/** The dialog that changes a note; how often it asked to be closed, and said that it saved. */
export async function showEdit(deps: TestDeps, noteId: NoteId) {
  const asked = { ...REVIEWED };
  const screen = await render(
    <Router hook={memoryLocation({ path: '/' }).hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <EditNote
              noteId={noteId}
              onClose={() => (asked.onClosed += 1)}
              onSaved={() => (asked.onSaved += 1)}
            />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  await waitFor(() => expectFocusIn('.rich-text'));
  return { screen, asked };
}

function expectFocusIn(selector: string): void {
  if (!document.activeElement?.closest(selector)) throw new Error(`no focus in ${selector}`);
}

export const fieldNamed = (name: string) => page.getByRole('textbox', { name }).first();

/** Finds a name in a field with completion, and takes it. */
export async function choose(field: 'Deck' | 'Type', name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await userEvent.fill(box, name);
  await userEvent.keyboard('{Enter}');
}

export const ctrlEnter = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

/** The notes of the collection, oldest first. */
export async function notesOf(deps: TestDeps): Promise<Note[]> {
  const notes = await deps.store.notes.toArray();
  return notes.sort((a, b) => a.position - b.position);
}

export const png = (name: string) => new File([PNG], name, { type: 'image/png' });
