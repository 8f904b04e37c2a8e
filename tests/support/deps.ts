import type { DeckId, NoteId } from '../../src/domain/ids.ts';
import type { Deps } from '../../src/operations/deps.ts';
import { loadDeck, NO_CHOICE } from '../../src/operations/load-deck.ts';
import { createWebPlatform } from '../../src/platform/web.ts';
import { openDatabase } from '../../src/store/open.ts';
import type { RoundsDatabase } from '../../src/store/schema.ts';

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

export async function testDeps(start = '2026-03-02T08:00:00Z'): Promise<TestDeps> {
  const name = `test-${databases++}-${Math.random().toString(36).slice(2)}`;
  const opened = await openDatabase(() => 'device-a', undefined, name);
  if (!opened.ok) throw new Error(opened.problem.what);
  const store: RoundsDatabase = opened.value;
  const deps: TestDeps = {
    store,
    nowMillis: Date.parse(start),
    utcOffsetMinutes: 0,
    clock: () => ({ atMillis: deps.nowMillis, utcOffsetMinutes: deps.utcOffsetMinutes }),
    newId: () => crypto.randomUUID(),
    platform: createWebPlatform(),
    advance: (minutes) => {
      deps.nowMillis += minutes * MINUTE;
    },
    close: () => {
      store.close();
      indexedDB.deleteDatabase(name);
    },
  };
  return deps;
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

export async function withSampleDeck(notes: number, cardsEach = 2): Promise<TestDeps> {
  const deps = await testDeps();
  const loaded = await loadDeck(deps, sampleDeck(notes, cardsEach), NO_CHOICE, 'program');
  if (!loaded.ok) throw new Error(loaded.problem.what);
  return deps;
}
