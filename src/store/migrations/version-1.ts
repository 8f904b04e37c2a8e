import { htmlOfText } from '../../domain/template/html-text.ts';

/** Bodies that version 1 wrote in another form. */
type OldBody =
  | {
      readonly kind: 'edit-note';
      readonly noteId: string;
      readonly content: Readonly<Record<string, string>>;
      readonly extra: string;
    }
  | { readonly kind: 'mark'; readonly noteId: string; readonly marked: boolean }
  | { readonly kind: 'other' };

/** Turns an operation that version 1 stored into one of version 2: plain text becomes HTML. */
export function bodiesOfVersion2(row: { body: unknown }): void {
  const body = row.body as OldBody;
  if (body.kind === 'edit-note') {
    const { type: _type, ...texts } = body.content;
    const fields = Object.entries({ ...texts, extra: body.extra }).map(([id, text]) => [
      id,
      htmlOfText(text),
    ]);
    const edit = { noteId: body.noteId, fields: Object.fromEntries(fields) };
    row.body = { kind: 'edit-notes', edits: [edit] };
  } else if (body.kind === 'mark' && 'noteId' in body) {
    row.body = { kind: 'mark', noteIds: [body.noteId], marked: body.marked };
  }
}
