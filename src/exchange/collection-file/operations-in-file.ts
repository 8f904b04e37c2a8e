import { sha256Of } from '../../kernel/sha256.ts';
import { isVoid } from '../../log/text/codec.ts';
import { decodeLog } from '../../log/text/decode-log.ts';
import { BadFile } from './bad-file.ts';
import type { FileInCollection } from './manifest.ts';
import type { OpenedFile } from './open-file.ts';
import { unpack } from './unpack.ts';

/** What one payload may unpack to: a deck of 100,000 notes has some 60 MB. */
const MOST_PAYLOAD_BYTES = 512 * 1024 * 1024;

/** An operation as its line has it, and its body where that stands beside the log. */
interface InFile {
  readonly operation: object;
  readonly isBeside: boolean;
}

/**
 * All operations of a file, segment by segment, each with its body; nothing but their lines and
 * payloads has been looked at. `only`: of one device. Throws BadFile.
 */
export async function* operationsInFile(
  file: OpenedFile,
  only?: string,
): AsyncGenerator<{ readonly operations: readonly unknown[]; readonly segment: FileInCollection }> {
  const payloads = new Map(
    file.manifest.files.flatMap((each) =>
      each.path.startsWith('payloads/') ? [[each.path.slice(9, 73), each] as const] : [],
    ),
  );
  let device = '';
  let chain = '';
  for (const segment of file.manifest.files) {
    const [folder, name = ''] = segment.path.split('/');
    if (folder !== 'journal' || (only !== undefined && name !== only)) continue;
    if (name !== device) chain = '';
    device = name;
    const log = decodeLog(new TextDecoder().decode(await file.read(segment)), chain);
    chain = log.chain;
    const [problem] = log.problems;
    if (problem) {
      const { line, why } = problem;
      throw new BadFile('damaged', `“${segment.path}” in the file, line ${line}: ${why}.`);
    }
    const operations: unknown[] = [];
    for (const { operation, isBeside } of inForce(log.operations)) {
      operations.push(isBeside ? await withPayload(file, operation, payloads) : operation);
    }
    yield { operations, segment };
  }
}

/** A number that was given again belongs to the later line: the earlier was never done. */
function inForce(lines: readonly unknown[]): InFile[] {
  const byId = new Map<unknown, InFile>();
  for (const line of lines) {
    if (isVoid(line)) byId.delete(line.void);
    else {
      const { id, body } = (line ?? {}) as { readonly id?: unknown; readonly body?: object };
      const isBeside = typeof body === 'object' && body !== null && '#payload' in body;
      byId.set(id, { operation: line as object, isBeside });
    }
  }
  return [...byId.values()];
}

async function withPayload(
  file: OpenedFile,
  operation: object,
  payloads: ReadonlyMap<string, FileInCollection>,
): Promise<unknown> {
  const sha256 = String((operation as { readonly body: { '#payload': unknown } }).body['#payload']);
  const own = payloads.get(sha256);
  // It was lost before the file was made: the step has no body, and is named where it is looked at.
  if (!own) return operation;
  const plain = unpack(await file.read(own), 'gunzip', MOST_PAYLOAD_BYTES, own.path);
  if ((await sha256Of(plain)) !== sha256) {
    throw new BadFile('damaged', `“${own.path}” in the file is not what was saved.`);
  }
  return { ...operation, body: bodyIn(plain, own.path) };
}

function bodyIn(plain: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    throw new BadFile('damaged', `“${path}” in the file is no step of Rounds.`);
  }
}
