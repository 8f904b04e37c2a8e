import type { Incoming, IncomingCard, IncomingNote } from '../../src/domain/import/incoming.ts';
import { packedLog } from '../../src/domain/import/packed-log.ts';
import type { PastEntry, PastLog } from '../../src/domain/import/past-log.ts';
import type { NoteType } from '../../src/domain/content/note-type.ts';
import type { CardId, DeckId, FieldId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { inReview, NOW, TODAY } from './collection.ts';

const DAY_MILLIS = 86_400_000;
export const ANATOMY = 'anatomy' as DeckId;
export const ANKI_TYPE = 'anki-type' as NoteTypeId;

/** A type of Anki's with three fields; a second card where `Back` is filled and it is asked for. */
export function ankiType(more: Partial<NoteType> = {}): NoteType {
  return {
    id: ANKI_TYPE,
    name: 'Anatomy',
    kind: 'standard',
    fields: ['Front', 'Back', 'Extra'].map((name) => ({ id: name as FieldId, name })),
    templates: [{ slot: 1, name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
    css: '.card { color: black }',
    sortFieldId: 'Front' as FieldId,
    ...more,
  };
}

export function incomingNote(id: string, more: Partial<IncomingNote> = {}): IncomingNote {
  return {
    id: id as NoteId,
    deckId: ANATOMY,
    noteTypeId: ANKI_TYPE,
    fields: { Front: `front of ${id}`, Back: `back of ${id}` } as never,
    sections: ['Head::Skull'],
    tags: [],
    position: 1,
    archived: false,
    addedAtMillis: NOW - 9 * DAY_MILLIS,
    editedAtMillis: NOW - 9 * DAY_MILLIS,
    ...more,
  };
}

export function incomingCard(id: string, more: Partial<IncomingCard> = {}): IncomingCard {
  return {
    id: id as CardId,
    schedule: inReview(TODAY + 3),
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    ...more,
  };
}

/** A line of a log, so many days ago. */
export function pastEntry(daysAgo: number, more: Partial<PastEntry> = {}): PastEntry {
  return {
    atMillis: NOW - daysAgo * DAY_MILLIS,
    grade: 3,
    interval: 4,
    lastInterval: 1,
    factor: 2500,
    durationMillis: 5000,
    type: 1,
    ...more,
  };
}

export function pastLog(id: string, entries: readonly PastEntry[]): PastLog {
  const packed = packedLog(entries);
  return { id: id as CardId, utcOffsetMinutes: 0, rolloverHour: 4, packed };
}

/** A file with the deck and the type of the above, and `more`. */
export function anImport(more: Partial<Incoming> = {}): Extract<OperationBody, { kind: 'import' }> {
  return {
    kind: 'import',
    fileName: 'anatomy.apkg',
    types: [ankiType()],
    presets: [],
    decks: [{ id: ANATOMY, name: 'Anatomy', presetId: 'default', sections: [], source: '' }],
    notes: [],
    cards: [],
    pastLogs: [],
    media: [],
    theirs: [],
    replaced: [],
    ...more,
  };
}
