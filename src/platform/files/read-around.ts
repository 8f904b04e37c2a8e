/** What a disk gives, or refuses, at once. */
export const BLOCK_BYTES = 4096;

/** A refused block may take a disk seconds, and is asked for in halves of halves until it is alone. */
const MOST_REFUSED = 48;

/**
 * The first `size` bytes of what `read` gives between two places, with zeros in place of a bad block:
 * whoever reads them has a hash to tell by. Throws what `read` throws, where it gives nothing at all
 * or refuses too often, and whatever is no fault of a disk.
 */
export async function readAround(
  size: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await read(0, size);
  } catch (error) {
    if (!isOfDisk(error)) throw error;
    const bytes = new Uint8Array(size);
    let [refused, given] = [1, 0];
    const fill = async (from: number, to: number): Promise<void> => {
      if (to - from <= BLOCK_BYTES) return;
      const middle = from + Math.ceil((to - from) / 2 / BLOCK_BYTES) * BLOCK_BYTES;
      for (const [a, b] of [
        [from, middle],
        [middle, to],
      ] as const) {
        try {
          bytes.set(await read(a, b), a);
          given += b - a;
        } catch (again) {
          if (!isOfDisk(again) || ++refused > MOST_REFUSED) throw again;
          await fill(a, b);
        }
      }
    };
    await fill(0, size);
    if (given === 0) throw error;
    return bytes;
  }
}

/** A browser names no other reason where the disk gives an error. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotReadableError';
}

/** The bytes of `file` from `from` on; `goesOn` hears before each piece that is asked for. */
export function readFileAround(
  file: Blob,
  from: number,
  goesOn: () => void = () => {},
): Promise<Uint8Array> {
  return readAround(Math.max(0, file.size - from), async (a, b) => {
    goesOn();
    return new Uint8Array(await file.slice(from + a, from + b).arrayBuffer());
  });
}
