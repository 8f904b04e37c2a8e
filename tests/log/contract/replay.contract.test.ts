import { NeedsEarlier, LogReplay } from '../../../src/log/replay/replay.ts';
import {
  isAfter,
  replayFrom,
  type Snapshot,
  snapshotOf,
} from '../../../src/log/replay/snapshot.ts';
import { encodeLog } from '../../../src/log/text/codec.ts';
import { decodeLog } from '../../../src/log/text/decode-log.ts';
import { inLogOrder } from '../../../src/log/envelope.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { Operation } from '../../../src/log/operation.ts';
import { historyHash, stateHash, takenBackRows } from '../../../src/log/replay/state-hash.ts';
import { contract, type LogKeeper, type Meaning, meaningOf } from './contract.ts';

/** A log as text, line by line, read again whenever it is asked. */
async function textKeeper(): Promise<LogKeeper> {
  let text = '';
  let chain = '';
  return {
    async take(operations) {
      const more = encodeLog(operations, chain);
      text += text === '' ? more.text : more.text.slice(more.text.indexOf('\n') + 1);
      chain = more.chain;
    },
    async meaning() {
      return text === '' ? meaningOf([]) : meaningOf(decodeLog(text).operations);
    },
    close() {},
  };
}

/**
 * Goes on from a snapshot, written as JSON and read again after every part, as long as what comes
 * is later than all it has; otherwise, and where it does not remember enough, from the beginning.
 */
async function snapshotKeeper(): Promise<LogKeeper> {
  const all: Operation[] = [];
  let snapshot: Snapshot | undefined;
  let reviews = new Map<string, Review>();
  let replay = new LogReplay();

  function goOn(operations: readonly Operation[]): void {
    for (const operation of [...operations].sort(inLogOrder)) {
      const outcome = replay.take(operation);
      if (outcome.is !== 'applied' && outcome.is !== 'redone' && outcome.is !== 'undone') continue;
      const { is, review, recounted = [] } = outcome;
      if (review && is !== 'undone') reviews.set(review.operationId, review);
      for (const { after } of recounted) {
        if (reviews.has(after.operationId)) reviews.set(after.operationId, after);
      }
    }
  }

  return {
    async take(values) {
      const operations = values as readonly Operation[];
      all.push(...operations);
      const from = snapshot;
      const isLater = from !== undefined && operations.every((each) => isAfter(from, each));
      try {
        if (!isLater) throw new NeedsEarlier();
        replay = replayFrom(JSON.parse(JSON.stringify(from)));
        goOn(operations);
      } catch (error) {
        if (!(error instanceof NeedsEarlier)) throw error;
        replay = new LogReplay();
        reviews = new Map();
        goOn(all);
      }
      snapshot = snapshotOf(replay);
    },
    async meaning(): Promise<Meaning> {
      const ids = (list: readonly string[]) => [...new Set(list)].sort();
      return {
        state: stateHash(replay.collection.tables),
        history: historyHash(
          reviews.values(),
          takenBackRows(replay.undone, (id) => reviews.get(id)),
        ),
        refused: ids(replay.refused.map(({ id }) => id)),
        deferred: ids(replay.deferred.map(({ operation }) => operation.id)),
      };
    },
    close() {},
  };
}

contract('a log as text', textKeeper, 200);
contract('a snapshot that is gone on from', snapshotKeeper, 200);
