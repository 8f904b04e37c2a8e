/** The last piece of work of each database that must be alone. */
const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Does `work` when everything asked for before is done, whether or not it went well: two changes of
 * the log never look at it at the same time, and a rebuild sees no half of one.
 */
export function inTurn<Value>(db: object, work: () => Promise<Value>): Promise<Value> {
  const turn = (turns.get(db) ?? Promise.resolve()).then(work, work);
  // Kept without its failure, which is for whoever asked.
  turns.set(
    db,
    turn.catch(() => {}),
  );
  return turn;
}
