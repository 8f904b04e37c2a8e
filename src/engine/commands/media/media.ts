import { admit } from '../../../domain/media/admit.ts';
import type { MediaFile } from '../../../domain/media/media-file.ts';
import { candidatesFor, freeName, mediaNameFrom } from '../../../domain/media/name.ts';
import { HEAD_BYTES } from '../../../domain/media/sniff.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { apply } from '../../../store/apply.ts';
import { hasBlob, putBlob, readMediaLike } from '../../../store/media/blobs.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { plain } from '../plain.ts';
import { named } from '../../../kernel/named.ts';

/** A file as browsers hand it over: a File, or a Blob with a name. */
export interface FileToAdd {
  readonly name: string;
  /** MIME type as claimed; '' where nobody does. */
  readonly type: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Keeps a picture, sound or film: its content first, then the operation that names it. The name is
 * the file's own, made safe, or one beside it where other content has that. What is there already,
 * name and content, is given back without a step; a content that was lost is then whole again.
 */
export function addMedia(deps: Deps, file: FileToAdd): Promise<Result<MediaFile>> {
  return inWords(() => inTurn(deps, () => addInTurn(deps, file)));
}

/** Takes the files out of the collection; their contents stay, so that one undo brings them back. */
export const deleteMedia = plain((names: readonly string[]) => ({ kind: 'delete-media', names }));

async function addInTurn(deps: Deps, file: FileToAdd): Promise<Result<MediaFile>> {
  const { store, clock } = deps;
  const read = await readFile(file);
  if (!read.ok) return read;
  const { type, content } = read.value;
  const put = await putBlob(store, content);
  if (!put.ok) return put;
  const sha256 = put.value;
  const wanted = mediaNameFrom(file.name, type);
  const taken = await readMediaLike(store, candidatesFor(wanted, sha256));
  const id = freeName(wanted, sha256, taken);
  if (id === undefined) {
    return failed(
      t`Other files have all the names that “${named(wanted)}” could get.`,
      t`Nothing was added; they are as they were.`,
      t`Give the file another name, and add it again.`,
    );
  }
  const there = taken.find((each) => each.id === id);
  if (there) return ok(there);
  const added: MediaFile = {
    id,
    sha256,
    bytes: content.byteLength,
    type,
    addedAtMillis: clock().atMillis,
  };
  const applied = await apply(store, intentOf(deps, { kind: 'add-media', files: [added] }));
  if (!applied.ok) return applied;
  // Freeing space at this very moment may have taken the content before the file was there.
  if (await hasBlob(store, sha256).catch(() => true)) return ok(added);
  const again = await putBlob(store, content);
  return again.ok ? ok(added) : again;
}

interface ReadFile {
  readonly type: Parameters<typeof mediaNameFrom>[1];
  readonly content: ArrayBuffer;
}

/** The whole file, where it may be kept: what may not is not read beyond its beginning. */
async function readFile(file: FileToAdd): Promise<Result<ReadFile>> {
  const { name, type, size } = file;
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const admitted = admit({ name, type, bytes: size, head });
    if (!admitted.ok) return admitted;
    return ok({ type: admitted.value, content: await file.arrayBuffer() });
  } catch (error) {
    const why = error instanceof Error ? error.name : String(error);
    return failed(
      t`The file could not be read (${why}).`,
      t`Nothing was added; everything else is as it was.`,
      t`Check that it is still where it was and may be opened, then add it again.`,
    );
  }
}

const turns = new WeakMap<object, Promise<unknown>>();

/** One file after the other: two never choose the same name, nor fill the memory together. */
function inTurn<Value>({ store }: Deps, act: () => Promise<Value>): Promise<Value> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(act, act);
  turns.set(store, turn);
  return turn;
}
