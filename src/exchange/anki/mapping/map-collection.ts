import type { Card, Flag } from '../../../domain/collection/card.ts';
import type { Foreign } from '../../../domain/collection/foreign.ts';
import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { hasTags, slotsOfNote } from '../../../domain/template/slots.ts';
import { type CardId, cardIdOf, type DeckId, type Slot } from '../../../kernel/ids.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import type { AnkiCard, AnkiCollection, AnkiId } from '../anki-collection.ts';
import { foreignCollection } from '../foreign-rows.ts';
import { foreignOfNote } from '../foreign-notes.ts';
import { Histories } from './answers/histories.ts';
import { deckIdOf, deckOfAnki, decksThatCome, homeOf } from './homes.ts';
import { asBefore } from './marks/rounds-mark.ts';
import { memoryOfCard, type MemorySource } from './answers/memories.ts';
import { noteTypeOfAnki, slotOfOrd } from './note-types.ts';
import { noteOfAnki } from './notes.ts';
import { placedNotes } from './placed-notes.ts';
import { presetOfAnki, rulesByDeck } from './presets.ts';
import { type AnkiDays, buriedOf, dayCountOf, lastReviewOf, scheduleOf } from './schedules.ts';

/** A collection of Anki's in Rounds' words, all of it; nothing is decided about what is here already. */
export interface MappedCollection {
  readonly types: readonly NoteType[];
  readonly presets: readonly Preset[];
  readonly decks: readonly Deck[];
  readonly notes: readonly Note[];
  readonly cards: readonly Card[];
  /** Under which id each card's rows stand in Anki's log. */
  readonly ankiIds: ReadonlyMap<CardId, number>;
  /** Where Anki keeps cards that lie in another deck than most of their note's. */
  readonly elsewhere: ReadonlyMap<CardId, DeckId>;
  /** The log by Anki's ids of cards. */
  readonly histories: Histories;
  /** How many memories came from where. */
  readonly memories: Readonly<Record<MemorySource, number>>;
  readonly days: AnkiDays;
  /** What the file says of its whole collection. */
  readonly foreign: Foreign;
}

const SUSPENDED = -1;

/** `clock`: where and when the person imports; `mediaNames`: files that go by another name. */
export function mapCollection(
  collection: AnkiCollection,
  clock: ClockReading,
  mediaNames: ReadonlyMap<string, string> = new Map(),
): MappedCollection {
  const { decks, config, reviews } = collection;
  const days = dayCountOf(collection, clock.utcOffsetMinutes);
  const histories = new Histories(reviews);
  const rulesOf = rulesByDeck(collection, days);
  const types = new Map<AnkiId, NoteType>();
  for (const [id, type] of collection.types) {
    if (type.fields.length === 0 || type.templates.length === 0) continue;
    types.set(id, noteTypeOfAnki(type, mediaNames));
  }
  const memories = { file: 0, history: 0, ease: 0 };
  const elsewhere = new Map<CardId, DeckId>();
  const ankiIds = new Map<CardId, number>();
  const cards: Card[] = [];
  const notes: Note[] = [];

  const cardOf = (own: AnkiCard, note: Note, slot: Slot, slots: readonly Slot[]): Card => {
    const id = cardIdOf(note.id, slot);
    const home = homeOf(own, decks);
    const deckId = deckIdOf(home.deckId, decks);
    if (deckId !== note.deckId) elsewhere.set(id, deckId);
    ankiIds.set(id, own.id);
    const rows = histories.of(own.id);
    const { rules, steps } = rulesOf(home.deckId);
    const found = memoryOfCard(own, reviews, rows, rules);
    const last = lastReviewOf(own, reviews, rows, days);
    const schedule = scheduleOf(own, home.due, found, last, steps, days);
    if (found && schedule.state !== 'new') memories[found.from]++;
    return {
      id,
      deckId: note.deckId,
      sections: note.sections,
      position: note.position,
      schedule,
      flag: (own.flags & 7) as Flag,
      suspended: own.queue === SUSPENDED,
      ...buriedOf(own, config, days, clock),
      absent: note.archived || !slots.includes(slot),
    };
  };

  for (const { note: own, cards: ownCards, deckId, position } of placedNotes(collection)) {
    const type = types.get(own.typeId);
    if (!type) continue;
    const plain = noteOfAnki(own, type, deckIdOf(deckId, decks), position, mediaNames);
    const areSuspended = ownCards.every(({ queue }) => queue === SUSPENDED);
    const note = asBefore(plain, decks.get(deckId), areSuspended);
    const slots = slotsOfNote(type, note.fields, hasTags(note));
    for (const card of ownCards) {
      cards.push(cardOf(card, note, slotOfOrd(type, card.ord), slots));
    }
    const foreign = foreignOfNote(own, ownCards, {
      note,
      type,
      days,
      elsewhere,
      reviews,
      histories,
    });
    notes.push({ ...note, foreign });
  }
  const coming = decksThatCome(decks, collection.cards);
  return {
    types: [...types.values()],
    presets: [...collection.presets.values()].map((preset) => presetOfAnki(preset, config)),
    decks: coming.map((deck) => deckOfAnki(deck, collection.presets)),
    notes,
    cards,
    ankiIds,
    elsewhere,
    histories,
    memories,
    days,
    foreign: foreignCollection(
      collection,
      [...decks.values()].filter((deck) => !coming.includes(deck)),
    ),
  };
}
