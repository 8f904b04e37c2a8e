import type { Card } from '../../src/domain/collection/card.ts';
import { DEFAULT_PRESET_ID, type Preset } from '../../src/domain/collection/deck.ts';
import { type AnswerKind, kindOf } from '../../src/domain/collection/review.ts';
import { textOfDraft } from '../../src/domain/content/draft-text.ts';
import type { Note, NoteContent } from '../../src/domain/content/note.ts';
import { type FieldTexts, fieldText } from '../../src/domain/content/note-type.ts';
import { stockType } from '../../src/domain/content/stock.ts';
import type { DeckId, FieldId, NoteId } from '../../src/kernel/ids.ts';
import type { Operation } from '../../src/log/operation.ts';
import type { Problem, Result } from '../../src/kernel/problem.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import { textOfHtml } from '../../src/domain/template/html-text.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import type { Deps } from '../../src/engine/deps.ts';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { editNote } from '../../src/engine/commands/notes/notes.ts';
import { setPreset } from '../../src/engine/commands/settings/settings.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { openDatabase } from '../../src/store/open.ts';
import type { Queue } from '../../src/domain/study/queue/queue.ts';
import { type Scope, sourceOf } from '../../src/domain/study/source.ts';
import { readQueue } from '../../src/store/queue.ts';
import { withoutKeys } from '../../src/store/reach.ts';
import type { RoundsDatabase } from '../../src/store/schema.ts';
import { readPreset, readStudySettings } from '../../src/store/reads/settings.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../../src/engine/workers/connect.ts';

const MINUTE = 60_000;

/** The program's parts with a clock that only moves when told. Real IndexedDB. */
export interface TestDeps extends Deps {
  /** The clock: set or moved by a test. */
  nowMillis: number;
  utcOffsetMinutes: number;
  advance(minutes: number): void;
  close(): void;
}

let databases = 0;
let ids = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  return `test-${databases++}-${Math.random().toString(36).slice(2)}`;
}

let bucket: string | undefined;

/** Collections made from now on lie in this storage bucket; undefined: in the common place. */
export function keepIn(name: string | undefined): void {
  bucket = name;
}

export async function testDeps(
  start = '2026-03-02T08:00:00Z',
  deviceId = 'device-a',
): Promise<TestDeps> {
  const name = freshName();
  const place = bucket === undefined ? { name } : { name, bucket };
  const opened = await openDatabase(() => deviceId, undefined, place);
  if (!opened.ok) throw new Error(opened.problem.what);
  const store: RoundsDatabase = opened.value;
  const clock = () => ({ atMillis: deps.nowMillis, utcOffsetMinutes: deps.utcOffsetMinutes });
  let importer: Worker | undefined;
  const deps: TestDeps = {
    store,
    nowMillis: Date.parse(start),
    utcOffsetMinutes: 0,
    clock,
    newId: () => `id-${ids++}`,
    library: connectLibrary({ store, clock, start: libraryWorker }),
    planner: connectPlanner({ store, clock, start: planWorker }),
    writer: connectWriter({ store, start: writeWorker }),
    startImporter: () => {
      importer = importWorker();
      return importer;
    },
    startExporter: exportWorker,
    platform: createWebPlatform(),
    advance: (minutes) => {
      deps.nowMillis += minutes * MINUTE;
    },
    close: () => {
      deps.library.close();
      deps.planner.close();
      deps.writer.close();
      importer?.terminate();
      // What it leaves goes at the end of the file, with all others (emptied-page.ts).
      store.close();
    },
  };
  return deps;
}

const engines = new WeakMap<Deps, Engine>();

/** The engine over `deps`, the same one each time. */
export function engineOf(deps: Deps): Engine {
  const engine = engines.get(deps) ?? createEngine(deps);
  engines.set(deps, engine);
  return engine;
}

export function libraryWorker(): Worker {
  return new Worker(new URL('../../src/engine/workers/library-worker.ts', import.meta.url), {
    type: 'module',
  });
}

function planWorker(): Worker {
  return new Worker(new URL('../../src/engine/workers/plan-worker.ts', import.meta.url), {
    type: 'module',
  });
}

function exportWorker(): Worker {
  return new Worker(new URL('../../src/engine/export/export-worker.ts', import.meta.url), {
    type: 'module',
  });
}

function importWorker(): Worker {
  return new Worker(new URL('../../src/engine/workers/import-worker.ts', import.meta.url), {
    type: 'module',
  });
}

export function writeWorker(): Worker {
  return new Worker(new URL('../../src/engine/workers/write-worker.ts', import.meta.url), {
    type: 'module',
  });
}

/** `notes` cloze notes of `cardsEach` deletions, in two sections by turns. */
export function sampleDeck(notes: number, cardsEach = 2, id = 'sample') {
  return {
    deck: { id: id as DeckId, name: 'Sample', source: 'A book' },
    drafts: Array.from({ length: notes }, (_, index) => ({
      id: `${id}:fact-${String(index).padStart(4, '0')}` as NoteId,
      content: {
        type: 'cloze' as const,
        text: Array.from(
          { length: cardsEach },
          (_, slot) => `{{c${slot + 1}::hidden ${index}.${slot}}}`,
        ).join(' beside '),
      },
      extra: '',
      sections: [index % 2 === 0 ? 'Even' : 'Odd'],
      source: 'A book, page 1',
    })),
    problems: [],
    unread: new Set<NoteId>(),
    places: new Map(),
  };
}

/** The value of a result, or a failed test that says why there is none. */
export function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.kept}`);
  return result.value;
}

/** The problem of a result that must have been refused, in full sentences. */
export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('was not refused');
  const { what, kept, todo } = result.problem;
  for (const sentence of [what, kept, todo]) {
    if (!/^\S.*[.]$/s.test(sentence)) throw new Error(`not a sentence: ${sentence}`);
  }
  return result.problem;
}

/** All rows of all tables, for saying that nothing changed. */
export async function everyRow(deps: TestDeps): Promise<Record<string, unknown[]>> {
  const entries = await Promise.all(
    deps.store.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(entries);
}

/** A card as screens get it, without the keys of its queue. */
export async function cardOf(deps: TestDeps, id: string): Promise<Card> {
  const row = await deps.store.cards.get(id);
  if (!row) throw new Error(`no card ${id}`);
  return withoutKeys(row);
}

export async function noteOf(deps: TestDeps, id: string): Promise<Note> {
  const note = await deps.store.notes.get(id);
  if (!note) throw new Error(`no note ${id}`);
  return note;
}

/** New plain text for a note of a stock type, as the review screen's editor saves it. */
export function rewriteNote(
  deps: TestDeps,
  note: Note,
  content: NoteContent,
  extra: string,
): Promise<Result<Operation>> {
  const { fields } = textOfDraft({ id: note.id, content, extra, sections: [], source: '' });
  const type = stockType(note.noteTypeId);
  if (!type) throw new Error('not a stock type');
  const { extra: text = '', ...others } = fields as Record<string, string>;
  return editNote(deps, note, type, { ...others, extra: text } as FieldTexts);
}

/** A plain text as a field holds it. */
export function textIn(note: Note, field: string): string {
  return textOfHtml(fieldText(note.fields, field as FieldId));
}

/** The queue as it stands now. */
export function queueOf(deps: TestDeps, scope: Scope = {}, limit?: number): Promise<Queue> {
  return readQueue(deps.store, sourceOf(scope), deps.clock(), limit);
}

/** Grades the first card of the queue, which must be there. */
export async function answerFirst(
  deps: TestDeps,
  grade: Grade = 3,
  scope: Scope = {},
): Promise<Card> {
  const card = (await queueOf(deps, scope, 8)).cards[0];
  if (!card) throw new Error('the queue is empty');
  accepted(await answerCard(deps, card, grade, 5000));
  return card;
}

export async function changePreset(deps: TestDeps, change: Partial<Preset>): Promise<void> {
  const [preset, settings] = await Promise.all([
    readPreset(deps.store, DEFAULT_PRESET_ID),
    readStudySettings(deps.store),
  ]);
  accepted(await setPreset(deps, { ...preset, ...change }, settings));
}

export async function withSampleDeck(notes: number, cardsEach = 2): Promise<TestDeps> {
  const deps = await testDeps();
  const loaded = await loadDeck(deps, sampleDeck(notes, cardsEach), NO_CHOICE, 'program');
  if (!loaded.ok) throw new Error(loaded.problem.what);
  return deps;
}

/** After so many answers of a day the rest is Easy: grades that come round can keep a card in its steps. */
const AS_ASKED = 120;

/** Answers until nothing is left today, waiting for learning cards; the kinds of the answers. */
export async function studyUntilDone(
  deps: TestDeps,
  gradeOf: (answer: number) => Grade,
  scope: Scope = {},
): Promise<AnswerKind[]> {
  const kinds: AnswerKind[] = [];
  for (let answers = 0; answers < 500; answers++) {
    const queue = await queueOf(deps, scope, 8);
    const card = queue.cards[0];
    if (card) {
      const grade = answers < AS_ASKED ? gradeOf(answers) : 4;
      accepted(await answerCard(deps, card, grade, 5000));
      kinds.push(kindOf(card.schedule));
    } else if (queue.nextLearningAtMillis === undefined) {
      return kinds;
    } else {
      deps.nowMillis = Math.max(deps.nowMillis, queue.nextLearningAtMillis);
    }
  }
  throw new Error('the day never ends');
}
