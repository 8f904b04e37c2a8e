import { type FieldTexts, fieldText, type NoteType } from '../../../../domain/content/note-type.ts';
import type { FieldId } from '../../../../kernel/ids.ts';
import {
  checkMedia,
  type MediaCheck,
  type MediaToCheck,
} from '../../../../domain/media/check-media.ts';
import { failed, ok, type Result } from '../../../../kernel/problem.ts';
import { mediaNamesIn, mediaNamesInCss } from '../../../../domain/template/html-text.ts';
import { t } from '../../../../kernel/texts.ts';
import { readAllMedia, readableContents } from '../../../../store/media/blobs.ts';
import { eachPageOfNotes, readDraftValues } from '../../../../store/media/media-users.ts';
import { readNoteTypes } from '../../../../store/reads/notes.ts';
import type { Watch } from '../../../rpc.ts';
import type { Asked } from '../../context.ts';

/**
 * Compares the media with all that refers to them. undefined: `watch` stopped it. Reads in pieces,
 * so that the screen stays quick; what changes meanwhile may or may not be seen.
 */
export async function checkMediaNow(
  deps: Pick<Asked, 'store' | 'watch'>,
): Promise<Result<MediaCheck | undefined>> {
  try {
    const found = await collect(deps.store, deps.watch ?? (() => true));
    return ok(found && checkMedia(found));
  } catch (error) {
    return failed(
      t`The check could not be finished (${error instanceof Error ? error.message : String(error)}).`,
      t`Nothing was changed.`,
      t`Start Rounds again and check once more.`,
    );
  }
}

async function collect(store: Asked['store'], watch: Watch): Promise<MediaToCheck | undefined> {
  const files = await readAllMedia(store);
  const references: MediaToCheck['references'][number][] = [];
  let notesSeen = 0;
  let notesInAll = 0;
  for await (const { notes, total } of eachPageOfNotes(store)) {
    for (const { id, fields } of notes) {
      const names = namesInFields(fields);
      if (names.length > 0) references.push({ noteId: id, names });
    }
    notesSeen += notes.length;
    notesInAll = total;
    if (!(await watch(notesSeen, total + files.length))) return undefined;
  }
  const contents = new Set<string>();
  let filesSeen = 0;
  for await (const { readable, looked } of readableContents(store, files)) {
    for (const sha256 of readable) contents.add(sha256);
    filesSeen += looked;
    if (!(await watch(notesInAll + filesSeen, notesInAll + files.length))) return undefined;
  }
  const [types, drafts] = await Promise.all([readNoteTypes(store), readDraftValues(store)]);
  const elsewhere = new Set([...types.flatMap(namesInType), ...drafts.flatMap(namesInDraft)]);
  return { files, references, elsewhere, contents };
}

/** Sources, [sound:…] and url(…): without any of these a text names no media. */
const MAY_NAME = /\b(?:src|data|poster)\b|\[sound:|\burl\(/i;

export function namesInFields(fields: FieldTexts): string[] {
  const ids = Object.keys(fields) as FieldId[];
  return ids.flatMap((id) => {
    const text = fieldText(fields, id);
    return MAY_NAME.test(text) ? mediaNamesIn(text) : [];
  });
}

export function namesInType({ templates, css }: NoteType): string[] {
  const html = templates.flatMap(({ front, back }) => [front, back]);
  const names = [...html.flatMap(mediaNamesIn), ...mediaNamesInCss(css)];
  // A name made from a field is looked up in the notes' fields.
  return names.filter((name) => !name.includes('{{'));
}

/** A draft's shape is its editor's own: any text in it may be a field, template or styling. */
export function namesInDraft(value: unknown): string[] {
  if (typeof value === 'string') return [...mediaNamesIn(value), ...mediaNamesInCss(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(namesInDraft);
}
