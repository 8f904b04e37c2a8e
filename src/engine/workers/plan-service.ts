import type { SceneInput } from '../../domain/exam/scene.ts';
import { studentOf } from '../../domain/exam/student-of.ts';
import { overlaysAsOf } from '../../domain/overlay/active.ts';
import type { Exam, Overlay } from '../../domain/overlay/overlay.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { openForReading } from '../../store/library/library-pages.ts';
import { type ForPlanning, readForPlanning, readMoment } from '../../store/reads/planning.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** How long what was read is kept: a screen asks ten times in a row, and then not for long. */
const KEPT_MILLIS = 30_000;

/**
 * What plans are made from (queries/planner.ts): the collection as it stands when asked. It keeps
 * prices to start from and, for a moment, what was read, as long as no operation came in between.
 */
export class PlanService {
  readonly #databaseName: string;
  #db: RoundsDatabase | undefined;
  /** Prices of the last plan for the same exams: a re-plan starts from them. */
  #warm: { readonly key: string; readonly prices: Float64Array } | undefined;

  /** Prices of plans for an exam being looked at, by how many times its minutes they are for. */
  #points: { readonly examId: string; readonly found: Map<number, Float64Array> } | undefined;

  #read: { readonly key: string; readonly read: ForPlanning } | undefined;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(databaseName: string) {
    this.#databaseName = databaseName;
  }

  /** Prices to start from, where the same exams were planned last. */
  warmFor(overlays: readonly Overlay[]): Float64Array | undefined {
    return this.#warm?.key === keyOf(overlays) ? this.#warm.prices : undefined;
  }

  keepWarm(overlays: readonly Overlay[], prices: Float64Array): void {
    this.#warm = { key: keyOf(overlays), prices };
  }

  /** Prices to start from: of the same exam, with minutes nearest to `factor` times those set. */
  pricesNear(exam: Exam, factor: number): Float64Array | undefined {
    if (this.#points?.examId !== exam.id) return undefined;
    const near = [...this.#points.found].sort(
      ([a], [b]) => Math.abs(a - factor) - Math.abs(b - factor),
    )[0];
    return near?.[1];
  }

  keepPrices(exam: Exam, factor: number, prices: Float64Array | undefined): void {
    if (!prices) return;
    if (this.#points?.examId !== exam.id) this.#points = { examId: exam.id, found: new Map() };
    this.#points.found.set(factor, prices);
  }

  /** What `work` makes of the collection. Never rejects. */
  async work<Value>(
    now: ClockReading,
    work: (read: ForPlanning, db: RoundsDatabase) => Value | Promise<Value>,
  ): Promise<Result<Value>> {
    try {
      if (!this.#db?.isOpen()) {
        const opened = await openForReading(this.#databaseName);
        if (!opened.ok) return opened;
        this.#db = opened.value;
      }
      return ok(await work(await this.#readFor(this.#db, now), this.#db));
    } catch (error) {
      return { ok: false, problem: unplannable(error) };
    }
  }

  async #readFor(db: RoundsDatabase, now: ClockReading): Promise<ForPlanning> {
    // Read before the rest: what an operation changes meanwhile is read anew the next time.
    const key = await readMoment(db, now);
    clearTimeout(this.#forget);
    if (this.#read?.key !== key) this.#read = { key, read: await readForPlanning(db, now) };
    this.#forget = setTimeout(() => {
      this.#read = undefined;
    }, KEPT_MILLIS);
    const { read } = this.#read;
    return { ...read, overlays: overlaysAsOf(read.overlays, now) };
  }
}

function keyOf(overlays: readonly Overlay[]): string {
  return overlays.map((each) => `${each.id}${each.isOn}`).join(' ');
}

/** What is read, as the rules of an exam's scene take it. */
export function sceneInput(read: ForPlanning): Omit<SceneInput, 'found'> {
  const { today, cards, decks, presets, settings, overlays, reviews, doneToday } = read;
  const all = doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  return {
    today,
    cards,
    decks,
    presets,
    settings,
    exams: overlays.filter((each) => each.kind === 'exam'),
    breaks: overlays.filter((each) => each.kind === 'break'),
    student: studentOf(reviews, settings.weights),
    spentSeconds: kinds.reduce((sum, kind) => sum + kind.millis, 0) / 1000,
  };
}

function unplannable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return {
    what: `The plan could not be made (${why}).`,
    kept: 'Your cards and exams are as they were, and the ordinary reviews are there.',
    todo: 'Load this page again; if it happens again, this is a defect worth reporting.',
  };
}
