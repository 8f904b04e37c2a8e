import type { FieldTexts } from '../../domain/content/note-type.ts';
import type { NoteId } from '../../kernel/ids.ts';

interface Row {
  readonly id: NoteId;
  readonly fields: FieldTexts;
}

/**
 * Which of the notes `here` each of `rows` is, all of them beginning alike: first those that say the
 * same, then those of one id, then the others in their order. Answers the ids that rows get instead
 * of their own; no two get one.
 */
export function pairs(rows: readonly Row[], here: readonly Row[]): ReadonlyMap<NoteId, NoteId> {
  const found = new Map<NoteId, NoteId>();
  const free = new Map(here.map((note) => [note.id, note]));
  const take = (row: Row, id: NoteId): void => {
    found.set(row.id, id);
    free.delete(id);
  };
  const waiting = () => rows.filter(({ id }) => !found.has(id));
  const byWords = new Map<string, NoteId[]>();
  for (const note of here.toReversed()) {
    const words = wordsOf(note);
    const same = byWords.get(words) ?? [];
    byWords.set(words, same);
    same.push(note.id);
  }
  for (const row of rows) {
    const same = byWords.get(wordsOf(row))?.pop();
    if (same !== undefined) take(row, same);
  }
  for (const row of waiting()) if (free.has(row.id)) take(row, row.id);
  for (const row of waiting()) {
    const [next] = free.keys();
    if (next === undefined) break;
    take(row, next);
  }
  // What is new must not have an id that another row has taken.
  const taken = new Set(found.values());
  const left = rows.map(({ id }) => id).filter((id) => found.has(id) && !taken.has(id));
  for (const { id } of waiting()) {
    const other = taken.has(id) ? left.pop() : undefined;
    if (other !== undefined) found.set(id, other);
  }
  return found;
}

function wordsOf({ fields }: Row): string {
  return JSON.stringify(
    Object.entries(fields)
      .filter(([, text]) => text !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
