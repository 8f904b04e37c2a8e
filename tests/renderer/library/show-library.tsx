import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { addNote } from '../../../src/engine/commands/notes/notes.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import {
  libraryPreferencesFrom,
  setLibraryPreferences,
} from '../../../src/renderer/library/library-preferences.ts';
import { LibraryScreen } from '../../../src/renderer/library/library-screen.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { accepted, type TestDeps, testDeps, engineOf } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/kit/form/forms.css';
import '../../../src/renderer/review/review.css';

/** Front, back, deck, sections: the newest last. */
const NOTES = [
  ['Which nerve abducts the eye?', 'The abducens nerve', 'Anatomy', 'Lectures::Monday'],
  ['Which nerve moves the tongue?', 'The hypoglossal nerve', 'Anatomy', 'Lectures::Monday'],
  ['Sign of hyperkalaemia?', 'Peaked T waves', 'Medicine::Cardiology', 'Lectures::Tuesday'],
  ['Drug for absence seizures?', 'Ethosuximide', 'Medicine::Neurology', 'Lectures::Tuesday'],
  ['Drug for Pneumocystis?', 'Co-trimoxazole', 'Medicine::Neurology', 'Exam'],
] as const;

export const FRONTS: readonly string[] = NOTES.map(([front]) => front).reverse();

export interface Sample {
  readonly deps: TestDeps;
  /** By front. */
  readonly noteIds: ReadonlyMap<string, NoteId>;
  cardOf(front: string): CardId;
  noteOf(front: string): NoteId;
}

/** Five basic notes in three decks, added a minute apart. */
export async function sampleLibrary(): Promise<Sample> {
  const deps = await testDeps();
  const decks = new Map<string, DeckId>();
  for (const name of new Set(NOTES.map(([, , deck]) => deck))) {
    decks.set(name, accepted(await createDeck(deps, name)));
  }
  const noteIds = new Map<string, NoteId>();
  for (const [front, back, deck, section] of NOTES) {
    deps.advance(1);
    const fields = { front, back } as unknown as FieldTexts;
    const text = { noteTypeId: 'basic' as NoteTypeId, fields, sections: [section] };
    const added = accepted(await addNote(deps, decks.get(deck) as DeckId, text));
    noteIds.set(front, added.noteId);
  }
  const noteOf = (front: string): NoteId => {
    const id = noteIds.get(front);
    if (!id) throw new Error(`no note ${front}`);
    return id;
  };
  return { deps, noteIds, noteOf, cardOf: (front) => `${noteOf(front)}/1` as CardId };
}

/** The library screen, with all that stands above it in the program; where it leads. */
export async function showLibrary(
  deps: TestDeps,
  size: { readonly width: number; readonly height: number } = { width: 1200, height: 800 },
): Promise<{ readonly places: readonly string[]; readonly goTo: (place: string) => void }> {
  localStorage.removeItem('rounds.library');
  setLibraryPreferences(libraryPreferencesFrom(null));
  await page.viewport(size.width, size.height);
  const { hook, searchHook, history, navigate } = memoryLocation({
    path: '/library',
    record: true,
  });
  await render(
    <Router hook={hook} searchHook={searchHook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <LibraryScreen />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return { places: history, goTo: navigate };
}

export const field = () => page.getByRole('combobox', { name: 'Search the library' });
export const meaning = () =>
  page.elementLocator(document.querySelector('.search-meaning') as Element);
export const dataRows = () => [...document.querySelectorAll('.grid-body [role="row"]')];

/** What the first column shows, from top to bottom. */
export function listed(): string[] {
  return dataRows().map((row) => row.querySelector('.grid-text')?.textContent ?? '');
}

/** What is chosen, by the first column. */
export function chosen(): string[] {
  return dataRows()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => row.querySelector('.grid-text')?.textContent ?? '');
}

export const row = (text: string | RegExp) => page.getByRole('row', { name: text });
export const node = (name: string | RegExp) => page.getByRole('treeitem', { name });
export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
export const dialog = () => page.getByRole('dialog');
