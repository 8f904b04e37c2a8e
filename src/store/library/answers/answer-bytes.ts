import { arraysOf } from '../../../domain/statistics/columns/answer-arrays.ts';
import type { AnswerBlock } from '../../../domain/statistics/columns/answer-columns.ts';
import { NO_OTHER_LINES, type OtherLines } from '../../../domain/statistics/columns/answer.ts';

/** Two lengths stand first: of the JSON in bytes, and how many rows. */
const HEAD_BYTES = 8;

/** What histories are beside their rows. Weights stand once; -1: a history has none yet. */
interface BlockNames {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  readonly others: readonly (OtherLines & { readonly at: number })[];
  readonly weights: readonly (readonly number[])[];
  readonly weightsOf: readonly number[];
}

/** The lengths, the histories as JSON, and their rows from a multiple of 4 on. */
export function bytesOfBlock({ histories, arrays }: AnswerBlock): Uint8Array<ArrayBuffer> {
  const weights = [...new Set(histories.flatMap(({ weights: by }) => (by ? [by] : [])))];
  const names: BlockNames = {
    ids: histories.map(({ id }) => id),
    counts: histories.map(({ count }) => count),
    others: histories.flatMap(({ others }, at) =>
      others.crammed + others.byHand + others.broken === 0 ? [] : [{ ...others, at }],
    ),
    weights,
    weightsOf: histories.map((history) =>
      history.weights ? weights.indexOf(history.weights) : -1,
    ),
  };
  const json = new TextEncoder().encode(JSON.stringify(names));
  const from = rowsFrom(json.length);
  const bytes = new Uint8Array(from + arrays.bytes.length);
  new Uint32Array(bytes.buffer, 0, 2).set([json.length, arrays.day.length]);
  bytes.set(json, HEAD_BYTES);
  bytes.set(arrays.bytes, from);
  return bytes;
}

/** Throws where `bytes` is not what `bytesOfBlock` made. */
export function blockOfBytes(bytes: Uint8Array<ArrayBuffer>): AnswerBlock {
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [length = 0, rows = 0] = new Uint32Array(own.buffer, own.byteOffset, 2);
  const arrays = arraysOf(rows, own.buffer, own.byteOffset + rowsFrom(length));
  const text = new TextDecoder().decode(own.subarray(HEAD_BYTES, HEAD_BYTES + length));
  const { ids, counts, others, weights, weightsOf }: BlockNames = JSON.parse(text);
  const othersAt = new Map(others.map(({ at, ...lines }) => [at, lines]));
  const histories = ids.map((id, at) => {
    const predictedBy = weights[weightsOf[at] ?? -1];
    const history = { id, count: counts[at] ?? 0, others: othersAt.get(at) ?? NO_OTHER_LINES };
    return predictedBy ? { ...history, weights: predictedBy } : history;
  });
  if (counts.reduce((sum, count) => sum + count, 0) !== rows) throw new Error('torn');
  return { histories, arrays };
}

function rowsFrom(jsonBytes: number): number {
  return Math.ceil((HEAD_BYTES + jsonBytes) / 4) * 4;
}
