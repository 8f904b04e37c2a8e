/**
 * Hears how far a long piece of work is; false stops it. The work goes on once it has answered.
 * `phase`: what is being done now, where the work has several: 'Storing pictures and sounds'.
 */
export type Watch = (done: number, total: number, phase?: string) => boolean | Promise<boolean>;

/** The same for work that cannot wait for an answer. `total` 0: not known yet. */
export type WatchNow = (done: number, total: number, phase?: string) => boolean;

/** `watch` for a part of the work, which is told of as that. */
export function inPhase(watch: Watch, phase: string): Watch {
  return (done, total) => watch(done, total, phase);
}

/**
 * `watch` for work that cannot wait, such as a transaction, which ends where nothing is asked of it.
 * A late answer is heard at the next report; until it has come no other report is made.
 */
export function withoutWaiting(watch: Watch = () => true): WatchNow {
  let isWanted = true;
  let isAsking = false;
  return (done, total, phase) => {
    if (isAsking || !isWanted) return isWanted;
    const answer = watch(done, total, phase);
    if (typeof answer === 'boolean') {
      isWanted = answer;
      return isWanted;
    }
    isAsking = true;
    const heard = (isStillWanted: boolean): void => {
      isWanted = isStillWanted;
      isAsking = false;
    };
    answer.then(heard, () => heard(false));
    return true;
  };
}
