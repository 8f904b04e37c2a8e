import type { Foreign } from '../domain/collection/foreign.ts';
import type { Flag } from '../domain/collection/card.ts';
import type { Advance } from '../domain/collection/advance.ts';
import type { Deck, Preset, StudySettings } from '../domain/collection/deck.ts';
import type { Review } from '../domain/collection/review.ts';
import type { SavedSearch } from '../domain/collection/saved-search.ts';
import type { NewNote, NoteContent, NoteDraft } from '../domain/content/note.ts';
import type { CardTemplate, Field, FieldTexts, NoteType } from '../domain/content/note-type.ts';
import type { KeptPastLog, PastLog } from '../domain/import/past-log.ts';
import type { MediaFile, MediaName } from '../domain/media/media-file.ts';
import type { Grade, Schedule } from '../domain/memory/schedule.ts';
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
} from '../kernel/ids.ts';
import {
  anyOf,
  type Fields,
  list,
  object,
  oneOf,
  type Optional,
  optional,
  record,
  type Shape,
  type ValueOf,
  where,
} from './shape.ts';

/**
 * The shapes that bodies are made of, for the check at the door: what comes out of a database, a
 * file or another device is looked at before it is believed. Fields that a shape does not name are
 * let through and kept.
 */

export { list, object, optional, oneOf as word, type Shape, type ValueOf };

export const text = where<string>((value: unknown) => typeof value === 'string');
export const truth = where<boolean>((value: unknown) => typeof value === 'boolean');
export const number = where<number>(Number.isFinite);
export const whole = where<number>(Number.isSafeInteger);
export const naturalNumber = wholeFrom(0);

function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER): Shape<number> {
  return where((value: number) => Number.isSafeInteger(value) && value >= least && value <= most);
}

/** The shape of a domain type, which must name every field that the type has. */
export function of<Value>() {
  return (
    fields: {
      readonly [Name in keyof Required<Value>]: Shape<unknown> | Optional<unknown>;
    },
  ): Shape<Value> => object(fields as Fields) as Shape<Value>;
}

function id<Id extends string>(): Shape<Id> {
  return where((value: unknown) => typeof value === 'string' && value !== '');
}
export const cardId = id<CardId>();
export const noteId = id<NoteId>();
export const deckId = id<DeckId>();
export const noteTypeId = id<NoteTypeId>();
export const fieldId = id<FieldId>();
export const overlayId = id<OverlayId>();
export const cramId = id<CramId>();
export const operationId = id<OperationId>();
export const mediaName = id<MediaName>();
export const slot = wholeFrom(1) as unknown as Shape<Slot>;
export const grade: Shape<Grade> = oneOf([1, 2, 3, 4]);
export const flag = wholeFrom(0, 7) as Shape<Flag>;
export const studyDayShape = whole;
export const intervalRules1: Shape<1> = oneOf([1]);

export const memory = object({ stability: number, difficulty: number });
const lastReview = object({ atMillis: number, studyDay: studyDayShape });
const counted = { reps: number, lapses: number };
/** Where a card stands. Numbers that make no sense are mended where it is gone on from (MEMORY-19). */
export const schedule: Shape<Schedule> = anyOf([
  object({ ...counted, state: oneOf(['new']) }),
  object({
    ...counted,
    state: oneOf(['learning', 'relearning']),
    memory,
    step: number,
    dueAtMillis: number,
    lastReview,
  }),
  object({
    ...counted,
    state: oneOf(['review']),
    memory,
    intervalDays: number,
    dueDay: studyDayShape,
    lastReview,
  }),
]);

/** An answer as it counts in history and totals. */
export const review = of<Review>()({
  operationId,
  cardId,
  deckId,
  atMillis: number,
  studyDay: studyDayShape,
  grade,
  durationMillis: number,
  kind: oneOf(['new', 'learning', 'review']),
  elapsedDays: number,
  intervalDays: number,
  memory,
});

export const fieldTexts = record(text) as unknown as Shape<FieldTexts>;

/** For each field of a type, a field of another. */
export const fieldMap = record(text) as unknown as Shape<Readonly<Record<FieldId, FieldId>>>;
/** For each slot of a type, a slot of another. Keys of stored objects are texts. */
export const slotMap = record(whole) as unknown as Shape<Readonly<Record<Slot, Slot>>>;

export const newNote = of<NewNote>()({
  id: noteId,
  deckId,
  noteTypeId,
  fields: fieldTexts,
  sections: list(text),
});

const content = anyOf([
  object({ type: oneOf(['basic']), front: text, back: text }),
  object({
    type: oneOf(['reversed']),
    front: text,
    back: text,
    wayBack: optional(object({ question: text, answer: text })),
  }),
  object({ type: oneOf(['cloze']), text }),
]) as unknown as Shape<NoteContent>;

export const noteDraft = of<NoteDraft>()({
  id: noteId,
  content,
  extra: text,
  sections: list(text),
  source: text,
  markup: optional(oneOf(['markdown'])),
});

/** New text for a note: only the fields that change, its sections where they do, and labels it gets. */
export const noteEdit = object({
  noteId,
  fields: optional(fieldTexts),
  sections: optional(list(text)),
  labels: optional(list(text)),
});

export const foreign = of<Foreign>()({ program: oneOf(['anki', 'mnemosyne']), row: text });

const field = of<Field>()({
  id: fieldId,
  name: text,
  hint: optional(text),
  isSticky: optional(truth),
  isRightToLeft: optional(truth),
  isPlainText: optional(truth),
  isLeftOutOfSearch: optional(truth),
});
const template = of<CardTemplate>()({ slot, name: text, front: text, back: text });

export const noteType = of<NoteType>()({
  id: noteTypeId,
  name: text,
  kind: oneOf(['standard', 'cloze', 'occlusion']),
  fields: list(field),
  templates: list(template),
  css: text,
  sortFieldId: fieldId,
  foreign: optional(foreign),
  asImported: optional(text),
});

/** Every field of a preset that came later is optional, as in presets stored before. */
export const preset = object({
  id: id<string>(),
  name: text,
  newPerDay: naturalNumber,
  reviewsPerDay: naturalNumber,
  desiredRetention: number,
  maximumIntervalDays: number,
  learningStepsMinutes: list(number),
  relearningStepsMinutes: list(number),
  fuzz: truth,
  evenOut: optional(truth),
  easyDays: optional(list(oneOf(['normal', 'reduced', 'minimum']))),
  newOrder: oneOf(['deck-order', 'random']),
  reviewOrder: oneOf([
    'due-then-random',
    'least-retrievable-first',
    'most-retrievable-first',
    'most-overdue-first',
  ]),
  mixing: oneOf(['mixed', 'reviews-first', 'new-first']),
  burySiblings: truth,
  leechThreshold: naturalNumber,
  leechAction: oneOf(['suspend', 'tag-only']),
  soundsByHand: optional(truth),
  replaysAnswerAlone: optional(truth),
  showsTimer: optional(truth),
  stopsTimer: optional(truth),
  advance: optional(
    of<Advance>()({
      questionSeconds: number,
      answerSeconds: number,
      afterQuestion: oneOf(['answer', 'remind']),
      afterAnswer: oneOf(['bury', 'again', 'hard', 'good', 'remind']),
      waitsForSounds: truth,
    }),
  ),
  weights: optional(list(number)),
  foreign: optional(foreign),
}) as unknown as Shape<Preset>;

export const studySettings = of<StudySettings>()({
  id: oneOf(['study']),
  rolloverHour: wholeFrom(0, 23),
  learnAheadMinutes: naturalNumber,
  answerCapSeconds: naturalNumber,
  weights: list(number),
  silencedRules: optional(list(text)),
  foreign: optional(foreign),
});

export const mediaFileShape = of<MediaFile>()({
  id: mediaName,
  sha256: where((value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
  bytes: naturalNumber,
  type: text,
  addedAtMillis: number,
});

export const deck = of<Deck>()({
  id: deckId,
  name: text,
  presetId: text,
  sections: list(text),
  source: text,
  edition: optional(text),
  moreNew: optional(
    object({ studyDay: studyDayShape, count: naturalNumber, after: naturalNumber }),
  ),
  foreign: optional(foreign),
});

/** A card's past log, as a file brings it. */
export const pastLog = of<PastLog>()({
  id: cardId,
  utcOffsetMinutes: whole,
  rolloverHour: wholeFrom(0, 23),
  packed: text,
});

/** The same as it is kept. */
export const keptPastLog = of<KeptPastLog>()({
  id: cardId,
  utcOffsetMinutes: whole,
  rolloverHour: wholeFrom(0, 23),
  packed: text,
  deckId,
});

export const savedSearch = of<SavedSearch>()({ id: id<string>(), name: text, text });
