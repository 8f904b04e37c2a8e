import type { Card } from '../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
} from '../../src/domain/collection/deck.ts';
import { textOfDraft } from '../../src/domain/content/draft-text.ts';
import type { Note, NoteDraft } from '../../src/domain/content/note.ts';
import { noteTypeOf } from '../../src/domain/content/stock.ts';
import {
  type CardId,
  cardIdOf,
  type DeckId,
  type DeviceId,
  type NoteId,
  noteIdOf,
  operationIdOf,
} from '../../src/kernel/ids.ts';
import type { Operation, OperationBody } from '../../src/log/operation.ts';
import { kindOfBody } from '../../src/log/registry.ts';
import { NO_ROWS, type Rows } from '../../src/domain/collection/rows.ts';
import type {
  LearningSchedule,
  NewSchedule,
  ReviewSchedule,
} from '../../src/domain/memory/schedule.ts';
import { hasTags, slotsOfNote } from '../../src/domain/template/slots.ts';

/** 2 March 2026, the study day of the samples. */
export const TODAY = 20_514;
/** 08:00 UTC of TODAY. */
export const NOW = TODAY * 86_400_000 + 8 * 3_600_000;
export const DECK = 'deck' as DeckId;

export const NEW: NewSchedule = { state: 'new', reps: 0, lapses: 0 };

export function inReview(dueDay: number, more: Partial<ReviewSchedule> = {}): ReviewSchedule {
  const intervalDays = more.intervalDays ?? 10;
  const studyDay = dueDay - intervalDays;
  return {
    state: 'review',
    reps: 3,
    lapses: 0,
    memory: { stability: intervalDays, difficulty: 5 },
    intervalDays,
    dueDay,
    lastReview: { atMillis: studyDay * 86_400_000, studyDay },
    ...more,
  };
}

export function inLearning(dueAtMillis: number): LearningSchedule {
  return {
    state: 'learning',
    reps: 1,
    lapses: 0,
    memory: { stability: 1, difficulty: 5 },
    step: 0,
    dueAtMillis,
    lastReview: { atMillis: dueAtMillis - 60_000, studyDay: TODAY },
  };
}

/** `id`: `note/slot`. A new card unless told otherwise. */
export function aCard(id: string, more: Partial<Card> = {}): Card {
  return {
    id: id as CardId,
    deckId: DECK,
    sections: ['General'],
    position: 0,
    schedule: NEW,
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    absent: false,
    ...more,
  };
}

/** A cloze note `deck:id` with one deletion for each of `slots`, from the deck's file. */
export function aNote(id: string, slots: readonly number[] = [1, 2], more: Partial<Note> = {}) {
  const draft: NoteDraft = {
    id: `${DECK}:${id}` as NoteId,
    content: { type: 'cloze', text: clozeText(slots) },
    extra: '',
    sections: ['General'],
    source: 'A book',
  };
  const note: Note = {
    ...textOfDraft(draft),
    id: draft.id,
    deckId: DECK,
    tags: [],
    position: 0,
    archived: false,
    addedAtMillis: NOW,
    editedAtMillis: NOW,
    fromFile: draft,
    ...more,
  };
  return note;
}

export function clozeText(slots: readonly number[]): string {
  return slots.map((slot) => `{{c${slot}::hidden ${slot}}}`).join(' beside ');
}

export const A_DECK: Deck = {
  id: DECK,
  name: 'Deck',
  presetId: DEFAULT_PRESET.id,
  sections: ['General'],
  source: 'A book',
};

/** The rows of `notes` with a new card for each slot; `cards` stand in place of those. */
export function rowsOf(
  notes: readonly Note[],
  cards: readonly Card[] = [],
  preset: Partial<Preset> = {},
): Rows {
  const all = new Map<string, Card>();
  for (const note of notes) {
    const type = noteTypeOf(note.noteTypeId, new Map());
    for (const slot of type ? slotsOfNote(type, note.fields, hasTags(note)) : []) {
      const id = cardIdOf(note.id, slot);
      const { sections, position, archived } = note;
      all.set(id, aCard(id, { sections, position, absent: archived }));
    }
  }
  for (const card of cards) all.set(card.id, card);
  return {
    ...NO_ROWS,
    decks: new Map([[A_DECK.id, A_DECK]]),
    presets: new Map([[DEFAULT_PRESET.id, { ...DEFAULT_PRESET, ...preset }]]),
    settings: new Map([['study', DEFAULT_STUDY_SETTINGS]]),
    notes: new Map(notes.map((note) => [note.id, note])),
    cards: all,
  };
}

/** An operation as the store would number it; `minutes` after 08:00 of TODAY. */
export function anOperation(
  body: OperationBody,
  counter = 0,
  minutes = counter,
  deviceId = 'device-a' as DeviceId,
): Operation {
  const atMillis = NOW + minutes * 60_000;
  return {
    id: operationIdOf(deviceId, counter),
    deviceId,
    counter,
    body,
    origin: 'person',
    atMillis,
    utcOffsetMinutes: 0,
    logicalMillis: atMillis,
    studyDay: Math.floor((atMillis - 4 * 3_600_000) / 86_400_000),
    version: kindOfBody(body).version,
  };
}

export function notesOf(cards: readonly Card[]): NoteId[] {
  return cards.map((card) => noteIdOf(card.id));
}
