import { useState } from 'react';
import { noteSummary } from '../../../domain/content/note-summary.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import { useQuery } from '../../live.ts';
import { EditNote } from './edit-note.tsx';

const SHOWN = 8;

/** The notes added last, newest first, each a way back to it. */
export function AddedList({ types }: { readonly types: readonly NoteType[] }) {
  const notes = useQuery('notesAdded', { limit: SHOWN });
  const [editing, setEditing] = useState<NoteId>();
  if (!notes || notes.length === 0) return null;
  return (
    <section className="added" aria-labelledby="added">
      <h2 id="added" className="small soft">{t`Just added`}</h2>
      <ul>
        {notes.map((note) => {
          const type = types.find((each) => each.id === note.noteTypeId);
          const text = (type && noteSummary(note, type)) || t`Without text`;
          return (
            <li key={note.id}>
              <button
                type="button"
                className="study-link"
                dir="auto"
                aria-label={t`Edit: ${text}`}
                onClick={() => setEditing(note.id)}
              >
                {text}
              </button>
            </li>
          );
        })}
      </ul>
      {editing && (
        <EditNote
          noteId={editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}
