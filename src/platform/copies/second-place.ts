import { withPatience } from '../files/patience.ts';

/** In the browser's common place, not in a bucket. */
const FOLDER = 'rounds-copies';
/** Of gigabytes once more a browser's common place would be the first to be emptied. */
const MOST_BYTES = 256 * 1024 * 1024;
const KEPT = 2;

/**
 * The newest copies once more (COPY-20). A browser finds its buckets by a list in one small file: where
 * that is damaged, cards, journal and copies are lost at once, and the common place is not. Where the
 * disk fills, it is the other way round. Nothing waits for it, and a failure costs no more than it.
 */
export const secondPlace = {
  async names(): Promise<readonly string[]> {
    return orElse([], async (goesOn) => {
      const names: string[] = [];
      for await (const name of (await folder()).keys()) {
        goesOn();
        names.push(name);
      }
      return names;
    });
  },

  open(name: string): Promise<File | undefined> {
    return orElse(undefined, async () => (await (await folder()).getFileHandle(name)).getFile());
  },

  /** Keeps `content`, and of those before it the newest; `names` begin with when they were made. */
  async keep(name: string, content: Blob): Promise<void> {
    if (content.size > MOST_BYTES) return;
    await orElse(undefined, async (goesOn) => {
      const place = await folder();
      // It has its content once all of it is written, and none before.
      const file = await (await place.getFileHandle(name, { create: true })).createWritable();
      try {
        await content.stream().pipeThrough(heard(goesOn)).pipeTo(file);
      } catch {
        await place.removeEntry(name);
      }
    });
    const older = (await secondPlace.names()).filter((each) => each !== name);
    const newestFirst = older.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
    for (const each of newestFirst.slice(KEPT - 1)) await secondPlace.remove(each);
  },

  /** Whether it was there. */
  remove(name: string): Promise<boolean> {
    return orElse(false, async () => {
      await (await folder()).removeEntry(name);
      return true;
    });
  },
};

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

async function orElse<Value>(
  otherwise: Value,
  work: (goesOn: () => void) => Promise<Value>,
): Promise<Value> {
  try {
    return await withPatience(work);
  } catch {
    return otherwise;
  }
}

function heard(goesOn: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(piece, controller) {
      goesOn();
      controller.enqueue(piece);
    },
  });
}
