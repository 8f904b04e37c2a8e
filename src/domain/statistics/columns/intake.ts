import type { Review } from '../../collection/review.ts';
import { asReview } from '../../cram/settle.ts';
import type { CramAnswer } from '../../cram/ledger.ts';
import type { KeptPastLog } from '../../import/past-log.ts';
import { type AnswerRow, oneHistoryOfRows, rowOfReview, rowsOfLog } from './answer.ts';
import { AnswerColumns, KINDS } from './answer-columns.ts';

/**
 * Takes a whole collection's answers in whatever order they are read, and makes columns of them.
 * They wait in columns too: a million answers as objects would take ten times the memory.
 */
export class AnswerIntake {
  readonly #ids: string[] = [];
  readonly #byId = new Map<string, number>();
  readonly #logs = new Map<string, KeptPastLog>();
  #waiting = waitingOf(4096);
  #length = 0;

  addReview(review: Review): void {
    this.#add(review.cardId, rowOfReview(review));
  }

  /** One that was accepted counts; any other is in no history. */
  addCramAnswer(answer: CramAnswer): void {
    const review = answer.state === 'accepted' ? asReview(answer) : undefined;
    if (review) this.addReview(review);
  }

  addLog(log: KeptPastLog): void {
    this.#logs.set(log.id, log);
    this.#indexOf(log.id);
  }

  columns(): AnswerColumns {
    const order = this.#byHistory();
    const columns = new AnswerColumns(Math.max(1024, this.#length));
    for (const [index, id] of this.#ids.entries()) {
      const rows: AnswerRow[] = [];
      for (let at = order.starts[index] ?? 0; at < (order.starts[index + 1] ?? 0); at++) {
        rows.push(this.#row(order.rows[at] ?? 0));
      }
      const log = this.#logs.get(id);
      const past = log && rowsOfLog(log);
      columns.put(id, oneHistoryOfRows(rows, past?.rows ?? []), past?.others);
    }
    return columns;
  }

  #indexOf(id: string): number {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    this.#byId.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  #add(id: string, row: AnswerRow): void {
    const at = this.#length++;
    if (at >= this.#waiting.day.length) this.#waiting = grown(this.#waiting);
    const { history, atMillis, day, grade, kind, millis, interval, stability, difficulty } =
      this.#waiting;
    history[at] = this.#indexOf(id);
    atMillis[at] = row.atMillis;
    day[at] = row.studyDay;
    grade[at] = row.grade;
    kind[at] = KINDS.indexOf(row.kind);
    millis[at] = row.millis;
    interval[at] = row.intervalDays;
    stability[at] = row.memory?.stability ?? Number.NaN;
    difficulty[at] = row.memory?.difficulty ?? Number.NaN;
  }

  #row(at: number): AnswerRow {
    const waiting = this.#waiting;
    const kind = KINDS[waiting.kind[at] ?? 0] ?? 'new';
    const stability = waiting.stability[at] ?? Number.NaN;
    const difficulty = waiting.difficulty[at] ?? Number.NaN;
    return {
      atMillis: waiting.atMillis[at] ?? 0,
      studyDay: waiting.day[at] ?? 0,
      grade: waiting.grade[at] ?? 0,
      kind,
      millis: waiting.millis[at] ?? 0,
      intervalDays: waiting.interval[at] ?? 0,
      isAnew: kind === 'new',
      ...(Number.isNaN(stability) ? {} : { memory: { stability, difficulty } }),
    };
  }

  /** The rows of each history: where they begin, one place more than there are, and which they are. */
  #byHistory(): { readonly starts: Int32Array; readonly rows: Int32Array } {
    const { history } = this.#waiting;
    const starts = new Int32Array(this.#ids.length + 1);
    for (let at = 0; at < this.#length; at++) {
      const next = (history[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let index = 1; index < starts.length; index++) {
      starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
    }
    const next = starts.slice();
    const rows = new Int32Array(this.#length);
    for (let at = 0; at < this.#length; at++) {
      const index = history[at] ?? 0;
      rows[next[index] ?? 0] = at;
      next[index] = (next[index] ?? 0) + 1;
    }
    return { starts, rows };
  }
}

function waitingOf(capacity: number) {
  return {
    history: new Int32Array(capacity),
    atMillis: new Float64Array(capacity),
    day: new Int32Array(capacity),
    grade: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
    millis: new Uint32Array(capacity),
    interval: new Uint16Array(capacity),
    stability: new Float32Array(capacity),
    difficulty: new Float32Array(capacity),
  };
}

type Waiting = ReturnType<typeof waitingOf>;

function grown(from: Waiting): Waiting {
  const to = waitingOf(from.day.length * 2);
  for (const name of Object.keys(to) as (keyof Waiting)[]) to[name].set(from[name]);
  return to;
}
