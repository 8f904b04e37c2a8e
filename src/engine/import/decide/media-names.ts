import type { MediaFile, MediaName } from '../../../domain/media/media-file.ts';
import { candidatesFor, freeName } from '../../../domain/media/name.ts';
import type { BroughtMedia } from '../../../exchange/incoming/brought.ts';
import type { Here } from './here.ts';

/**
 * Which files of a file's go by another name here (ANKI-30): what has the name here and other bytes
 * keeps it. `hashOf`: the SHA-256 of one whose bytes have to be known; undefined: they cannot be
 * read. Told by its size, before a file is read, and by its hash once it is.
 */
export async function namesHere(
  media: readonly BroughtMedia[],
  { media: here }: Here,
  hashOf: (file: BroughtMedia) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, MediaName>> {
  const names = new Map<string, MediaName>();
  for (const file of media) {
    const holder = here.get(file.name.toLowerCase());
    if (!holder) continue;
    const isSameSize = file.bytes === undefined || file.bytes === holder.bytes;
    const sha256 = isSameSize ? holder.sha256 : await hashOf(file);
    const name = sha256 && nameFor(file.name, sha256, here);
    if (name && name !== file.name) names.set(file.name, name);
  }
  return names;
}

/** The name under which such bytes can stand here; undefined: others have all that they could get. */
export function nameFor(
  wanted: MediaName,
  sha256: string,
  here: ReadonlyMap<string, MediaFile>,
): MediaName | undefined {
  const candidates = candidatesFor(wanted, sha256);
  const taken = candidates.flatMap((each) => here.get(each.toLowerCase()) ?? []);
  return freeName(wanted, sha256, taken);
}
