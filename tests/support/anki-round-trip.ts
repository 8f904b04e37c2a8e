import { entriesOfCard } from '../../src/exchange/anki/mapping/answers/reviews.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import type { ClockReading } from '../../src/kernel/study-day.ts';
import { changedNames } from '../../src/exchange/anki/mapping/media-names.ts';
import {
  type MappedCollection,
  mapCollection,
} from '../../src/exchange/anki/mapping/map-collection.ts';
import {
  type AnkiPackage,
  checkedMedia,
  readAnkiPackage,
} from '../../src/exchange/anki/read-package.ts';
import type {
  OutgoingCard,
  OutgoingCollection,
  OutgoingNote,
  PackageForm,
} from '../../src/exchange/anki/writing/outgoing.ts';
import {
  type OutgoingMedia,
  PackageWriter,
} from '../../src/exchange/anki/writing/write-package.ts';
import { noteIdOf } from '../../src/kernel/ids.ts';
import { bytesOfArray } from './bytes-of-array.ts';

/** Rows that are about to leave, and the media beside them. */
export interface Outgoing {
  readonly all: OutgoingCollection;
  readonly notes: readonly OutgoingNote[];
  readonly media: readonly OutgoingMedia[];
}

/** What an import of `bytes` makes of them in an empty collection, on its way out again. */
export async function importedFrom(
  bytes: Uint8Array,
  clock: ClockReading,
  options: Partial<Pick<OutgoingCollection, 'isWhole' | 'withSchedule'>> = {},
): Promise<Outgoing> {
  const read = await readAnkiPackage(bytesOfArray(bytes), clock.atMillis);
  const names = changedNames(read.opened.media);
  const mapped = mapCollection(read.collection, clock, names);
  const media: OutgoingMedia[] = [];
  for await (const { file, content } of checkedMedia(read.opened, [])) {
    media.push({ name: file.ownName, content });
  }
  const all: OutgoingCollection = {
    types: mapped.types,
    decks: mapped.decks,
    presets: mapped.presets,
    settings: { ...DEFAULT_STUDY_SETTINGS, foreign: mapped.foreign },
    begunAtMillis: Math.min(clock.atMillis, ...mapped.notes.map((note) => note.addedAtMillis)),
    clock,
    withSchedule: true,
    isWhole: true,
    ...options,
  };
  return { all, notes: notesOf(mapped, read), media };
}

function notesOf(mapped: MappedCollection, { collection }: AnkiPackage): OutgoingNote[] {
  const { reviews } = collection;
  const cardsOf = new Map<string, OutgoingCard[]>();
  for (const card of mapped.cards) {
    const rows = mapped.histories.of(mapped.ankiIds.get(card.id) ?? 0);
    const past = [...entriesOfCard(reviews, rows)];
    const noteId = noteIdOf(card.id);
    cardsOf.set(noteId, [...(cardsOf.get(noteId) ?? []), { card, past, reviews: [], crammed: [] }]);
  }
  return mapped.notes.map((note) => ({ note, cards: cardsOf.get(note.id) ?? [] }));
}

/** The package that Rounds makes of `outgoing`. */
export async function packageOf(
  { all, notes, media }: Outgoing,
  form: PackageForm = 'older',
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writer = await PackageWriter.open(all, form, (piece) => pieces.push(piece));
  for (const note of notes) await writer.collection.add(note);
  await writer.endNotes();
  for (const file of media) await writer.addMedia(file);
  await writer.end();
  return new Uint8Array(Buffer.concat(pieces));
}
