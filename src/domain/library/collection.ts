import type { Card } from '../collection/card.ts';
import {
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
  type StudySettings,
} from '../collection/deck.ts';
import type { SavedSearch } from '../collection/saved-search.ts';
import type { Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import { noteTypeOf } from '../content/stock.ts';
import { type DeckId, type NoteTypeId, noteIdOf } from '../../kernel/ids.ts';
import type { Change } from '../collection/rows.ts';
import {
  attach,
  type CardEntry,
  type DeckEntry,
  deckValues,
  missingType,
  type NoteEntry,
  noteEntry,
  textsOfEntry,
} from './entries.ts';
import { Places } from './places.ts';
import type { KeptNote } from './kept/note-part.ts';
import { ChangedParts } from './kept/parts.ts';
import { TextBlocks } from './texts/text-blocks.ts';

/**
 * The rows of a collection, joined, and kept up with changes in whatever order their tables come.
 * `notes` and `cards` have no gaps and no order.
 */
export class Collection {
  readonly notes: NoteEntry[] = [];
  readonly cards: CardEntry[] = [];
  readonly texts = new TextBlocks();
  /** Places of the cards that are out of sight. */
  readonly absent = new Places();
  readonly decks = new Map<string, Deck>();
  readonly presets = new Map<string, Preset>();
  readonly noteTypes = new Map<string, NoteType>();
  readonly searches = new Map<string, SavedSearch>();
  settings: StudySettings = DEFAULT_STUDY_SETTINGS;
  readonly #noteById = new Map<string, NoteEntry>();
  readonly #deckById = new Map<string, DeckEntry>();
  /** The one asked for last: rows of a deck come one after the other. */
  #lastDeck: DeckEntry | undefined;
  /** Cards whose note is not there, by its id. */
  readonly #loose = new Map<string, Map<string, Card>>();
  /** Stand-ins for types that are named by a note and not there. */
  readonly #missing = new Map<string, NoteType>();
  /** What is other than it was kept as. */
  readonly changedParts = new ChangedParts();

  /** Cards whose note is not there: they have no place, and so cannot be kept. */
  get hasLooseCards(): boolean {
    return this.#loose.size > 0;
  }

  /** The cards of a note that are here, by slot. */
  cardsOf(noteId: string): readonly Card[] {
    return this.#noteById.get(noteId)?.cards.map(({ card }) => card) ?? [];
  }

  /** Adds notes as they were kept, none of which is here, at the next places. */
  addKeptNotes(notes: readonly KeptNote[]): void {
    for (const { note, text, sortText } of notes) {
      const type = this.#typeOf(note.noteTypeId);
      const deck = this.deckOf(note.deckId);
      const at = this.notes.length;
      this.#addNote({ note, type, text, sortText, deck, cards: [], at, block: undefined });
    }
  }

  /** The same of cards, whose notes are all here. */
  addKeptCards(cards: readonly Card[]): void {
    // Cards mostly lie in the order of their notes: to look one up takes longer than all else here.
    let note: NoteEntry | undefined;
    for (const card of cards) {
      if (!isOf(card, note)) {
        const next = note && this.notes[note.at + 1];
        note = isOf(card, next) ? next : this.#noteById.get(noteIdOf(card.id));
      }
      if (!note) throw new Error(`no note for ${card.id}`);
      this.#addCard(card, note);
    }
  }

  change(changes: readonly Change[]): void {
    const retyped = new Set<string>();
    let isRedecked = false;
    for (const change of changes) {
      switch (change.table) {
        case 'notes':
          this.#putNote(change.key, change.after);
          break;
        case 'cards':
          this.#putCard(change.key, change.after);
          break;
        case 'noteTypes':
          put(this.noteTypes, change.key, change.after);
          retyped.add(change.key);
          break;
        case 'searches':
          put(this.searches, change.key, change.after);
          break;
        case 'settings':
          if (change.key === 'study') this.settings = change.after ?? DEFAULT_STUDY_SETTINGS;
          isRedecked = true;
          break;
        case 'decks':
          put(this.decks, change.key, change.after);
          isRedecked = true;
          break;
        case 'presets':
          put(this.presets, change.key, change.after);
          isRedecked = true;
          break;
        case 'media':
        case 'graves':
        case 'overlays':
        case 'cramAnswers':
        case 'pastLogs':
          break;
      }
    }
    if (isRedecked) this.#refreshDecks();
    if (retyped.size > 0) this.#refreshTypes(retyped);
  }

  #putNote(id: string, note: Note | undefined): void {
    const entry = this.#noteById.get(id);
    if (!note) {
      if (entry) this.#removeNote(entry);
      return;
    }
    const type = this.#typeOf(note.noteTypeId);
    const deck = this.deckOf(note.deckId);
    if (entry) {
      Object.assign(entry, textsOfEntry(note, type), { deck });
      this.texts.put(entry);
      this.changedParts.add('notes', entry.at);
      return;
    }
    const added = noteEntry(note, type, deck, this.notes.length);
    this.#addNote(added);
    this.changedParts.add('notes', added.at);
    const loose = this.#loose.get(id);
    this.#loose.delete(id);
    for (const card of loose?.values() ?? []) this.#putCard(card.id, card);
  }

  #addNote(added: NoteEntry): void {
    this.notes.push(added);
    this.texts.put(added);
    this.#noteById.set(added.note.id, added);
  }

  #removeNote(entry: NoteEntry): void {
    this.changedParts.add('notes', entry.at);
    this.changedParts.add('notes', this.notes.length - 1);
    const moved = removeAt(this.notes, entry);
    if (moved) this.texts.changed(moved);
    const cards = entry.cards.map(({ card }) => card);
    for (const card of cards) this.#putCard(card.id, undefined);
    this.texts.remove(entry);
    this.#noteById.delete(entry.note.id);
    for (const card of cards) this.#putCard(card.id, card);
  }

  #putCard(id: string, card: Card | undefined): void {
    const noteId = noteIdOf(id as Card['id']);
    const note = this.#noteById.get(noteId);
    const entry = note?.cards.find((each) => each.card.id === id);
    if (card && entry) {
      this.changedParts.add('cards', entry.at);
      entry.card = card;
      this.absent.set(entry.at, card.absent);
      entry.deck = this.deckOf(card.deckId);
      return;
    }
    if (entry) {
      const { at } = entry;
      this.changedParts.add('cards', at);
      this.changedParts.add('cards', this.cards.length - 1);
      const moved = removeAt(this.cards, entry);
      if (moved) {
        this.absent.set(at, moved.card.absent);
        this.texts.changed(moved.note);
      }
      this.texts.changed(entry.note);
      entry.note.cards.splice(entry.note.cards.indexOf(entry), 1);
      return;
    }
    if (!note) this.#putLoose(noteId, id, card);
    if (!note || !card) return;
    this.#addCard(card, note);
    this.changedParts.add('cards', this.cards.length - 1);
  }

  #addCard(card: Card, note: NoteEntry): void {
    const added = { card, deck: this.deckOf(card.deckId), note, at: this.cards.length };
    this.cards.push(added);
    this.absent.set(added.at, card.absent);
    attach(added);
    this.texts.changed(note);
  }

  #putLoose(noteId: string, id: string, card: Card | undefined): void {
    const loose = this.#loose.get(noteId) ?? new Map<string, Card>();
    put(loose, id, card);
    if (loose.size === 0) this.#loose.delete(noteId);
    else this.#loose.set(noteId, loose);
  }

  #typeOf(id: NoteTypeId): NoteType {
    const known = noteTypeOf(id, this.noteTypes);
    if (known) return known;
    const missing = this.#missing.get(id) ?? missingType(id);
    this.#missing.set(id, missing);
    return missing;
  }

  deckOf(id: DeckId): DeckEntry {
    if (this.#lastDeck?.id === id) return this.#lastDeck;
    const known = this.#knownDeck(id);
    this.#lastDeck = known;
    return known;
  }

  #knownDeck(id: DeckId): DeckEntry {
    const known = this.#deckById.get(id);
    if (known) return known;
    const entry = { id, ...deckValues(this.decks.get(id), this.presets, this.settings) };
    this.#deckById.set(id, entry);
    return entry;
  }

  #refreshDecks(): void {
    for (const [id, entry] of this.#deckById) {
      Object.assign(entry, deckValues(this.decks.get(id), this.presets, this.settings));
    }
  }

  #refreshTypes(ids: ReadonlySet<string>): void {
    for (const entry of this.notes) {
      if (!ids.has(entry.note.noteTypeId)) continue;
      this.changedParts.add('notes', entry.at);
      Object.assign(entry, textsOfEntry(entry.note, this.#typeOf(entry.note.noteTypeId)));
      this.texts.put(entry);
    }
  }
}

function isOf({ id }: Card, entry: NoteEntry | undefined): boolean {
  const noteId = entry?.note.id;
  // No slot has a '/' in it.
  return noteId !== undefined && id.startsWith(noteId) && id.lastIndexOf('/') === noteId.length;
}

function put<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** Removes `entry`; the last one takes its place and is returned. */
function removeAt<Entry extends { at: number }>(entries: Entry[], entry: Entry): Entry | undefined {
  const last = entries.pop();
  const moved = last === entry ? undefined : last;
  if (moved) {
    entries[entry.at] = moved;
    moved.at = entry.at;
  }
  entry.at = -1;
  return moved;
}
