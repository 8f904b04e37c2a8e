import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import {
  type Deck,
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
} from '../../src/domain/collection/deck.ts';
import { BASIC, stockType } from '../../src/domain/content/stock.ts';
import type { Note } from '../../src/domain/content/note.ts';
import type { CramId, OverlayId } from '../../src/kernel/ids.ts';
import type { Exam, StudyBreak } from '../../src/domain/overlay/overlay.ts';
import type { Result } from '../../src/kernel/problem.ts';
import * as answer from '../../src/engine/commands/study/answer.ts';
import * as backlog from '../../src/engine/queries/backlog.ts';
import * as cards from '../../src/engine/commands/study/cards.ts';
import * as checkCollection from '../../src/engine/commands/settings/check-collection.ts';
import * as checkMedia from '../../src/engine/queries/check-media.ts';
import * as chosenNotes from '../../src/engine/queries/chosen-notes.ts';
import * as cram from '../../src/engine/commands/cram/cram.ts';
import * as cramChoice from '../../src/engine/commands/cram/cram-choice.ts';
import * as decks from '../../src/engine/commands/decks/decks.ts';
import * as drafts from '../../src/engine/commands/notes/drafts.ts';
import * as freeSpace from '../../src/engine/commands/media/free-space.ts';
import * as lintNotes from '../../src/engine/queries/lint-notes.ts';
import * as loadDeck from '../../src/engine/commands/decks/load-deck.ts';
import * as media from '../../src/engine/commands/media/media.ts';
import * as mendMedia from '../../src/engine/commands/media/mend-media.ts';
import * as noteTypes from '../../src/engine/commands/notes/note-types.ts';
import * as notes from '../../src/engine/commands/notes/notes.ts';
import * as overlays from '../../src/engine/commands/exams/overlays.ts';
import * as planDay from '../../src/engine/commands/exams/plan-day.ts';
import * as saveDeck from '../../src/engine/commands/decks/save-deck.ts';
import * as searches from '../../src/engine/commands/settings/searches.ts';
import * as settings from '../../src/engine/commands/settings/settings.ts';
import * as study from '../../src/engine/commands/study/study.ts';
import * as undo from '../../src/engine/commands/study/undo.ts';
import * as workload from '../../src/engine/queries/workload.ts';
import DECK_TEXT from '../../decks/natalizumab-ms.md?raw';
import { problemOf, sampleDeck, type TestDeps, withSampleDeck } from '../support/deps.ts';
import { sampleExam } from '../support/exams.ts';

const ALL = {
  ...answer,
  ...backlog,
  ...cards,
  ...checkCollection,
  ...checkMedia,
  ...chosenNotes,
  ...cram,
  ...cramChoice,
  ...decks,
  ...drafts,
  ...freeSpace,
  ...lintNotes,
  ...loadDeck,
  ...media,
  ...mendMedia,
  ...noteTypes,
  ...notes,
  ...overlays,
  ...planDay,
  ...saveDeck,
  ...searches,
  ...settings,
  ...study,
  ...undo,
  ...workload,
};

type Name = {
  [Each in keyof typeof ALL]: (typeof ALL)[Each] extends (
    ...given: never[]
  ) => Promise<Result<unknown>>
    ? Each
    : never;
}[keyof typeof ALL];

interface Sample {
  readonly deps: TestDeps;
  readonly card: Card;
  readonly note: Note;
  readonly deck: Deck;
  readonly exam: Exam;
  readonly pause: StudyBreak;
}

/** Every operation, called as a screen would. A new one belongs in here: types ask for it. */
const CALLS: { readonly [Each in Name]: (sample: Sample) => Promise<Result<unknown>> } = {
  addMedia: ({ deps }) => ALL.addMedia(deps, new File([PNG], 'a.png', { type: 'image/png' })),
  addNote: ({ deps, note, deck }) => ALL.addNote(deps, deck.id, note),
  addPreset: ({ deps }) => ALL.addPreset(deps, DEFAULT_PRESET, 'Mine'),
  adviseCatchUp: ({ deps }) => ALL.adviseCatchUp(deps),
  answerCard: ({ deps, card }) => ALL.answerCard(deps, card, 3, 5000),
  answerCram: ({ deps, card }) => ALL.answerCram(deps, CRAM, card.id, 3, 5000),
  archiveNotes: ({ deps, note }) => ALL.archiveNotes(deps, [note.id], true),
  backlogNow: ({ deps }) => ALL.backlogNow(deps),
  beginCram: ({ deps, card }) => ALL.beginCram(deps, [card.id], 'Odd'),
  beginStudy: ({ deps }) => ALL.beginStudy(deps, {}),
  buryCards: ({ deps, card }) => ALL.buryCards(deps, [card.id]),
  cardsFound: ({ deps }) => ALL.cardsFound(deps),
  cardsOfSearch: ({ deps }) => ALL.cardsOfSearch(deps, 'hidden'),
  changeNoteType: ({ deps, note }) =>
    ALL.changeNoteType(deps, [note.id], BASIC.id, { fields: {}, slots: {} }),
  checkCollection: ({ deps }) => ALL.checkCollection(deps),
  checkMediaNow: ({ deps }) => ALL.checkMediaNow(deps),
  chosenNotes: ({ deps, note }) => ALL.chosenNotes(deps, [note.id]),
  cramCards: ({ deps, card }) => ALL.cramCards(deps, [card.id], 'Odd'),
  cramChoice: ({ deps, exam }) => ALL.cramChoice(deps, exam.cards, 'Odd'),
  createDeck: ({ deps }) => ALL.createDeck(deps, 'Neurology'),
  deleteDeck: ({ deps, deck }) => ALL.deleteDeck(deps, deck.name, undefined),
  deleteMedia: ({ deps }) => ALL.deleteMedia(deps, ['a.png']),
  deleteNotes: ({ deps, note }) => ALL.deleteNotes(deps, [note.id]),
  deleteNoteType: ({ deps }) => ALL.deleteNoteType(deps, BASIC.id),
  deleteOverlay: ({ deps, exam }) => ALL.deleteOverlay(deps, exam.id),
  deletePreset: ({ deps }) => ALL.deletePreset(deps, DEFAULT_PRESET.id),
  deleteSearch: ({ deps }) => ALL.deleteSearch(deps, 'mine'),
  deleteUnused: ({ deps }) => ALL.deleteUnused(deps, ['a.png']),
  dropCram: ({ deps }) => ALL.dropCram(deps, CRAM),
  eachNotePage: ({ deps }) => ALL.eachNotePage(deps, undefined, async () => true),
  editNote: ({ deps, note }) =>
    ALL.editNote(deps, note, stockType(note.noteTypeId) ?? BASIC, note.fields),
  editNotes: ({ deps, note }) => ALL.editNotes(deps, [{ noteId: note.id, fields: {} }]),
  enterMark: ({ deps, exam }) => ALL.enterMark(deps, exam, 0.9, undefined),
  flagCards: ({ deps, card }) => ALL.flagCards(deps, [card.id], 1),
  forgetCards: ({ deps, card }) => ALL.forgetCards(deps, [card.id]),
  freeSpace: ({ deps }) => ALL.freeSpace(deps, { withRecent: true }),
  lintNotes: ({ deps }) => ALL.lintNotes(deps, undefined, async () => true),
  loadDeck: ({ deps }) => ALL.loadDeck(deps, sampleDeck(1)),
  loadShippedDeck: ({ deps }) => ALL.loadShippedDeck(deps, DECK_TEXT),
  markNotes: ({ deps, note }) => ALL.markNotes(deps, [note.id], true),
  mendMedia: ({ deps }) => ALL.mendMedia(deps),
  moveNotes: ({ deps, note, deck }) => ALL.moveNotes(deps, [note.id], deck.id),
  moveNotesToNewDeck: ({ deps, note }) => ALL.moveNotesToNewDeck(deps, [note.id], 'Neurology'),
  nextInStudy: ({ deps }) => ALL.nextInStudy(deps),
  openStudy: ({ deps }) => ALL.openStudy(deps),
  planDay: ({ deps }) => ALL.planDay(deps),
  previewExam: ({ deps, exam }) => ALL.previewExam(deps, exam, true),
  previewPoint: ({ deps, exam }) => ALL.previewPoint(deps, exam, 2),
  previewSettle: ({ deps }) => ALL.previewSettle(deps),
  previewWorkload: ({ deps, deck }) =>
    ALL.previewWorkload(
      deps,
      [{ deckIds: [deck.id], before: DEFAULT_PRESET }],
      DEFAULT_PRESET,
      DEFAULT_STUDY_SETTINGS,
    ),
  previewWorkloadOf: ({ deps, pause }) => ALL.previewWorkloadOf(deps, pause),
  readDeckText: ({ deps }) => ALL.readDeckText(deps, DECK_TEXT),
  readShippedText: ({ deps }) => ALL.readShippedText(deps, DECK_TEXT),
  redateCards: ({ deps, card }) => ALL.redateCards(deps, [card.id]),
  releaseCards: ({ deps, card }) => ALL.releaseCards(deps, [card.id], 5),
  renameDeck: ({ deps, deck }) => ALL.renameDeck(deps, deck.name, 'Neurology'),
  renameSection: ({ deps }) => ALL.renameSection(deps, 'Odd', 'Uneven'),
  rescheduleCards: ({ deps, card }) => ALL.rescheduleCards(deps, [card.id]),
  saveDeck: ({ deps, deck }) => ALL.saveDeck(deps, deck),
  saveNoteType: ({ deps }) => ALL.saveNoteType(deps, BASIC),
  saveOverlay: ({ deps, exam }) => ALL.saveOverlay(deps, exam),
  saveSearch: ({ deps }) => ALL.saveSearch(deps, { name: 'Mine', text: 'is:due' }),
  saveStudyOptions: ({ deps }) =>
    ALL.saveStudyOptions(deps, DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS),
  setCardsDue: ({ deps, card }) => ALL.setCardsDue(deps, [card.id], 3),
  setDeckPreset: ({ deps, deck }) => ALL.setDeckPreset(deps, [deck.id], DEFAULT_PRESET.id),
  setPreset: ({ deps }) => ALL.setPreset(deps, DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS),
  setStudySettings: ({ deps }) => ALL.setStudySettings(deps, DEFAULT_STUDY_SETTINGS),
  settleCram: ({ deps }) => ALL.settleCram(deps, [], true),
  silenceRule: ({ deps }) => ALL.silenceRule(deps, 'CR1', true),
  spaceToFree: ({ deps }) => ALL.spaceToFree(deps),
  studyMinutes: ({ deps }) => ALL.studyMinutes(deps, 10),
  studyPlan: ({ deps }) => ALL.studyPlan(deps),
  suspendCards: ({ deps, card }) => ALL.suspendCards(deps, [card.id], true),
  switchOverlay: ({ deps, exam }) => ALL.switchOverlay(deps, exam, false),
  tagNotes: ({ deps, note }) => ALL.tagNotes(deps, [note.id], { add: ['marked'] }),
  undoLast: ({ deps }) => ALL.undoLast(deps),
};

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

/** The library's worker reads by a connection of its own. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['cardsOfSearch']);

describe('[L6] with the database closed under it, every operation answers in words', () => {
  let closed: Sample;
  beforeEach(async () => {
    closed = await sample();
    closed.deps.store.close();
  });
  afterEach(() => closed.deps.close());

  test.each(Object.entries(CALLS))('%s', async (name, call) => {
    const result = await call(closed);
    if (READ_ELSEWHERE.has(name)) expect(result.ok).toBe(true);
    else problemOf(result);
  });
});
