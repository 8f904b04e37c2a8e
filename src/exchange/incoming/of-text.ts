import type { Deck } from '../../domain/collection/deck.ts';
import { DEFAULT_PRESET_ID } from '../../domain/collection/deck.ts';
import { LABELS } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { IncomingCard, IncomingNote } from '../../domain/import/incoming.ts';
import { slotsOfNote } from '../../domain/template/slots.ts';
import { keyOfName } from '../../domain/text/same-name.ts';
import { textHash } from '../../kernel/canonical.ts';
import { cardIdOf, type DeckId, type NoteId } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import { t } from '../../kernel/texts.ts';
import { isTooLong } from '../anki/limits.ts';
import { noteIdOfGuid } from '../anki/mapping/notes.ts';
import type { TableChoices } from '../text-table/table-choices.ts';
import { rowsLeftOut } from '../text-table/rows-left-out.ts';
import { readTextTable, type TextNote } from '../text-table/text-notes.ts';
import type { Brought } from './brought.ts';
import { rowsOfOneNote } from './rows-of-one-note.ts';

/** A text or CSV as notes. */
export interface BroughtByText {
  readonly brought: Brought;
  readonly choices: TableChoices;
  /** Its first rows as they are. */
  readonly rows: readonly (readonly string[])[];
  /** Notes that name no identity are those that begin alike; otherwise each is a new one. */
  readonly isMatchedByText: boolean;
  /** Only a note of the same deck is one that begins alike. */
  readonly isMatchedInDeck: boolean;
  /** The file asks that notes that are here stay as they are; so do marked ones where both are kept. */
  readonly keepsMine: boolean;
  /** Of which rows say nothing of deck and tags: notes that are here keep theirs. */
  readonly says: { readonly deck: boolean; readonly tags: boolean };
}

const MOST_ROWS_SHOWN = 20;

/** `types`: those that can be had here; `name`: of the file, for a deck where it names none. */
export function broughtByText(
  text: string,
  name: string,
  types: readonly NoteType[],
  atMillis: number,
  chosen?: TableChoices,
): BroughtByText {
  const table = readTextTable(text, types, chosen);
  const deckName = table.choices.deckName || pathFrom(name.replace(/\.\w{1,8}$/, '')) || t`Notes`;
  const decks = new Map<string, Deck>();
  const deckIdOf = (path: string): DeckId => {
    const key = keyOfName(path);
    const id = `text-${textHash(key)}` as DeckId;
    if (!decks.has(key)) {
      decks.set(key, { id, name: path, presetId: DEFAULT_PRESET_ID, sections: [], source: '' });
    }
    return id;
  };
  const { headers, choices } = table;
  const isMatchedByText = headers.ifMatches !== 'keep-both';
  const isMatchedInDeck = headers.matchesInDeck && isMatchedByText;
  const keepsMine = headers.ifMatches !== 'update';
  const deckOf = (row: TextNote) => (isMatchedInDeck ? keyOfName(row.deck || deckName) : '');
  const { notes: rows, problems: ofRows } = rowsOfOneNote(table.notes, {
    byText: isMatchedByText,
    laterCounts: !keepsMine,
    deckOf,
  });
  const ids = new Map<NoteId, number>();
  const cards: IncomingCard[] = [];
  const cardless: number[] = [];
  const tooLong: number[] = [];
  const notes = rows.flatMap((row): IncomingNote[] => {
    if (isTooLong(row.fields)) {
      tooLong.push(row.line);
      return [];
    }
    const slots = slotsOfNote(row.type, row.fields, row.tags.length > 0);
    if (slots.length === 0) cardless.push(row.line);
    if (slots.length === 0) return [];
    const first = idOf(row, deckOf(row));
    const times = ids.get(first) ?? 0;
    ids.set(first, times + 1);
    // Two rows that begin alike and say different things are two notes.
    const id = times === 0 ? first : (`${first}-${times + 1}` as NoteId);
    cards.push(...slots.map((slot) => newCardOf(id, slot)));
    return [noteOf(row, id, deckIdOf(row.deck || deckName), cards.length, atMillis)];
  });
  const problems = [...table.problems, ...ofRows];
  if (cardless.length > 0) problems.push(rowsLeftOut(cardless, t`makes no card`, t`make no card`));
  if (tooLong.length > 0) {
    problems.push(
      rowsLeftOut(tooLong, t`has more than 8 MB of text`, t`have more than 8 MB of text`),
    );
  }
  return {
    brought: {
      ...{ types: [], presets: [], pastLogs: [], media: [], scripts: [] },
      ...{ reviews: 0, hasSchedule: false },
      decks: [...decks.values()],
      ...{ notes, cards, problems, otherwise: [] },
    },
    choices: { ...choices, deckName },
    rows: table.rows.slice(0, MOST_ROWS_SHOWN).map(({ cells }) => cells),
    ...{ isMatchedByText, isMatchedInDeck, keepsMine },
    says: {
      deck: headers.deckColumn !== undefined || choices.deckName !== '',
      tags: headers.tagsColumn !== undefined || headers.tags.length > 0,
    },
  };
}

/** By its mark of identity; else by how it begins, so that the same table read again is the same notes. */
function idOf({ guid, type, fields }: TextNote, deck: string): NoteId {
  if (guid !== '') return noteIdOfGuid({ guid, id: 0 });
  const [first] = type.fields;
  const text = first ? (fields[first.id] ?? '') : '';
  const scope = deck === '' ? '' : `\n\n${deck}`;
  return `text-${textHash(`${type.id}\n${text.trim()}${scope}`)}` as NoteId;
}

function noteOf(
  { type, fields, tags }: TextNote,
  id: NoteId,
  deckId: DeckId,
  position: number,
  atMillis: number,
): IncomingNote {
  const isLabel = (tag: string) => LABELS.includes(tag.toLowerCase());
  const sections = tags.filter((tag) => !isLabel(tag)).map((tag) => pathFrom(tag) || tag);
  return {
    ...{ id, deckId, fields, position },
    noteTypeId: type.id,
    sections: [...new Set(sections)],
    tags: [...new Set(tags.filter(isLabel).map((tag) => tag.toLowerCase()))],
    archived: false,
    addedAtMillis: atMillis,
    editedAtMillis: atMillis,
  };
}

function newCardOf(noteId: NoteId, slot: number): IncomingCard {
  return {
    id: cardIdOf(noteId, slot),
    schedule: { state: 'new', reps: 0, lapses: 0 },
    flag: 0,
    suspended: false,
    buriedUntil: 0,
  };
}
