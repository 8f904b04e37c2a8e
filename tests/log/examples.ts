import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import type { Deck } from '../../src/domain/collection/deck.ts';
import type { Reach, Rows } from '../../src/domain/collection/rows.ts';
import type { MediaFile, MediaName } from '../../src/domain/media/media-file.ts';
import type { Exam } from '../../src/domain/overlay/overlay.ts';
import type { Note, NoteDraft } from '../../src/domain/content/note.ts';
import { packedLog } from '../../src/domain/import/packed-log.ts';
import type { NoteType } from '../../src/domain/content/note-type.ts';
import type {
  CardId,
  CramId,
  DeckId,
  FieldId,
  NoteId,
  NoteTypeId,
  OperationId,
  OverlayId,
  Slot,
} from '../../src/kernel/ids.ts';
import type { About } from '../../src/log/kind.ts';
import { asImportedOf } from '../../src/log/parts/as-imported.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { A_DECK, aCard, aNote, DECK, inReview, NOW, rowsOf, TODAY } from '../support/collection.ts';
import { aCramAnswer } from '../support/cram.ts';

/** One operation of a kind, and what the kind says of it. */
export interface Example {
  readonly body: OperationBody;
  readonly word: string;
  readonly about: About;
  readonly reach: Reach;
  /** The rows of ROWS that it writes, 'table key', sorted; or the words in which it is refused. */
  readonly does: readonly string[] | RegExp;
}

export const NOTE = aNote('a', [1, 2]);
const ONE = `${NOTE.id}/1` as CardId;
const TWO = `${NOTE.id}/2` as CardId;
export const OTHER: Deck = { ...A_DECK, id: 'other' as DeckId, name: 'Other', presetId: 'own' };
const TYPE: NoteType = {
  id: 'own-type' as NoteTypeId,
  name: 'Own type',
  kind: 'standard',
  fields: [{ id: 'f' as FieldId, name: 'F' }],
  templates: [{ slot: 1 as Slot, name: 'Card', front: '{{F}}', back: '{{F}}' }],
  css: '',
  sortFieldId: 'f' as FieldId,
};
const FILE: MediaFile = {
  id: 'a.png' as MediaName,
  sha256: 'a'.repeat(64),
  bytes: 3,
  type: 'image/png',
  addedAtMillis: NOW,
};
export const EXAM: Exam = {
  kind: 'exam',
  id: 'exam' as OverlayId,
  name: 'Finals',
  isOn: true,
  at: { atMillis: NOW + 20 * 86_400_000, utcOffsetMinutes: 60 },
  cards: { deckIds: [DECK], sections: ['General'], search: '' },
  weights: [{ section: 'General', weight: 2 }],
  minutes: [30, 30, 30, 30, 30, 0, 0],
  daysOff: [],
  otherReviews: 'up-to-half',
};
const SEARCH = { id: 'search', name: 'Due', text: 'is:due' };
const OWN = { ...DEFAULT_PRESET, id: 'own', name: 'Own options' };
export const OPEN = aCramAnswer(ONE, 3, { id: 'phone:0000000003' as OperationId });

/** A collection with a row of nearly everything. */
export const ROWS: Rows = {
  ...rowsOf([NOTE], [aCard(ONE, { schedule: inReview(TODAY - 1), buriedUntil: TODAY + 5 })]),
  decks: new Map([
    [A_DECK.id, A_DECK],
    [OTHER.id, OTHER],
  ]),
  presets: new Map([
    [DEFAULT_PRESET.id, DEFAULT_PRESET],
    [OWN.id, OWN],
  ]),
  noteTypes: new Map([[TYPE.id, TYPE]]),
  media: new Map([[FILE.id, FILE]]),
  searches: new Map([[SEARCH.id, SEARCH]]),
  overlays: new Map([[EXAM.id, EXAM]]),
  cramAnswers: new Map([[OPEN.id, OPEN]]),
};

const FOREIGN = { program: 'anki', row: '{"id":1}' } as const;
const PACKED = packedLog([
  {
    atMillis: NOW - 40 * 86_400_000,
    grade: 3,
    interval: 4,
    lastInterval: 0,
    factor: 2500,
    durationMillis: 7000,
    type: 0,
  },
]);
const pastLogOf = (id: string) => ({
  id: id as CardId,
  utcOffsetMinutes: 60,
  rolloverHour: 4,
  packed: PACKED,
});
const placedAt = (id: string) => ({
  id: id as CardId,
  schedule: inReview(TODAY + 2),
  flag: 2 as const,
  suspended: false,
  buriedUntil: 0,
});

/** A file that brings a row of nearly everything: what is new, and what is here already. */
const BROUGHT: Extract<OperationBody, { kind: 'import' }> = {
  kind: 'import',
  fileName: 'anatomy.apkg',
  types: [
    { ...TYPE, id: 'brought-type' as NoteTypeId, name: 'Brought', foreign: FOREIGN },
    { ...TYPE, fields: [...TYPE.fields, { id: 'g' as FieldId, name: 'G' }] },
  ],
  presets: [{ ...DEFAULT_PRESET, id: 'brought', name: 'Brought', weights: [1, 2, 3] }, OWN],
  decks: [
    { ...A_DECK, id: 'brought' as DeckId, name: 'Brought', sections: [] },
    { ...OTHER, name: 'Called otherwise', foreign: FOREIGN },
  ],
  notes: [
    {
      id: 'new' as NoteId,
      deckId: 'brought' as DeckId,
      noteTypeId: 'brought-type' as NoteTypeId,
      fields: { f: 'Q' } as never,
      sections: ['Head::Skull'],
      tags: [],
      position: 4,
      archived: false,
      addedAtMillis: NOW - 86_400_000,
      editedAtMillis: NOW - 86_400_000,
      foreign: FOREIGN,
    },
    { ...withoutDraft(NOTE), foreign: FOREIGN },
  ],
  cards: [placedAt(ONE), placedAt('new/1'), placedAt('new/3'), placedAt('nowhere/1')],
  pastLogs: [pastLogOf(ONE), pastLogOf('new/1'), pastLogOf('nowhere/1')],
  media: [{ ...FILE, id: 'c.png' as MediaName }],
  settings: { foreign: FOREIGN },
  theirs: [],
  replaced: [],
};

/** An import that had brought a note, new text and a date for another, and a deck with its file. */
const TAKEN_BACK: Extract<OperationBody, { kind: 'take-back-import' }> = {
  kind: 'take-back-import',
  importId: 'device-a:0000000000' as OperationId,
  fileName: 'anatomy.apkg',
  noteIds: ['gone' as NoteId],
  logIds: ['gone/1' as CardId],
  lines: [],
  notes: [
    {
      before: { ...NOTE, fields: { ...NOTE.fields, extra: 'before' } as never },
      brought: asImportedOf(NOTE),
    },
  ],
  cards: [
    {
      id: ONE,
      before: { ...placedAt(ONE), flag: 3 },
      brought: { ...placedAt(ONE), schedule: inReview(TODAY - 1), buriedUntil: TODAY + 5 },
      lines: { id: ONE, packed: PACKED },
    },
  ],
  types: [{ id: TYPE.id, before: TYPE, brought: 'changed since' }],
  presetIds: [],
  presets: [],
  deckIds: [OTHER.id],
  decks: [],
  media: [{ id: FILE.id, sha256: FILE.sha256 }],
  graves: [],
};

/** The card of ROWS, whose last answer was Hard. */
const REGRADED = {
  cardId: ONE,
  reps: 3,
  memory: { stability: 10, difficulty: 5 },
  before: { stability: 4, difficulty: 5 },
  reviews: [
    {
      operationId: 'device-a:0000000007' as OperationId,
      cardId: ONE,
      deckId: DECK,
      atMillis: NOW - 11 * 86_400_000,
      studyDay: TODAY - 11,
      grade: 2 as const,
      durationMillis: 4000,
      kind: 'review' as const,
      elapsedDays: 4,
      intervalDays: 10,
      memory: { stability: 10, difficulty: 5 },
    },
  ],
  hard: ['device-a:0000000007' as OperationId],
  pastHard: [],
};

function withoutDraft({ fromFile: _draft, ...note }: Note): Omit<Note, 'fromFile'> {
  return note;
}

const cardIds = [ONE];
const noteIds = [NOTE.id];
const ofCards = {
  about: { cardIds },
  reach: { cardIds, withoutNotes: true },
  does: [`cards ${ONE}`],
};
const ofNote = { about: { noteIds }, reach: { noteIds } };
const withCards = [`cards ${ONE}`, `cards ${TWO}`, `notes ${NOTE.id}`];
const newNote = {
  id: 'deck:new' as NoteId,
  deckId: DECK,
  noteTypeId: 'basic' as NoteTypeId,
  fields: { front: 'Q', back: 'A' } as never,
  sections: ['General'],
};
const newDeck = { name: 'Made', presetId: 'own' };
const target = 'device-a:0000000000' as OperationId;

export const EXAMPLES: readonly Example[] = [
  { body: { kind: 'bury', cardIds, until: TODAY + 1 }, word: 'bury', ...ofCards },
  {
    body: { kind: 'flag', cardIds, flag: 1 },
    word: 'flag',
    ...ofCards,
    about: { cardIds, detail: 'Red' },
  },
  { body: { kind: 'forget', cardIds }, word: 'forget', ...ofCards },
  { body: { kind: 'redate', cardIds }, word: 'correct dates', ...ofCards },
  {
    body: { kind: 'regrade', cards: [REGRADED], pastLogIds: [], movesDates: false },
    word: 'correction of grades',
    about: { cardIds },
    reach: { cardIds, pastLogIds: [], withoutNotes: true },
    does: [`cards ${ONE}`],
  },
  {
    body: {
      kind: 'regrade',
      cards: [{ ...REGRADED, reps: 9 }],
      pastLogIds: [],
      movesDates: true,
    },
    word: 'correction of grades',
    about: { cardIds },
    reach: { cardIds, pastLogIds: [], withoutNotes: true },
    does: /as it was when/,
  },
  { body: { kind: 'release', cardIds, newPerDay: 5 }, word: 'release', ...ofCards },
  {
    body: { kind: 'release', cardIds, newPerDay: 0.5 },
    word: 'release',
    ...ofCards,
    does: /new cards a day/,
  },
  {
    body: { kind: 'release', cardIds, newPerDay: 0 },
    word: 'release',
    ...ofCards,
    does: /new cards a day/,
  },
  { body: { kind: 'reschedule', cardIds }, word: 'reschedule', ...ofCards },
  { body: { kind: 'set-due', cardIds, dueDay: TODAY + 3 }, word: 'set due date', ...ofCards },
  ...[{ dueDay: 1.5 }, { dueDay: TODAY, spreadDays: -1 }, { dueDay: TODAY, spreadDays: 0.5 }].map(
    (days): Example => ({
      body: { kind: 'set-due', cardIds, ...days },
      word: 'set due date',
      ...ofCards,
      does: /not a day a card could be due/,
    }),
  ),
  { body: { kind: 'suspend', cardIds, suspended: true }, word: 'suspend', ...ofCards },
  {
    body: { kind: 'suspend', cardIds, suspended: false },
    word: 'suspend',
    ...ofCards,
    about: { cardIds, detail: 'unsuspended' },
  },
  {
    body: {
      kind: 'cram-answer',
      cramId: 'c' as CramId,
      cardId: ONE,
      grade: 1,
      durationMillis: 4000,
    },
    word: 'answer',
    about: { cardIds, detail: 'Again' },
    reach: { cardIds, withoutNotes: true },
    does: [`cramAnswers ${target}`],
  },
  {
    body: { kind: 'settle-cram', answerIds: [OPEN.id], cardIds, isAccepted: true },
    word: 'decision on crammed answers',
    about: { cardIds },
    reach: { cardIds, cramAnswerIds: [OPEN.id], withoutNotes: true },
    does: [`cards ${ONE}`, `cramAnswers ${OPEN.id}`],
  },
  {
    body: { kind: 'settle-cram', answerIds: ['gone' as OperationId], cardIds, isAccepted: true },
    word: 'decision on crammed answers',
    about: { cardIds },
    reach: { cardIds, cramAnswerIds: ['gone' as OperationId], withoutNotes: true },
    does: /decided on already/,
  },
  {
    body: { kind: 'create-deck', deckId: 'x' as DeckId, ...newDeck },
    word: 'new deck',
    about: { deckIds: ['x' as DeckId], name: 'Made' },
    reach: { allDecks: true },
    does: ['decks x'],
  },
  {
    body: { kind: 'create-deck', deckId: 'x' as DeckId, name: 'oTHER', presetId: 'own' },
    word: 'new deck',
    about: { deckIds: ['x' as DeckId], name: 'oTHER' },
    reach: { allDecks: true },
    does: /already a deck “oTHER”/,
  },
  {
    body: { kind: 'delete-decks', deckIds: [DECK], noteIds },
    word: 'delete deck',
    about: { deckIds: [DECK], noteIds },
    reach: { deckIds: [DECK], noteIds, notesOfDecks: [DECK], allOverlays: true },
    does: [`cards ${ONE}`, `cards ${TWO}`, 'decks deck', 'graves deck:deck', `notes ${NOTE.id}`],
  },
  {
    body: { kind: 'delete-decks', deckIds: [DECK], noteIds, moveTo: OTHER.id },
    word: 'delete deck',
    about: { deckIds: [DECK], noteIds },
    reach: { deckIds: [DECK, OTHER.id], noteIds, notesOfDecks: [DECK], allOverlays: true },
    does: [
      `cards ${ONE}`,
      `cards ${TWO}`,
      'decks deck',
      'graves deck:deck',
      `notes ${NOTE.id}`,
      'overlays exam',
    ],
  },
  {
    body: { kind: 'delete-decks', deckIds: [DECK], noteIds, moveTo: DECK },
    word: 'delete deck',
    about: { deckIds: [DECK], noteIds },
    reach: { deckIds: [DECK, DECK], noteIds, notesOfDecks: [DECK], allOverlays: true },
    does: /deck is no longer there/,
  },
  {
    body: {
      kind: 'load-deck',
      deckId: DECK,
      name: 'Deck',
      source: '',
      drafts: [aNote('b', [1]).fromFile as NoteDraft],
      archive: noteIds,
      keep: [],
      restore: [],
    },
    word: 'load deck',
    about: { deckIds: [DECK] },
    reach: { notesOfDeck: DECK, deckIds: [DECK], noteIds: ['deck:b' as NoteId] },
    does: [
      `cards ${ONE}`,
      `cards ${TWO}`,
      'cards deck:b/1',
      'decks deck',
      `notes ${NOTE.id}`,
      'notes deck:b',
    ],
  },
  {
    body: { kind: 'rename-decks', names: [{ deckId: DECK, name: 'Anew' }] },
    word: 'rename deck',
    about: { deckIds: [DECK] },
    reach: { allDecks: true },
    does: ['decks deck'],
  },
  {
    body: { kind: 'rename-decks', names: [{ deckId: 'gone' as DeckId, name: 'Anew' }] },
    word: 'rename deck',
    about: { deckIds: ['gone' as DeckId] },
    reach: { allDecks: true },
    does: /deck is no longer there/,
  },
  {
    body: { kind: 'more-new', decks: [{ deckId: DECK, count: 20, after: 3 }] },
    word: 'more new cards',
    about: { deckIds: [DECK] },
    reach: { deckIds: [DECK] },
    does: ['decks deck'],
  },
  {
    body: { kind: 'more-new', decks: [{ deckId: 'gone' as DeckId, count: 20, after: 0 }] },
    word: 'more new cards',
    about: { deckIds: ['gone' as DeckId] },
    reach: { deckIds: ['gone' as DeckId] },
    does: /deck is no longer there/,
  },
  {
    body: { kind: 'set-deck-preset', deckIds: [DECK], presetId: 'own' },
    word: 'deck options',
    about: { deckIds: [DECK] },
    reach: { deckIds: [DECK] },
    does: ['decks deck'],
  },
  {
    body: { kind: 'set-deck-preset', deckIds: ['gone' as DeckId], presetId: 'own' },
    word: 'deck options',
    about: { deckIds: ['gone' as DeckId] },
    reach: { deckIds: ['gone' as DeckId] },
    does: /deck is no longer there/,
  },
  {
    body: BROUGHT,
    word: 'import',
    about: { name: 'anatomy.apkg' },
    reach: {
      noteIds: ['new', NOTE.id, 'nowhere'],
      notesOfTypes: ['brought-type', TYPE.id],
      deckIds: ['brought', OTHER.id, DECK],
      mediaNames: ['c.png'],
      pastLogIds: [ONE, 'new/1', 'nowhere/1'],
    } as never,
    does: [
      'cards deck:a/1',
      'cards new/1',
      'cards new/3',
      'decks brought',
      'decks other',
      'media c.png',
      'noteTypes brought-type',
      'noteTypes own-type',
      'notes deck:a',
      'notes new',
      `pastLogs ${ONE}`,
      'pastLogs new/1',
      'presets brought',
      'settings study',
    ].sort(),
  },
  {
    body: { ...BROUGHT, media: [{ ...FILE, sha256: 'b'.repeat(64) }] },
    word: 'import',
    about: { name: 'anatomy.apkg' },
    reach: {
      noteIds: ['new', NOTE.id, 'nowhere'],
      notesOfTypes: ['brought-type', TYPE.id],
      deckIds: ['brought', OTHER.id, DECK],
      mediaNames: ['a.png'],
      pastLogIds: [ONE, 'new/1', 'nowhere/1'],
    } as never,
    does: /another file named “a.png”/,
  },
  {
    body: TAKEN_BACK,
    word: 'taking back an import',
    about: { name: 'anatomy.apkg' },
    reach: {
      noteIds: ['gone', NOTE.id],
      notesOfDecks: TAKEN_BACK.deckIds,
      notesOfTypes: [TYPE.id],
      deckIds: [OTHER.id, DECK],
      mediaNames: ['a.png'],
      pastLogIds: ['gone/1', ONE],
    } as never,
    does: ['cards deck:a/1', 'decks other', 'media a.png', 'notes deck:a'],
  },
  {
    body: {
      ...TAKEN_BACK,
      ...{ notes: [], cards: [], types: [], deckIds: [], decks: [], media: [] },
    },
    word: 'taking back an import',
    about: { name: 'anatomy.apkg' },
    reach: {
      noteIds: ['gone'],
      notesOfDecks: [],
      notesOfTypes: [],
      deckIds: [],
      mediaNames: [],
      pastLogIds: ['gone/1'],
    } as never,
    does: /Nothing of that import is left/,
  },
  {
    body: { kind: 'add-media', files: [{ ...FILE, id: 'b.png' as MediaName }] },
    word: 'add file',
    about: { name: 'b.png' },
    reach: { mediaNames: ['b.png'] },
    does: ['media b.png'],
  },
  {
    body: { kind: 'add-media', files: [FILE] },
    word: 'add file',
    about: { name: 'a.png' },
    reach: { mediaNames: ['a.png'] },
    does: [],
  },
  {
    body: { kind: 'add-media', files: [{ ...FILE, sha256: 'b'.repeat(64) }] },
    word: 'add file',
    about: { name: 'a.png' },
    reach: { mediaNames: ['a.png'] },
    does: /another file named “a.png”/,
  },
  {
    body: { kind: 'add-media', files: [] },
    word: 'add file',
    about: {},
    reach: { mediaNames: [] },
    does: [],
  },
  {
    body: { kind: 'delete-media', names: ['a.png', 'a.png', 'gone.png'] },
    word: 'delete file',
    about: { name: 'a.png' },
    reach: { mediaNames: ['a.png', 'a.png', 'gone.png'] },
    does: ['media a.png'],
  },
  {
    body: { kind: 'delete-media', names: ['gone.png'] },
    word: 'delete file',
    about: { name: 'gone.png' },
    reach: { mediaNames: ['gone.png'] },
    does: /file is no longer there/,
  },
  {
    body: { kind: 'delete-media', names: [] },
    word: 'delete file',
    about: {},
    reach: { mediaNames: [] },
    does: /file is no longer there/,
  },
  {
    body: {
      kind: 'rename-media',
      renames: [{ from: 'a.png', to: 'b.png' }],
      edits: [{ noteId: NOTE.id, fields: { extra: 'b.png' } as never }],
    },
    word: 'rename file',
    about: { noteIds, name: 'a.png' },
    reach: { mediaNames: ['a.png', 'b.png'], noteIds },
    does: [`cards ${ONE}`, `cards ${TWO}`, 'media a.png', 'media b.png', `notes ${NOTE.id}`],
  },
  {
    body: { kind: 'rename-media', renames: [{ from: 'gone.png', to: 'b.png' }], edits: [] },
    word: 'rename file',
    about: { noteIds: [], name: 'gone.png' },
    reach: { mediaNames: ['gone.png', 'b.png'], noteIds: [] },
    does: /file is no longer there/,
  },
  {
    body: { kind: 'rename-media', renames: [{ from: 'a.png', to: 'a.png' }], edits: [] },
    word: 'rename file',
    about: { noteIds: [], name: 'a.png' },
    reach: { mediaNames: ['a.png', 'a.png'], noteIds: [] },
    does: /another file named “a.png”/,
  },
  {
    body: { kind: 'rename-media', renames: [], edits: [] },
    word: 'rename file',
    about: { noteIds: [] },
    reach: { mediaNames: [], noteIds: [] },
    does: /nothing left to mend/,
  },
  {
    body: { kind: 'add-notes', notes: [newNote] },
    word: 'add note',
    about: { noteIds: [newNote.id] },
    reach: { noteIds: [newNote.id], deckIds: [DECK] },
    does: ['cards deck:new/1', 'notes deck:new'],
  },
  {
    body: { kind: 'add-notes', notes: [{ ...newNote, deckId: 'x' as DeckId }], newDeck },
    word: 'add note',
    about: { noteIds: [newNote.id] },
    reach: { noteIds: [newNote.id], allDecks: true },
    does: ['cards deck:new/1', 'decks x', 'notes deck:new'],
  },
  {
    body: { kind: 'archive', noteIds, archived: true },
    word: 'archive',
    ...ofNote,
    does: withCards,
  },
  {
    body: { kind: 'archive', noteIds, archived: false },
    word: 'archive',
    ...ofNote,
    about: { noteIds, detail: 'brought back' },
    does: withCards,
  },
  {
    body: {
      kind: 'change-type',
      noteIds,
      noteTypeId: 'basic' as NoteTypeId,
      fields: { front: 'text' } as never,
      slots: { 1: 1 } as never,
    },
    word: 'change of note type',
    ...ofNote,
    does: withCards,
  },
  {
    body: { kind: 'delete-notes', noteIds },
    word: 'delete',
    ...ofNote,
    does: withCards,
  },
  {
    body: { kind: 'edit-notes', edits: [{ noteId: NOTE.id, sections: ['Anew'] }] },
    word: 'edit',
    ...ofNote,
    does: [...withCards, 'decks deck'].sort(),
  },
  { body: { kind: 'mark', noteIds, marked: true }, word: 'mark', ...ofNote, does: withCards },
  {
    body: { kind: 'move-notes', noteIds, deckId: OTHER.id },
    word: 'move to deck',
    about: { noteIds, deckIds: [OTHER.id] },
    reach: { noteIds, deckIds: [OTHER.id] },
    does: withCards,
  },
  {
    body: { kind: 'move-notes', noteIds, deckId: 'x' as DeckId, newDeck },
    word: 'move to deck',
    about: { noteIds, deckIds: ['x' as DeckId] },
    reach: { noteIds, allDecks: true },
    does: [`cards ${ONE}`, `cards ${TWO}`, 'decks x', `notes ${NOTE.id}`],
  },
  {
    body: { kind: 'rename-section', noteIds, from: 'General', to: 'Anew' },
    word: 'change of section',
    about: { noteIds, name: 'General' },
    reach: { noteIds, allOverlays: true },
    does: [
      `cards ${ONE}`,
      `cards ${TWO}`,
      'decks deck',
      'decks other',
      `notes ${NOTE.id}`,
      'overlays exam',
    ],
  },
  {
    body: { kind: 'tag', noteIds, add: ['marked'], remove: [] },
    word: 'change of tags',
    ...ofNote,
    does: withCards,
  },
  {
    body: { kind: 'set-overlay', overlay: { ...EXAM, isOn: false } },
    word: 'exam or break',
    about: { name: 'Finals' },
    reach: { overlayIds: [EXAM.id], withoutNotes: true },
    does: ['overlays exam'],
  },
  {
    body: { kind: 'delete-overlay', overlayId: EXAM.id },
    word: 'removal of an exam or break',
    about: {},
    reach: { overlayIds: [EXAM.id], withoutNotes: true },
    does: ['overlays exam'],
  },
  {
    body: { kind: 'delete-overlay', overlayId: 'gone' as OverlayId },
    word: 'removal of an exam or break',
    about: {},
    reach: { overlayIds: ['gone' as OverlayId], withoutNotes: true },
    does: /no longer there/,
  },
  {
    body: { kind: 'save-search', search: { ...SEARCH, name: 'Today' } },
    word: 'save search',
    about: { name: 'Today' },
    reach: { searchIds: ['search'] },
    does: ['searches search'],
  },
  {
    body: { kind: 'save-search', search: { ...SEARCH, name: ' ' } },
    word: 'save search',
    about: { name: ' ' },
    reach: { searchIds: ['search'] },
    does: /needs a name/,
  },
  {
    body: { kind: 'delete-search', searchId: 'search' },
    word: 'delete search',
    about: {},
    reach: { searchIds: ['search'] },
    does: ['searches search'],
  },
  {
    body: { kind: 'delete-search', searchId: 'gone' },
    word: 'delete search',
    about: {},
    reach: { searchIds: ['gone'] },
    does: /search is no longer there/,
  },
  {
    body: { kind: 'set-preset', preset: OWN },
    word: 'study options',
    about: { name: 'Own options' },
    reach: {},
    does: ['presets own'],
  },
  {
    body: { kind: 'delete-preset', presetId: 'own' },
    word: 'delete study options',
    about: {},
    reach: { allDecks: true },
    does: ['decks other', 'presets own'],
  },
  ...[DEFAULT_PRESET.id, 'gone'].map(
    (presetId): Example => ({
      body: { kind: 'delete-preset', presetId },
      word: 'delete study options',
      about: {},
      reach: { allDecks: true },
      does: /cannot be deleted/,
    }),
  ),
  {
    body: {
      kind: 'save-options',
      preset: OWN,
      settings: DEFAULT_STUDY_SETTINGS,
      decks: [DECK, 'gone' as DeckId],
    },
    word: 'study options',
    about: { name: 'Own options' },
    reach: { deckIds: [DECK, 'gone' as DeckId] },
    does: ['decks deck', 'presets own', 'settings study'],
  },
  {
    body: { kind: 'save-options' },
    word: 'study options',
    about: {},
    reach: { deckIds: [] },
    does: [],
  },
  {
    body: { kind: 'set-study', settings: DEFAULT_STUDY_SETTINGS },
    word: 'study settings',
    about: {},
    reach: {},
    does: ['settings study'],
  },
  {
    body: {
      kind: 'take-over',
      rows: [{ table: 'settings', row: DEFAULT_STUDY_SETTINGS }],
      gone: [{ table: 'cards', key: ONE }],
    },
    word: 'mending',
    about: { cardIds: [], noteIds: [] },
    reach: {
      cardIds,
      noteIds: [],
      deckIds: [],
      mediaNames: [],
      searchIds: [],
      overlayIds: [],
      cramAnswerIds: [],
    },
    does: [`cards ${ONE}`, 'settings study'],
  },
  {
    body: { kind: 'answer', cardId: ONE, grade: 3, durationMillis: 4000, repsBefore: 3 },
    word: 'answer',
    about: { cardIds, detail: 'Good' },
    reach: { cardIds, withoutNotes: true },
    does: [`cards ${ONE}`, `cards ${TWO}`],
  },
  {
    body: { kind: 'answer', cardId: ONE, grade: 1, durationMillis: 4000, repsBefore: 2 },
    word: 'answer',
    about: { cardIds, detail: 'Again' },
    reach: { cardIds, withoutNotes: false },
    does: /already graded/,
  },
  {
    body: { kind: 'undo', target },
    word: 'undo',
    about: {},
    reach: {},
    does: /without the operation/,
  },
  {
    body: { kind: 'redo', target },
    word: 'redo',
    about: {},
    reach: {},
    does: /without the operation/,
  },
  {
    body: { kind: 'set-note-type', noteType: { ...TYPE, id: 'anew' as NoteTypeId } },
    word: 'note type',
    about: { name: 'Own type' },
    reach: { notesOfType: 'anew' as NoteTypeId },
    does: ['noteTypes anew'],
  },
  {
    body: { kind: 'set-note-type', noteType: { ...TYPE, fields: [] } },
    word: 'note type',
    about: { name: 'Own type' },
    reach: { notesOfType: TYPE.id },
    does: /at least one field and one card/,
  },
  {
    body: { kind: 'delete-note-type', noteTypeId: TYPE.id },
    word: 'delete note type',
    about: {},
    reach: { notesOfType: TYPE.id },
    does: ['noteTypes own-type'],
  },
  {
    body: { kind: 'delete-note-type', noteTypeId: 'gone' as NoteTypeId },
    word: 'delete note type',
    about: {},
    reach: { notesOfType: 'gone' as NoteTypeId },
    does: /type is no longer there/,
  },
];
