import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Engine } from '../../../src/engine/engine.ts';
import type {
  ImportChoices,
  ImportLook,
  ImportReport,
  NoteExample,
} from '../../../src/engine/import/import-look.ts';
import type { DeckId, NoteId } from '../../../src/kernel/ids.ts';
import { ok, type Result } from '../../../src/kernel/problem.ts';
import type { Watch } from '../../../src/kernel/watch.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { ImportScreen } from '../../../src/renderer/import/import-screen.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/kit/form/forms.css';

/** What the worker behind the import would answer; each may be replaced by a test. */
export interface Answers {
  read(file: { readonly name: string }, watch: Watch): Promise<Result<ImportLook>>;
  look(choices: ImportChoices): Promise<Result<ImportLook>>;
  run(choices: ImportChoices, watch: Watch): Promise<Result<ImportReport>>;
}

/** `engine`, with an import that answers as a test says; `asked` has what was asked of it. */
export function withImport(engine: Engine, answers: Partial<Answers> = {}) {
  const asked: [string, unknown][] = [];
  const all: Answers = {
    read: async () => ok(aLook()),
    look: async () => ok(aLook()),
    run: async () => ok(aReport()),
    ...answers,
  };
  const imports: Readonly<Record<string, (given: never, watch: never) => Promise<unknown>>> = {
    readImport: all.read,
    lookAtImport: all.look,
    runImport: all.run,
    forgetImport: async () => ok(true),
  };
  const run = (name: string, ...given: unknown[]): unknown => {
    const own = imports[name];
    if (!own) return (engine.run as (...all: unknown[]) => unknown)(name, ...given);
    asked.push([name, given[0]]);
    return own(given[0] as never, given[1] as never);
  };
  return { engine: { ...engine, run } as Engine, asked };
}

export async function showImport(engine: Engine) {
  const { hook, history } = memoryLocation({ path: '/import', record: true });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engine}>
        <Announcer>
          <Steps>
            <ImportScreen />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return { place: () => history.at(-1) };
}

export function aLook(changes: Partial<ImportLook> = {}): ImportLook {
  return {
    fileName: 'Step 1.apkg',
    kind: 'anki',
    counts: { notes: 320, cards: 410, reviews: 5200, media: 31, types: 3, decks: 3 },
    hasSchedule: true,
    decks: [
      { id: 'heart' as DeckId, name: 'Med::Heart', notes: 200 },
      { id: 'lung' as DeckId, name: 'Med::Lung', notes: 100 },
      { id: 'skin' as DeckId, name: 'Skin', notes: 20 },
    ],
    notes: { added: 300, updated: 10, unchanged: 6, inConflict: 2, deleted: 2 },
    cardsAnsweredSince: 4,
    updated: [example(1, 'the left ventricle', 'the left ventricle, and the aorta')],
    conflicts: [
      example(2, 'a bicuspid valve', 'a mitral (bicuspid) valve'),
      example(3, 'three cusps', 'three leaflets'),
    ],
    scripts: [{ name: 'AnKing', shows: ['A button “One by one”', 'A timer'] }],
    problems: ['One picture is not in the file: heart.png.'],
    ...changes,
  };
}

export function example(number: number, mine: string, theirs: string): NoteExample {
  return {
    noteId: `note-${number}` as NoteId,
    summary: `Question ${number}`,
    fields: [{ name: 'Back', mine, theirs }],
  };
}

export function aReport(changes: Partial<ImportReport> = {}): ImportReport {
  return {
    fileName: 'Step 1.apkg',
    added: 300,
    updated: 12,
    unchanged: 6,
    keptMine: 0,
    cards: 390,
    reviews: 5200,
    media: 31,
    leftOut: [{ what: 'An enormous note', why: 'It is larger than a card can show.' }],
    problems: [],
    ...changes,
  };
}
