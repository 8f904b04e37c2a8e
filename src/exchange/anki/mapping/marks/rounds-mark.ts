import type { NoteId } from '../../../../kernel/ids.ts';
import type { AnkiNote, AnkiRaw } from '../../anki-collection.ts';
import { WireMessage } from '../../container/wire.ts';

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
