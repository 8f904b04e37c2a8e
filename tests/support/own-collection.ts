import type { Card } from '../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
} from '../../src/domain/collection/deck.ts';
import type { Review } from '../../src/domain/collection/review.ts';
import { FIELD, STOCK_TYPES } from '../../src/domain/content/stock.ts';
import type { NoteType } from '../../src/domain/content/note-type.ts';
import { hasTags, slotsOfNote } from '../../src/domain/template/slots.ts';
import {
  cardIdOf,
  type DeckId,
  type NoteTypeId,
  type OperationId,
  slotOf,
} from '../../src/kernel/ids.ts';
import type { ReviewSchedule } from '../../src/domain/memory/schedule.ts';
import { MILLIS_PER_DAY, MILLIS_PER_HOUR } from '../../src/kernel/time.ts';
import type { OutgoingCard, OutgoingNote } from '../../src/exchange/anki/writing/outgoing.ts';
import type { Outgoing } from './anki-round-trip.ts';
import { aNote, aCard, inLearning, inReview, NEW, NOW, TODAY } from './collection.ts';

const SHAPES =
  '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}<br>{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.1:oi=1}}<br>';
/** One pixel. */
export const PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8AAAAMBAQAY3Y2wAAAAAElFTkSuQmCC',
  ),
  (letter) => letter.charCodeAt(0),
);

const MEDICINE = 'medicine' as DeckId;
const PREFERRED = 'own-options';

/** A type of the person's own whose cards were put in another order. */
const TURNED: NoteType = {
  id: 'turned' as NoteTypeId,
  name: 'Turned',
  kind: 'standard',
  fields: [
    { id: FIELD.front, name: 'Sign', hint: 'One sign', isSticky: true },
    { id: FIELD.back, name: 'Disease', isRightToLeft: true, isLeftOutOfSearch: true },
  ],
  templates: [
    { slot: 2, name: 'Disease first', front: '{{Disease}}', back: '{{FrontSide}}<hr>{{Sign}}' },
    { slot: 1, name: 'Sign first', front: '{{Sign}}', back: '{{FrontSide}}<hr>{{Disease}}' },
  ],
  css: '.card { color: teal; }',
  sortFieldId: FIELD.back,
};

const PRESET: Preset = {
  ...DEFAULT_PRESET,
  id: PREFERRED,
  name: 'Boards',
  newPerDay: 7,
  evenOut: false,
  easyDays: ['normal', 'normal', 'reduced', 'normal', 'normal', 'normal', 'minimum'],
  reviewsPerDay: 90,
  desiredRetention: 0.93,
  maximumIntervalDays: 400,
  learningStepsMinutes: [1, 10, 60],
  relearningStepsMinutes: [15],
  fuzz: false,
  newOrder: 'random',
  reviewOrder: 'most-overdue-first',
  mixing: 'new-first',
  burySiblings: false,
  leechThreshold: 0,
  leechAction: 'tag-only',
  weights: DEFAULT_STUDY_SETTINGS.weights.map((weight, at) => (at === 0 ? 0.4 : weight)),
};

const DECKS: readonly Deck[] = [
  {
    id: MEDICINE,
    name: 'Medicine::Heart & vessels',
    presetId: PREFERRED,
    sections: ['Acute care', 'Acute care::Chest pain'],
    source: 'Davidson, 24th edition <p. 3>',
  },
  { id: 'plain' as DeckId, name: 'Default', presetId: DEFAULT_PRESET.id, sections: [], source: '' },
];

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basic: { front: 'First <b>line</b> of <img src="ecg.png">', back: 'Back', source: 'p. 3' },
  reversed: { front: 'Systole (which phase?)', back: 'Contraction', backQuestion: 'Which phase?' },
  'optional-reversed': { front: 'A', back: 'B', addReverse: 'y' },
  typed: { front: 'Spell it', back: 'aorta' },
  cloze: { text: '{{c1::Aorta}} and {{c2::vena cava::which}}', extra: 'more' },
  occlusion: { occlusion: SHAPES, image: '<img src="ecg.png">', header: 'ECG' },
  turned: { front: 'Kussmaul', back: 'Ketoacidosis' },
};

/** A note of every type that comes with Rounds and one of a person's own, studied in every way. */
export function ownCollection(): Outgoing {
  const types = [...STOCK_TYPES, TURNED];
  const notes = types.map((type, at): OutgoingNote => {
    const { fromFile: _, ...plain } = aNote(`note ${at}`);
    const note = {
      ...plain,
      id: `own-${type.id}` as (typeof plain)['id'],
      noteTypeId: type.id,
      fields: TEXTS[type.id] ?? {},
      deckId: MEDICINE,
      sections: ['Acute care::Chest pain', 'Signs'],
      tags: at === 0 ? ['marked'] : [],
      position: at,
      archived: type.id === 'typed',
      addedAtMillis: NOW - 100 * MILLIS_PER_DAY,
      editedAtMillis: NOW - 50 * MILLIS_PER_DAY,
    };
    const slots = slotsOfNote(type, note.fields, hasTags(note));
    const cards = slots.map((slot) =>
      outgoing({
        ...aCard(cardIdOf(note.id, slot)),
        deckId: note.deckId,
        sections: note.sections,
        position: at,
        absent: note.archived,
        ...STANDINGS[(at * 2 + slot) % STANDINGS.length],
      }),
    );
    return { note, cards };
  });
  return {
    all: {
      types,
      decks: DECKS,
      presets: [DEFAULT_PRESET, PRESET],
      settings: DEFAULT_STUDY_SETTINGS,
      begunAtMillis: NOW - 100 * MILLIS_PER_DAY,
      clock: { atMillis: NOW, utcOffsetMinutes: 60 },
      withSchedule: true,
      isWhole: false,
    },
    notes,
    media: [{ name: 'ecg.png', content: PNG }],
  };
}

/** Answered at ten in the morning. */
function due(dueDay: number, more: Partial<ReviewSchedule> = {}): ReviewSchedule {
  const schedule = inReview(dueDay, more);
  const { studyDay } = schedule.lastReview;
  const atMillis = studyDay * MILLIS_PER_DAY + 10 * MILLIS_PER_HOUR;
  return { ...schedule, lastReview: { atMillis, studyDay } };
}

const STANDINGS: readonly Partial<Card>[] = [
  { schedule: NEW, flag: 1 },
  {
    schedule: due(TODAY + 12, {
      intervalDays: 30,
      memory: { stability: 23.4567, difficulty: 6.123 },
    }),
  },
  { schedule: due(TODAY - 3), suspended: true, flag: 7 },
  { schedule: inLearning(NOW + 300_000) },
  { schedule: { ...inLearning(NOW + 600_000), state: 'relearning', step: 0, lapses: 2 } },
  { schedule: due(TODAY), buriedUntil: TODAY + 1, putAwayUntil: TODAY + 1 },
  { schedule: NEW, buriedUntil: TODAY + 1 },
];

function outgoing(plain: Card): OutgoingCard {
  const card = apart(plain);
  const reviews = card.schedule.state === 'review' ? historyOf(card) : [];
  const [last] = reviews.slice(-1);
  const crammed = last
    ? [
        {
          id: 'device:0000000009' as OperationId,
          cramId: 'cram' as never,
          cardId: card.id,
          grade: 3 as const,
          durationMillis: 900,
          atMillis: last.atMillis + 5_000,
          studyDay: last.studyDay,
          state: 'dropped' as const,
        },
      ]
    : [];
  return { card, past: [], reviews, crammed };
}

/** No two cards were answered at once, which Anki's log cannot hold. */
function apart(card: Card): Card {
  const { schedule } = card;
  if (schedule.state !== 'review') return card;
  const { atMillis, studyDay } = schedule.lastReview;
  const lastReview = { atMillis: atMillis + card.position * 10 + slotOf(card.id), studyDay };
  return { ...card, schedule: { ...schedule, lastReview } };
}

function historyOf(card: Card): readonly Review[] {
  const { schedule } = card;
  if (schedule.state !== 'review') return [];
  const { lastReview, memory } = schedule;
  const shared = { cardId: card.id, deckId: card.deckId, durationMillis: 4_000 + slotOf(card.id) };
  const at = lastReview.atMillis;
  return [
    { kind: 'new' as const, grade: 1 as const, atMillis: at - 2_000_000, intervalDays: 0 },
    { kind: 'learning' as const, grade: 3 as const, atMillis: at - 1_000_000, intervalDays: 1 },
    {
      kind: 'review' as const,
      grade: 3 as const,
      atMillis: at,
      intervalDays: schedule.intervalDays,
    },
  ].map((each, index) => ({
    ...shared,
    ...each,
    operationId: `device:000000000${index}` as OperationId,
    studyDay: lastReview.studyDay,
    elapsedDays: 0,
    memory,
  }));
}
