import { failed, ok, type Result } from '../kernel/problem.ts';
import { effectsOfEdit } from './notes.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** Files under names that are free; a name that is taken by other bytes is refused. */
export function effectsOfAddMedia(body: Body<'add-media'>, rows: Rows): Result<Effects> {
  const changes: Change[] = [];
  for (const file of body.files) {
    const before = rows.media.get(file.id);
    if (before && before.sha256 !== file.sha256) return nameTaken(file.id);
    if (!before) changes.push({ table: 'media', key: file.id, before, after: file });
  }
  return ok({ changes });
}

/** The names go; the bytes stay until the person frees their space, so that undo is exact. */
export function effectsOfDeleteMedia(body: Body<'delete-media'>, rows: Rows): Result<Effects> {
  const changes = [...new Set(body.names)].flatMap((key): Change[] => {
    const before = rows.media.get(key);
    return before ? [{ table: 'media', key, before, after: undefined }] : [];
  });
  return changes.length > 0 ? ok({ changes }) : fileGone();
}

/** The file under another name, and the notes that refer to it. */
export function effectsOfRenameMedia(
  operation: Operation,
  body: Body<'rename-media'>,
  rows: Rows,
): Result<Effects> {
  const before = rows.media.get(body.from);
  if (!before) return fileGone();
  if (rows.media.has(body.to)) return nameTaken(body.to);
  const edits = effectsOfEdit(operation, body.edits, rows);
  const after = { ...before, id: body.to as typeof before.id };
  return ok({
    changes: [
      { table: 'media', key: body.from, before, after: undefined },
      { table: 'media', key: body.to, before: undefined, after },
      ...(edits.ok ? edits.value.changes : []),
    ],
  });
}

export function effectsOfSaveSearch({ search }: Body<'save-search'>, rows: Rows): Result<Effects> {
  if (search.name.trim() === '') {
    return failed('A saved search needs a name.', 'Nothing was saved.', 'Give it a name.');
  }
  const before = rows.searches.get(search.id);
  return ok({ changes: [{ table: 'searches', key: search.id, before, after: search }] });
}

export function effectsOfDeleteSearch(
  { searchId }: Body<'delete-search'>,
  rows: Rows,
): Result<Effects> {
  const before = rows.searches.get(searchId);
  if (!before) {
    return failed('That search is no longer there.', 'Nothing was changed.', 'Go on as it is.');
  }
  return ok({ changes: [{ table: 'searches', key: searchId, before, after: undefined }] });
}

function nameTaken(name: string): Result<never> {
  return failed(
    `There is already another file named “${name}”.`,
    'Both files are as they were.',
    'Use another name.',
  );
}

function fileGone(): Result<never> {
  return failed('That file is no longer there.', 'Nothing was changed.', 'Check the media again.');
}
