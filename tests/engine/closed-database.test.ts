import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import DECK_TEXT from '../../decks/natalizumab-ms.md?raw';
import type { Card } from '../../src/domain/collection/card.ts';
import {
  type Deck,
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
} from '../../src/domain/collection/deck.ts';
import type { Note } from '../../src/domain/content/note.ts';
import { BASIC, stockType } from '../../src/domain/content/stock.ts';
import type { Exam, StudyBreak } from '../../src/domain/overlay/overlay.ts';
import { COMMANDS, type CommandName } from '../../src/engine/commands/table.ts';
import type { CommandArgs, LiveName, QueryName } from '../../src/engine/engine.ts';
import { DEFAULT_CHOICES } from '../../src/engine/import/import-look.ts';
import type { Given } from '../../src/engine/queries/context.ts';
import { IN_LIBRARY, IN_PLANNER, LIVE, type Queries } from '../../src/engine/queries/table.ts';
import type { CramId, OperationId, OverlayId } from '../../src/kernel/ids.ts';
import type { Result } from '../../src/kernel/problem.ts';
import {
  accepted,
  engineOf,
  problemOf,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';
import { sampleExam } from '../support/exams.ts';

interface Sample {
  readonly deps: TestDeps;
  readonly card: Card;
  readonly note: Note;
  readonly deck: Deck;
  readonly exam: Exam;
  readonly pause: StudyBreak;
}

/** What a screen gives to each command. A new one belongs in here: types ask for it. */
const RUN: { readonly [Name in CommandName]: (sample: Sample) => CommandArgs<Name> } = {
  addMedia: () => [new File([PNG], 'a.png', { type: 'image/png' })],
  addNote: ({ note, deck }) => [deck.id, note],
  addPreset: () => [DEFAULT_PRESET, 'Mine'],
  answerCard: ({ card }) => [card, 3, 5000],
  answerCram: ({ card }) => [CRAM, card.id, 3, 5000],
  archiveNotes: ({ note }) => [[note.id], true],
  beginCram: ({ card }) => [[card.id], 'Odd'],
  beginStudy: () => [{}],
  bringInFromFolder: () => [],
  buryCards: ({ card }) => [[card.id]],
  buryNote: ({ note }) => [note.id],
  changeNoteType: ({ note }) => [[note.id], BASIC.id, { fields: {}, slots: {} }],
  checkCollection: () => [],
  makeCopy: () => ['asked'],
  makeDailyCopy: () => [],
  mergeFile: () => [new Blob()],
  replaceByFile: () => [new Blob()],
  restoreCopy: () => ['1-2-day.rounds'],
  exportFile: () => [
    { kind: 'all' },
    { form: 'apkg', withSchedule: true, withMedia: true },
    'Rounds',
  ],
  saveCollection: () => [],
  cramCards: ({ card }) => [[card.id], 'Odd'],
  cramChoice: ({ exam }) => [exam.cards, 'Odd'],
  createDeck: () => ['Neurology'],
  deleteDeck: ({ deck }) => [deck.name, undefined],
  deleteMedia: () => [['a.png']],
  deleteNotes: ({ note }) => [[note.id]],
  deleteNoteType: () => [BASIC.id],
  deleteOverlay: ({ exam }) => [exam.id],
  deletePutAside: () => [{ name: 'rounds', bucket: 'rounds-cards-7' }],
  deletePreset: () => [DEFAULT_PRESET.id],
  deleteSearch: () => ['mine'],
  deleteUnused: () => [['a.png']],
  dropCram: () => [CRAM],
  dropDraft: () => ['add'],
  editNote: ({ note }) => [note, stockType(note.noteTypeId) ?? BASIC, note.fields],
  editNotes: ({ note }) => [[{ noteId: note.id, fields: {} }]],
  enterMark: ({ exam }) => [exam, 0.9, undefined],
  finishStudy: () => [],
  flagCards: ({ card }) => [[card.id], 1],
  forgetCards: ({ card }) => [[card.id]],
  forgetImport: () => [],
  takeBackImport: () => [{ id: 'device-a:0000000000' as OperationId, workedOn: 'keep' }],
  lookAtImport: () => [DEFAULT_CHOICES],
  readImport: () => [{ name: 'a.csv', content: new Blob(['a,b']) }],
  runImport: () => [DEFAULT_CHOICES],
  freeSpace: () => [{ withRecent: true }],
  keepDraft: () => ['add', { half: 'written' }],
  loadDeck: () => [sampleDeck(1)],
  loadShippedDeck: () => [DECK_TEXT],
  markNotes: ({ note }) => [[note.id], true],
  mendCollection: () => [['agree']],
  mendMedia: () => [],
  moreNew: () => [],
  moveNotes: ({ note, deck }) => [[note.id], deck.id],
  moveNotesToNewDeck: ({ note }) => [[note.id], 'Neurology'],
  nextAfter: () => [{ writes: 1, changes: [] } as never, undefined],
  nextInStudy: () => [],
  openStudy: () => [],
  planDay: () => [],
  prepareNext: ({ card }) => [card],
  redateCards: ({ card }) => [[card.id]],
  regradeHard: () => [REGRADE, false],
  releaseCards: ({ card }) => [[card.id], 5],
  renameDeck: ({ deck }) => [deck.name, 'Neurology'],
  renameSection: () => ['Odd', 'Uneven'],
  rescheduleCards: ({ card }) => [[card.id]],
  saveDeck: ({ deck }) => [deck],
  saveNoteType: () => [BASIC],
  saveOverlay: ({ exam }) => [exam],
  saveSearch: () => [{ name: 'Mine', text: 'is:due' }],
  saveStudyOptions: () => [DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS],
  setCardsDue: ({ card }) => [[card.id], 3],
  setDeckPreset: ({ deck }) => [[deck.id], DEFAULT_PRESET.id],
  setPreset: () => [DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS],
  setStudySettings: () => [DEFAULT_STUDY_SETTINGS],
  settleCram: () => [[], true],
  silenceRule: () => ['CR1', true],
  studyAhead: () => [1],
  studyMinutes: () => [10],
  studyPlan: () => [],
  suspendCards: ({ card }) => [[card.id], true],
  suspendNote: ({ note }) => [note.id],
  switchOverlay: ({ exam }) => [exam, false],
  tagNotes: ({ note }) => [[note.id], { add: ['marked'] }],
  redoLast: () => [],
  undoLast: () => [],
};

/** What a screen gives with each query. */
const ASKED: { readonly [Name in QueryName]: (sample: Sample) => Given<Queries[Name]> } = {
  adviseCatchUp: () => [],
  backlogNow: () => [],
  card: ({ card }) => [{ cardId: card.id }],
  cardsAhead: () => [],
  checkMediaNow: () => [{}, () => true],
  nextRedo: () => [],
  nextUndo: () => [],
  collectionFile: () => [{ content: new Blob() }],
  copies: () => [],
  copiesOutside: () => [],
  chosenNotes: ({ note }) => [{ noteIds: [note.id] }],
  printableCards: () => [{ what: { kind: 'all' } }],
  counts: () => [],
  cramReport: () => [{ cramId: CRAM }],
  daysNotSaved: () => [{ today: 20_514 }],
  dayPlan: () => [{ found: {} }],
  decks: () => [],
  draftKept: () => [{ id: 'add' }],
  importsMade: () => [],
  lastSlotOfType: () => [{ noteTypeId: BASIC.id }],
  previewTakeBack: () => [{ id: 'device-a:0000000000' as OperationId, workedOn: 'keep' }],
  duplicates: () => [{ similarity: 1 }],
  dayAfter: () => [{ found: {} }],
  plannedTomorrow: () => [],
  sessionReport: ({ card }) => [{ answered: [{ cardId: card.id, isForgotten: true }] }],
  examOutlook: ({ exam }) => [{ exam, found: {}, isRough: true }],
  examPoint: ({ exam }) => [{ exam, found: {}, factor: 2 }],
  find: () => [SEARCH],
  firstRows: () => [{ mode: 'cards', limit: 40 }],
  libraryTotal: () => [{ mode: 'cards' }],
  forecasts: ({ exam }) => [{ overlayId: exam.id }],
  ids: () => [{ token: 'forgotten' }],
  idsOfSearch: () => [SEARCH],
  lastOperation: () => [],
  lastOutside: () => [],
  databasesAside: () => [],
  adviceOn: ({ note }) => [{ noteIds: [note.id] }],
  lintNotes: () => [{ deckId: undefined }, () => true],
  cardsByGroup: () => [null],
  makeReady: () => [null],
  mediaContent: () => [{ name: 'a.png' }],
  mediaFile: () => [{ name: 'a.png' }],
  insights: () => [{ scope: { kind: 'all' }, period: 'month' }],
  learnWeights: () => [{ present: DEFAULT_STUDY_SETTINGS.weights, relearningSteps: 1 }],
  nearest: () => [{ text: 'hidden' }],
  predictedAnswers: () => [{}],
  noteForEditing: ({ note }) => [{ noteId: note.id }],
  notesAdded: () => [{ limit: 5 }],
  noteTypes: () => [],
  openCramAnswers: () => [],
  overlays: () => [],
  presets: () => [],
  previewExam: ({ exam }) => [{ exam, isRough: true }],
  previewPoint: ({ exam }) => [{ exam, factor: 2 }],
  previewRegrade: () => [REGRADE],
  previewSettle: () => [{}],
  previewWorkload: ({ deck }) => [
    {
      decks: [{ deckIds: [deck.id], before: DEFAULT_PRESET }],
      after: DEFAULT_PRESET,
      settings: DEFAULT_STUDY_SETTINGS,
    },
  ],
  previewWorkloadOf: ({ pause }) => [{ pause }],
  deckFile: ({ deck }) => [{ deckId: deck.id }],
  readDeckText: () => [{ text: DECK_TEXT }],
  readShippedText: () => [{ text: DECK_TEXT }],
  replacePlan: () => [
    {
      request: { find: 'a', replaceWith: 'b', isRegex: false, inHtml: false, matchCase: false },
      noteIds: undefined,
    },
  ],
  retentionCurve: ({ deck }) => [{ deckIds: [deck.id] }],
  rows: () => [{ token: 'forgotten', from: 0, to: 9 }],
  sampleNote: () => [{ noteTypeId: BASIC.id }],
  savedSearches: () => [],
  searchCounts: () => [],
  setAside: () => [{ limit: 500 }],
  settings: () => [{ presetId: DEFAULT_PRESET.id }],
  silencedRules: () => [],
  simulated: ({ deck }) => [
    {
      decks: [deck],
      presets: [DEFAULT_PRESET],
      changed: { presetId: DEFAULT_PRESET.id, ...DEFAULT_PRESET },
      daysOff: { weekdays: [] },
      days: 90,
    },
  ],
  spaceToFree: () => [],
  studyDay: ({ deps }) => [{ now: deps.clock() }],
  today: ({ deps }) => [{ now: deps.clock() }],
  typesInUse: () => [],
  vocabulary: () => [],
  workloadWith: ({ pause }) => [{ pause }],
};

const SEARCH = {
  text: 'hidden',
  mode: 'cards',
  sort: { column: 'due', descending: false },
} as const;
const REGRADE = {
  scope: { kind: 'all' },
  span: { from: 20_000, to: 20_500 },
  which: 'all',
} as const;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const CRAM = 'cram' as CramId;
const DAY = 86_400_000;

async function sample(): Promise<Sample> {
  const deps = await withSampleDeck(4);
  const [card] = await deps.store.cards.toArray();
  const [note] = await deps.store.notes.toArray();
  const [deck] = await deps.store.decks.toArray();
  if (!card || !note || !deck) throw new Error('no sample');
  const today = Math.floor(deps.nowMillis / DAY);
  const exam = sampleExam(deps, 9);
  const pause: StudyBreak = {
    kind: 'break',
    id: 'break' as OverlayId,
    name: 'Ski',
    isOn: true,
    fromDay: today + 1,
    toDay: today + 3,
    spreadDays: 2,
  };
  return { deps, card, note, deck, exam, pause };
}

/** The workers read by connections of their own; copies lie beside the database. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  ...IN_LIBRARY,
  ...IN_PLANNER,
  'idsOfSearch',
  'copies',
  'copiesOutside',
  'databasesAside',
]);
/** They read and write nothing. */
const NEEDS_NOTHING: ReadonlySet<string> = new Set(['forgetImport']);
/** Half-written notes say whether there was a place for them; one is beside the database. */
const SAYS_WHETHER: ReadonlySet<string> = new Set(['dropDraft', 'keepDraft']);

describe('[STORE-6] with the database closed under it, everything answers in words', () => {
  let closed: Sample;
  beforeEach(async () => {
    closed = await sample();
    closed.deps.store.close();
  });
  afterEach(() => closed.deps.close());

  test.each(Object.keys(COMMANDS) as CommandName[])('the command %s', async (name) => {
    const run = engineOf(closed.deps).run as (...given: unknown[]) => Promise<Result<unknown>>;
    const result = await run(name, ...RUN[name](closed));
    if (NEEDS_NOTHING.has(name)) expect(result.ok).toBe(true);
    else if (SAYS_WHETHER.has(name)) expect(accepted(result)).toEqual(expect.any(Boolean));
    else problemOf(result);
  });

  test.each(Object.keys(ASKED) as QueryName[])('the query %s', async (name) => {
    const ask = engineOf(closed.deps).ask as (...given: unknown[]) => Promise<Result<unknown>>;
    const result = await ask(name, ...ASKED[name](closed));
    if (READ_ELSEWHERE.has(name)) expect(result.ok).toBe(true);
    else problemOf(result);
  });

  test.each(Object.keys(LIVE) as LiveName[])('the live query %s', async (name) => {
    const [args = {}] = ASKED[name](closed);
    const answer = await new Promise<Result<unknown>>((resolve) => {
      const stop = engineOf(closed.deps).watch(name, args as never, (result) => {
        resolve(result);
        stop();
      });
    });
    problemOf(answer);
  });
});
