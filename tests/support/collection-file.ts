import type { Manifest } from '../../src/exchange/collection-file/manifest.ts';
import type { Bytes } from '../../src/exchange/collection-file/zip-directory.ts';
import { CollectionFileWriter } from '../../src/exchange/collection-file/write-file.ts';
import { pastAnswersOf } from '../../src/domain/import/past-answers-of.ts';
import type { DeviceId } from '../../src/kernel/ids.ts';
import { sha256Of } from '../../src/kernel/sha256.ts';
import type { Sealed } from '../../src/log/envelope.ts';
import { replayOperations } from '../../src/log/replay/replay-all.ts';
import { stateHash } from '../../src/log/replay/state-hash.ts';

/** An array as a file. */
export function inMemory(bytes: Uint8Array): Bytes {
  return { size: bytes.length, read: async (from, to) => bytes.slice(from, to) };
}

/** The collection file of these operations. `media`: contents that stand in it. */
export async function collectionFileOf(
  operations: readonly Sealed[],
  media: readonly Uint8Array[] = [],
  told: Partial<Manifest> = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writer = new CollectionFileWriter((piece) => pieces.push(piece));
  const once = [...new Map(operations.map((each) => [each.id, each])).values()];
  for (const deviceId of [...new Set(once.map((each) => each.deviceId))].sort()) {
    await writer.addSegments(deviceId as DeviceId, pagesOf(once, deviceId));
  }
  const named = await Promise.all(
    media.map(async (bytes) => [`media/${await sha256Of(bytes)}`, bytes] as const),
  );
  for (const [path, bytes] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    await writer.add(path, bytes);
  }
  const replayed = replayOperations(once);
  const { cards, notes, reviews, undone, pastLogs } = replayed;
  const counting = [...reviews.keys()].filter((id) => !undone.has(id));
  const elsewhere = [...pastLogs.values()].flatMap(pastAnswersOf);
  await writer.end({
    program: 'Rounds 0.1.0',
    lastAtMillis: Math.max(0, ...once.map(({ atMillis }) => atMillis)),
    stateHash: stateHash(replayed),
    counts: {
      cards: [...cards.values()].filter(({ absent }) => !absent).length,
      notes: notes.size,
      reviews: counting.length + elsewhere.length,
      operations: once.length,
      media: media.length,
    },
    ...told,
  });
  return joined(pieces);
}

async function* pagesOf(operations: readonly Sealed[], deviceId: string) {
  const own = operations.filter((each) => each.deviceId === deviceId);
  own.sort((a, b) => a.counter - b.counter);
  for (let from = 0; from < own.length; from += 10) yield own.slice(from, from + 10);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
