import * as z from 'zod/mini';
import type { Flag } from '../domain/collection/card.ts';
import type { Preset, StudySettings } from '../domain/collection/deck.ts';
import type { SavedSearch } from '../domain/collection/saved-search.ts';
import type { NewNote, NoteContent, NoteDraft } from '../domain/content/note.ts';
import type { CardTemplate, Field, FieldTexts, NoteType } from '../domain/content/note-type.ts';
import type { MediaFile, MediaName } from '../domain/media/media-file.ts';
import type { Grade, Schedule } from '../domain/memory/schedule.ts';
import type {
  CardChoice,
  CatchUp,
  Exam,
  Overlay,
  SectionWeight,
  StudyBreak,
} from '../domain/overlay/overlay.ts';
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

/**
 * The shapes that bodies are made of, for the check at the door: what comes out of a database, a
 * file or another device is looked at before it is believed. Fields that a shape does not name are
 * let through and kept.
 */

// The program's content security policy forbids code made from text.
z.config({ jitless: true });

/** Looks at a value; never changes it. */
export type Shape<Value> = z.ZodMiniType<Value>;
/** What a value of a shape is. */
export type ValueOf<S> = S extends z.ZodMiniType<infer Value> ? Value : never;

/** An object with these fields, each of its shape. */
export const object = z.object;
/** Present with a value, or absent. */
export const optional = z.exactOptional;
export const text: Shape<string> = z.string();
export const truth: Shape<boolean> = z.boolean();
export const number: Shape<number> = z.number();
export const whole: Shape<number> = z.int();
export const naturalNumber: Shape<number> = z.int().check(z.nonnegative());

/** A list whose order counts. */
export function list<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return z.array(item) as Shape<readonly Value[]>;
}

/** One of a few words. */
export function word<const Words extends readonly string[]>(words: Words): Shape<Words[number]> {
  return z.enum(words) as unknown as Shape<Words[number]>;
}

/** The shape of a domain type, which must name every field that the type has. */
function of<Value>() {
  return (fields: { readonly [Name in keyof Required<Value>]: z.ZodMiniType }): Shape<Value> =>
    z.object(fields) as unknown as Shape<Value>;
}

function id<Id extends string>(): Shape<Id> {
  return z.string().check(z.minLength(1)) as unknown as Shape<Id>;
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
export const slot: Shape<Slot> = z.int().check(z.positive());
export const grade = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
]) as unknown as Shape<Grade>;
export const flag = z.int().check(z.minimum(0), z.maximum(7)) as unknown as Shape<Flag>;
export const studyDayShape: Shape<number> = z.int();
export const intervalRules1: Shape<1> = z.literal(1);

const memory = z.object({ stability: number, difficulty: number });
const lastReview = z.object({ atMillis: number, studyDay: studyDayShape });
const counted = { reps: number, lapses: number };
/** Where a card stands. Numbers that make no sense are mended where it is gone on from (MEMORY-19). */
export const schedule = z.union([
  z.object({ ...counted, state: z.literal('new') }),
  z.object({
    ...counted,
    state: z.enum(['learning', 'relearning']),
    memory,
    step: number,
    dueAtMillis: number,
    lastReview,
  }),
  z.object({
    ...counted,
    state: z.literal('review'),
    memory,
    intervalDays: number,
    dueDay: studyDayShape,
    lastReview,
  }),
]) as unknown as Shape<Schedule>;

export const fieldTexts = z.record(z.string(), z.string()) as unknown as Shape<FieldTexts>;

/** For each field of a type, a field of another. */
export const fieldMap = z.record(z.string(), z.string()) as unknown as Shape<
  Readonly<Record<FieldId, FieldId>>
>;
/** For each slot of a type, a slot of another. Keys of stored objects are texts. */
export const slotMap = z.record(z.string(), z.int()) as unknown as Shape<
  Readonly<Record<Slot, Slot>>
>;

export const newNote = of<NewNote>()({
  id: noteId,
  deckId,
  noteTypeId,
  fields: fieldTexts,
  sections: list(text),
});

const content = z.union([
  z.object({ type: z.enum(['basic', 'reversed']), front: text, back: text }),
  z.object({ type: z.literal('cloze'), text }),
]) as unknown as Shape<NoteContent>;

export const noteDraft = of<NoteDraft>()({
  id: noteId,
  content,
  extra: text,
  sections: list(text),
  source: text,
});

/** New text for a note: only the fields that change, and its sections where they do. */
export const noteEdit = z.object({
  noteId,
  fields: optional(fieldTexts),
  sections: optional(list(text)),
});

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
  kind: z.enum(['standard', 'cloze', 'occlusion']),
  fields: list(field),
  templates: list(template),
  css: text,
  sortFieldId: fieldId,
});

/** Every field of a preset that came later is optional, as in presets stored before. */
export const preset = z.object({
  id: id<string>(),
  name: text,
  newPerDay: naturalNumber,
  reviewsPerDay: naturalNumber,
  desiredRetention: number,
  maximumIntervalDays: number,
  learningStepsMinutes: list(number),
  relearningStepsMinutes: list(number),
  fuzz: truth,
  newOrder: z.enum(['deck-order', 'random']),
  reviewOrder: z.enum([
    'due-then-random',
    'least-retrievable-first',
    'most-retrievable-first',
    'most-overdue-first',
  ]),
  mixing: z.enum(['mixed', 'reviews-first', 'new-first']),
  burySiblings: truth,
  leechThreshold: naturalNumber,
  leechAction: z.enum(['suspend', 'tag-only']),
}) as unknown as Shape<Preset>;

export const studySettings = of<StudySettings>()({
  id: z.literal('study'),
  rolloverHour: z.int().check(z.minimum(0), z.maximum(23)),
  learnAheadMinutes: naturalNumber,
  answerCapSeconds: naturalNumber,
  weights: list(number),
  silencedRules: optional(list(text)),
});

export const mediaFileShape = of<MediaFile>()({
  id: mediaName,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: naturalNumber,
  type: text,
  addedAtMillis: number,
});

export const savedSearch = of<SavedSearch>()({ id: id<string>(), name: text, text });

const named = { id: overlayId, name: text, isOn: truth };
const choice = of<CardChoice>()({ deckIds: list(deckId), sections: list(text), search: text });
const sectionWeight = of<SectionWeight>()({ section: text, weight: number });

const exam = of<Exam>()({
  ...named,
  kind: z.literal('exam'),
  at: z.object({ atMillis: number, utcOffsetMinutes: number }),
  cards: choice,
  weights: list(sectionWeight),
  minutes: list(number),
  daysOff: list(studyDayShape),
  retentionFloor: optional(number),
  otherReviews: z.enum(['up-to-half', 'when-time-is-left', 'first']),
  mark: optional(z.object({ achieved: number, predicted: optional(number) })),
});
const studyBreak = of<StudyBreak>()({
  ...named,
  kind: z.literal('break'),
  fromDay: studyDayShape,
  toDay: studyDayShape,
  spreadDays: naturalNumber,
});
const catchUp = of<CatchUp>()({
  ...named,
  kind: z.literal('catch-up'),
  fromDay: studyDayShape,
  spreadDays: naturalNumber,
});

export const overlay = z.union([exam, studyBreak, catchUp]) as unknown as Shape<Overlay>;
