import type { MediaFile } from '../../../domain/media/media-file.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { eachPageOfNotes, readDraftValues } from '../../../store/media/media-users.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { namesInDraft, namesInFields, namesInType } from '../../queries/once/media/check-media.ts';
import { goOn } from '../store-media.ts';
import type { ImportMade } from './import-made.ts';
import type { TakeBackPlan } from './plan-take-back.ts';

/**
 * Files that the import brought and that no note, note type or draft names once `plan` is done. What
 * templates of other programs name (`_…`) stays as long as a type of the import does. Reads all
 * notes; Stopped is thrown where nobody wants it any more.
 */
export async function mediaToGo(
  db: RoundsDatabase,
  { file, added }: ImportMade,
  { body }: TakeBackPlan,
  watch: Watch,
): Promise<readonly Pick<MediaFile, 'id' | 'sha256'>[]> {
  const left = new Map<string, Pick<MediaFile, 'id' | 'sha256'>>();
  for (const { id, sha256 } of file.media) if (added.media.has(id)) left.set(id, { id, sha256 });
  const keep = (names: readonly string[]): void => {
    for (const name of names) left.delete(name);
  };
  if (left.size === 0) return [];
  const going = new Set<NoteId>(body.noteIds);
  const usedTypes = new Set<string>();
  let seen = 0;
  for await (const { notes, total } of eachPageOfNotes(db)) {
    for (const { id, noteTypeId, fields } of notes) {
      if (going.has(id)) continue;
      keep(namesInFields(fields));
      usedTypes.add(noteTypeId);
    }
    seen += notes.length;
    await goOn(watch, seen, total);
  }
  for (const { before } of body.notes) keep(namesInFields(before.fields));
  const brought = new Set(body.types.flatMap(({ id, before }) => (before ? [] : [id])));
  const types = (await db.noteTypes.toArray()).filter(
    ({ id }) => !brought.has(id) || usedTypes.has(id),
  );
  for (const type of types) keep(namesInType(type));
  for (const value of await readDraftValues(db)) keep(namesInDraft(value));
  if (types.some(({ id }) => brought.has(id))) {
    keep([...left.keys()].filter((name) => name.startsWith('_')));
  }
  return [...left.values()];
}
