import type { MediaFile } from '../../../../domain/media/media-file.ts';
import { ok, type Result } from '../../../../kernel/problem.ts';
import { readBlob, readMediaFiles } from '../../../../store/media/blobs.ts';
import { inWords } from '../../../in-words.ts';
import type { Asked } from '../../context.ts';

export interface MediaContent {
  readonly file: MediaFile;
  readonly blob: Blob;
}

/** A media file as it is at this moment; undefined where it or its content is gone. */
export function mediaContent(
  { store }: Pick<Asked, 'store'>,
  { name }: { readonly name: string },
): Promise<Result<MediaContent | undefined>> {
  return inWords(async () => {
    const [file] = await readMediaFiles(store, [name]);
    const blob = file && (await readBlob(store, file));
    return ok(file && blob && { file, blob });
  });
}
