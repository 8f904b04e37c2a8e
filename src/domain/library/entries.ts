import type { WeekdayOptions } from '../balance/easy-days.ts';
import type { Card } from '../collection/card.ts';
import {
  type Deck,
  type Preset,
  type StudySettings,
  schedulerOptions,
} from '../collection/deck.ts';
import type { Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import type { CardId, DeckId, NoteTypeId } from '../../kernel/ids.ts';
import { presetOf } from '../collection/presets.ts';
import { textsOf } from '../search/matching/note-text.ts';
import type { SearchCard, SearchDeck, SearchNote } from '../search/subject.ts';

/** A note as the index keeps it. Changed in place, so that listings show what is now. */
export interface NoteEntry extends SearchNote {
  note: Note;
  type: NoteType;
  text: string;
  sortText: string;
  deck: DeckEntry;
  /** By slot. */
  readonly cards: CardEntry[];
  /** Place in the index, -1 once the note is gone. */
  at: number;
  /** Which block its text lies in (TextBlocks). */
  block: { readonly at: number; readonly isWide: boolean } | undefined;
}

export interface CardEntry extends SearchCard {
  card: Card;
  deck: DeckEntry;
  readonly note: NoteEntry;
  at: number;
}

/** A deck; one that is named by a card and not there has '' for its name. */
export interface DeckEntry extends SearchDeck {
  readonly id: DeckId;
  name: string;
  presetName: string;
  options: WeekdayOptions;
}

/** `note` without what only a deck file needs, of which there would be as much again. */
export function noteEntry(note: Note, type: NoteType, deck: DeckEntry, at: number): NoteEntry {
  return { ...textsOfEntry(note, type), deck, cards: [], at, block: undefined };
}

export function textsOfEntry(note: Note, type: NoteType) {
  const { fromFile: _inFile, ...kept } = note;
  const { search, sort } = textsOf(note, type);
  return { note: kept, type, text: search, sortText: sort };
}

export function deckValues(
  deck: Deck | undefined,
  presets: ReadonlyMap<string, Preset>,
  settings: StudySettings,
): Omit<DeckEntry, 'id'> {
  const preset = presetOf(deck, presets.values());
  return {
    name: deck?.name ?? '',
    presetName: preset.name,
    options: { ...schedulerOptions(preset, settings), easyDays: preset.easyDays },
  };
}

/** Stands in for a type that is not there: no fields, no templates, its id for a name. */
export function missingType(id: NoteTypeId): NoteType {
  return {
    id,
    name: id,
    kind: 'standard',
    fields: [],
    templates: [],
    css: '',
    sortFieldId: '' as NoteType['sortFieldId'],
  };
}

/** Puts `entry` in its place among its note's cards. */
export function attach(entry: CardEntry): void {
  const { cards } = entry.note;
  const last = cards.at(-1);
  if (!last || slotFirst(last.card.id, entry.card.id)) {
    cards.push(entry);
    return;
  }
  const after = cards.findIndex(({ card }) => slotFirst(entry.card.id, card.id));
  if (after === -1) cards.push(entry);
  else cards.splice(after, 0, entry);
}

function slotFirst(one: CardId, other: CardId): boolean {
  return one.length - other.length < 0 || (one.length === other.length && one < other);
}
