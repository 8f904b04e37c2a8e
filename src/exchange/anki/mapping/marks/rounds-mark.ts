import type { Note } from '../../../../domain/content/note.ts';
import type { NoteId } from '../../../../kernel/ids.ts';
import type { AnkiDeck, AnkiNote, AnkiRaw } from '../../anki-collection.ts';
import { WireMessage } from '../../container/wire.ts';
import { WireWriter } from '../../writing/wire/wire-writer.ts';

/** Notes of Rounds' own bear this before their id, as Anki's mark of identity (guid). */
const OWN = 'rounds:';

/** Under which id a note comes: by its mark of identity, the same in every copy of a deck. */
export function noteIdOfGuid({ guid, id }: Pick<AnkiNote, 'guid' | 'id'>): NoteId {
  const isOwn = guid.startsWith(OWN) && guid.length > OWN.length;
  // A slash would end the note's part of a card's id.
  if (isOwn) return guid.slice(OWN.length).replaceAll('/', '%2F') as NoteId;
  return `anki-${(guid || `id-${id}`).replace(/[%/]/g, encodeURIComponent)}` as NoteId;
}

/** The mark under which a note goes out: the one it came with, else its own id. */
export function noteGuid(noteId: NoteId): string {
  const foreign = /^anki-(?!id--?\d+$)(.+)$/s.exec(noteId)?.[1];
  return foreign === undefined ? OWN + noteId : foreign.replace(/%25|%2F/g, decodeURIComponent);
}

/** What Rounds wrote beside a row when it went out, and Anki kept; {} where it never did. */
export function roundsMark(raw: AnkiRaw): Readonly<Record<string, unknown>> {
  const others = 'json' in raw ? [raw.json] : raw.protobuf.map(otherOf);
  for (const other of others) {
    const mark = (other as { readonly rounds?: unknown }).rounds;
    if (typeof mark === 'object' && mark !== null && !Array.isArray(mark)) {
      return mark as Readonly<Record<string, unknown>>;
    }
  }
  return {};
}

/** `raw` with `mark` beside what Rounds wrote there before. */
export function withMark(raw: AnkiRaw, mark: object): AnkiRaw {
  const rounds = { ...roundsMark(raw), ...mark };
  if ('json' in raw) return { json: { ...raw.json, rounds } };
  const [own = new Uint8Array(), ...rest] = raw.protobuf;
  const other = JSON.stringify({ ...otherOf(own), rounds });
  // The last of a message's fields of one number counts.
  return { ...raw, protobuf: [new WireWriter().text(OTHER, other).after(own), ...rest] };
}

/** A section's path as one of Anki's tags, which hold no blanks. */
export function tagOfSection(section: string): string {
  return section.replace(/[ \t\n\v\f\r\u3000]+/g, '_');
}

/** What Rounds' own archived notes bear as a tag: Anki has no such state, their cards are suspended. */
export const ARCHIVED_TAG = 'archived';

/** The same of a note of Rounds' own, whose section of that very name is not the state. */
export function tagOfOwn(noteId: NoteId, section: string): string {
  const tag = tagOfSection(section);
  return !isAnkis(noteId) && /^archived_*$/i.test(tag) ? `${tag}_` : tag;
}

const isAnkis = (noteId: NoteId): boolean => noteId.startsWith('anki-');

/**
 * `note`, which went out from here, with its sections as they were spelt (`deck`) and archived as it
 * was. In Anki there may be a tag of that name: a note of Anki's is archived where its deck says that
 * Rounds has archived some, and no card of it is asked.
 */
export function asBefore(note: Note, deck: AnkiDeck | undefined, areSuspended: boolean): Note {
  const { sections = [], spelt = [], archives } = deck ? roundsMark(deck.raw) : {};
  const names = new Map<string, string>();
  for (const each of [sections, spelt].flat()) {
    if (typeof each === 'string') names.set(tagOfOwn(note.id, each), each);
  }
  const isOurs = !isAnkis(note.id) || (archives === true && areSuspended);
  // Anki spells a tag as the first one of that name in the collection.
  const isTag = (each: string) => isOurs && each.toLowerCase() === ARCHIVED_TAG;
  const archived = note.sections.some(isTag);
  const own = note.sections.filter((each) => !isTag(each));
  return { ...note, archived, sections: own.map((each) => names.get(each) ?? each) };
}

/** Where Anki's newer format keeps what it has no word for: JSON in the field of this number. */
const OTHER = 255;

function otherOf(blob: Uint8Array): object {
  try {
    const text = new WireMessage(blob).text(OTHER);
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
