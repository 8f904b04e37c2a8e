import { useEffect, useState } from 'react';
import { fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import type { LibraryRow } from '../../../domain/library/library.ts';
import { printSearch } from '../../../domain/search/print-query.ts';
import { textOfField } from '../../../domain/search/matching/note-text.ts';
import type { Engine } from '../../../engine/engine.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import type { NoteState } from './note-state.ts';

const WAIT_MILLIS = 300;

/** Says while one writes that a note of this type with the same first field is there already. */
export function DuplicateWarning(props: {
  readonly state: NoteState;
  readonly type: NoteType;
  readonly noteId: NoteId | undefined;
}) {
  const found = useDuplicates(props.type, props.state, props.noteId);
  if (found.length === 0) return null;
  return (
    <p className="note duplicate" role="status">
      {phrase`${plural(found.length, 'There is a note', 'There are # notes')} with the same ${props.type.fields.find((field) => field.id === props.type.sortFieldId)?.name ?? t`text`} already, in ${[...new Set(found)].join(', ')}. You can add this one all the same.`}
    </p>
  );
}

/** The decks of the notes that are the same, a deck for each. */
function useDuplicates(
  type: NoteType,
  state: NoteState,
  noteId: NoteId | undefined,
): readonly string[] {
  const engine = useEngine();
  const [found, setFound] = useState<readonly string[]>([]);
  const text = textOfField(fieldText(state.fields, type.sortFieldId), type).trim();
  useEffect(() => {
    if (text === '' || type.kind === 'occlusion') {
      setFound([]);
      return;
    }
    let isGone = false;
    const timer = setTimeout(async () => {
      const rows = await sameText(engine, type, text);
      if (!isGone) setFound(rows.filter((row) => row.noteId !== noteId).map((row) => row.deckName));
    }, WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [engine, type, text, noteId]);
  return found;
}

const MOST = 10;

/** Notes of the type with this text in their sort field. */
async function sameText(
  engine: Engine,
  type: NoteType,
  text: string,
): Promise<readonly LibraryRow[]> {
  const found = await engine.ask('find', {
    text: printSearch({ kind: 'duplicate', typeId: type.id, text }),
    mode: 'notes',
    sort: { column: 'added', descending: true },
  });
  if (!found.ok) return [];
  const rows = await engine.ask('rows', { token: found.value.token, from: 0, to: MOST });
  return rows.ok ? rows.value : [];
}
