import { through } from '../../log/text/through.ts';
import type { OperationBody } from '../../log/operation.ts';
import type { RoundsDatabase } from '../schema.ts';
import { sha256Of } from '../../kernel/sha256.ts';

/** A body of this many characters of JSON or more stands beside the log, compressed. */
const LARGE = 32_000;

/** A large body, once, however many operations have it. */
export interface PayloadRow {
  /** Of its JSON; 64 hex digits. */
  readonly sha256: string;
  /** The JSON, by gzip. */
  readonly bytes: Uint8Array;
}

/** Stands in an operation's row in place of a large body. */
export interface PackedBody {
  readonly kind: string;
  readonly '#payload': string;
}

export type StoredBody = OperationBody | PackedBody;

export function isPacked(body: StoredBody): body is PackedBody {
  return '#payload' in body;
}

/** The body as its operation's row holds it, and the payload where that is another. */
export async function packBody(
  body: OperationBody,
): Promise<{ readonly body: StoredBody; readonly payload?: PayloadRow }> {
  const json = JSON.stringify(body);
  if (json.length < LARGE) return { body };
  const plain = new TextEncoder().encode(json);
  const sha256 = await sha256Of(plain);
  const bytes = await through(plain, new CompressionStream('gzip'));
  return { body: { kind: body.kind, '#payload': sha256 }, payload: { sha256, bytes } };
}

/**
 * The bodies of rows, in their order; `undefined` where a payload is gone or damaged. Not inside a
 * transaction, which would end while the payload is being unpacked.
 */
export async function unpackBodies(
  db: RoundsDatabase,
  bodies: readonly StoredBody[],
): Promise<readonly unknown[]> {
  const packed = [...new Set(bodies.flatMap((body) => (isPacked(body) ? [body['#payload']] : [])))];
  if (packed.length === 0) return bodies;
  const rows = await db.payloads.bulkGet(packed);
  const unpacked = new Map<string, unknown>();
  for (const row of rows) if (row) unpacked.set(row.sha256, await unpackPayload(row));
  return bodies.map((body) => (isPacked(body) ? unpacked.get(body['#payload']) : body));
}

/** Bodies that version 3 left in the log go beside it, one by one; killed on the way, the rest next time. */
export async function packLargeBodies(db: RoundsDatabase): Promise<void> {
  for (let after = ''; ; ) {
    const page = await db.operations.where('id').above(after).limit(500).toArray();
    const last = page.at(-1);
    if (!last) break;
    for (const row of page) {
      if (isPacked(row.body)) continue;
      const { body, payload } = await packBody(row.body);
      if (!payload) continue;
      await db.transaction('rw', db.operations, db.payloads, async () => {
        await db.payloads.put(payload);
        await db.operations.put({ ...row, body });
      });
    }
    after = last.id;
  }
  await db.device
    .where('id')
    .equals('device')
    .modify((device) => {
      delete device.mustPack;
    });
}

/** The body that a payload holds; undefined where it is damaged. */
export async function unpackPayload({ bytes }: PayloadRow): Promise<unknown> {
  try {
    const plain = await through(bytes, new DecompressionStream('gzip'));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
