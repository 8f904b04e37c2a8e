import type { Note } from '../../../../domain/content/note.ts';
import { fieldText, type NoteType } from '../../../../domain/content/note-type.ts';
import { decodeEntities } from '../../../../domain/template/html/entities.ts';
import { ARCHIVED_TAG, noteGuid, tagOfOwn } from '../../mapping/marks/rounds-mark.ts';
import { withoutControlSigns } from '../../mapping/notes.ts';
import { sha1Of } from '../../sha1.ts';

/** The columns of a note that say what it is. */
export interface NoteColumns {
  readonly guid: string;
  readonly tags: readonly string[];
  /** In the type's order. */
  readonly fields: readonly string[];
  readonly modifiedSeconds: number;
}

export function noteColumns(note: Note, type: NoteType, withMarks: boolean): NoteColumns {
  const marks = withMarks ? note.tags : [];
  const archived = note.archived ? [ARCHIVED_TAG] : [];
  return {
    guid: noteGuid(note.id),
    tags: [...note.sections.map((section) => tagOfOwn(note.id, section)), ...marks, ...archived],
    fields: type.fields.map(({ id }) => withoutControlSigns(fieldText(note.fields, id))),
    modifiedSeconds: Math.floor(note.editedAtMillis / 1000),
  };
}

/** ' a b ', as Anki writes it; '' for none. */
export function tagsColumn(tags: readonly string[]): string {
  return tags.length === 0 ? '' : ` ${tags.join(' ')} `;
}

/** By what Anki sorts a note: its sort field as text. */
export function sortColumn(html: string): string {
  return withoutHtml(withMediaNamed(html));
}

/** By what Anki finds notes that begin alike: four bytes of the first field's SHA-1. */
export async function checksum(firstField: string): Promise<number> {
  const bytes = await sha1Of(new TextEncoder().encode(withoutHtml(withMediaNamed(firstField))));
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/** Names of pictures and sounds stay where their tags go. */
function withMediaNamed(html: string): string {
  return html.replace(
    /<(?:img|audio|video|object)\b[^>]*?\b(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>/gi,
    (_, double?: string, single?: string, bare?: string) => ` ${double ?? single ?? bare ?? ''} `,
  );
}

function withoutHtml(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(text).replaceAll('\u00a0', ' ');
}
