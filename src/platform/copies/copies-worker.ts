import { accessFile, type OrderAnswer } from '../files/file-orders.ts';
import { COPIES_FOLDER } from './web-copies.ts';

/** A copy to be written under a temporary name. */
export interface CopyOrder {
  readonly number: number;
  readonly name: string;
  readonly content: Blob;
}

/** Bytes in memory at a time. */
const PIECE = 4 * 1024 * 1024;

/** The entry of the worker that writes copies, so that no answer waits for one. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<CopyOrder>) => {
  const answer: OrderAnswer = { number: data.number };
  try {
    await write(data);
    postMessage(answer);
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    postMessage({ ...answer, why } satisfies OrderAnswer);
  }
});

async function write({ number, name, content }: CopyOrder): Promise<void> {
  const handle = await accessFile(`${COPIES_FOLDER}/${name}`);
  try {
    handle.truncate(0);
    for (let from = 0; from < content.size; from += PIECE) {
      const piece = new Uint8Array(await content.slice(from, from + PIECE).arrayBuffer());
      let written = 0;
      while (written < piece.length) {
        const some = handle.write(piece.subarray(written), { at: from + written });
        if (some === 0) throw new Error('the disk takes no more');
        written += some;
      }
      postMessage({ number, goesOn: true } satisfies OrderAnswer);
    }
    handle.flush();
  } finally {
    handle.close();
  }
}
