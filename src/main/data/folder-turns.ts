import { type ChosenRecord, readRecord } from './chosen-record.ts';

/** How often a folder was chosen or forgotten, by the record of it. */
const choices = new Map<string, number>();

const choiceOf = (record: string): number => choices.get(record) ?? 0;

/** From now on no order waits for those of before: their folder may be on a disk that never answers. */
export function beginTurnsAnew(record: string): void {
  choices.set(record, choiceOf(record) + 1);
}

/**
 * Orders on the folder that is chosen, one done after the other; none of them may reject. `work` gets
 * undefined where none is chosen, or another was chosen while the order waited.
 */
export function folderTurns(record: string) {
  let choice = choiceOf(record);
  let turn: Promise<unknown> = Promise.resolve();

  return <Value>(work: (kept: ChosenRecord | undefined) => Promise<Value>): Promise<Value> => {
    const own = choiceOf(record);
    if (own !== choice) turn = Promise.resolve();
    choice = own;
    const done = turn.then(async () => {
      const kept = await readRecord(record);
      return work(own === choiceOf(record) ? kept : undefined);
    });
    turn = done;
    return done;
  };
}
