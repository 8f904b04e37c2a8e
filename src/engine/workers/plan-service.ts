import { type Card, isActive } from '../../domain/collection/card.ts';
import type { Deck } from '../../domain/collection/deck.ts';
import { weightsOfMost } from '../../domain/collection/presets.ts';
import { isChosen } from '../../domain/exam/choice.ts';
import type { ExamCurve } from '../../domain/exam/outlook/exam-curve.ts';
import type { SceneInput } from '../../domain/exam/scene.ts';
import { studentOf } from '../../domain/exam/student-of.ts';
import { overlaysAsOf } from '../../domain/overlay/active.ts';
import type { Exam, Overlay } from '../../domain/overlay/overlay.ts';
import { canonical } from '../../kernel/canonical.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { openForReading } from '../../store/library/library-pages.ts';
import { KeptCards } from '../../store/reads/kept-cards.ts';
import { type ForPlanning, readForPlanning, readMoment } from '../../store/reads/planning.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** How long the cards are kept in memory after the last question. */
const KEPT_MILLIS = 600_000;

/**
 * What plans are made from (queries/planner.ts): the collection as it stands when asked. It keeps
 * the cards, which are brought up to date by what operations name, prices to start from, and what the
 * points of a curve have in common, as long as no operation came in between.
 */
export class PlanService {
  readonly #place: DatabasePlace | undefined;
  #db: RoundsDatabase | undefined;
  /** Prices of the last plan for the same exams: a re-plan starts from them. */
  #warm: { readonly key: string; readonly prices: Float64Array } | undefined;

  /** The last real plan of an exam being looked at: prices, and what it predicts. */
  #seen: { readonly key: string; readonly examId: string; readonly known: Known } | undefined;
  #curve: { readonly key: string; readonly curve: ExamCurve } | undefined;

  #cards = new KeptCards();
  #read: { readonly key: string; readonly read: ForPlanning } | undefined;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(place?: DatabasePlace) {
    this.#place = place;
  }

  /** Prices to start from, where the same exams were planned last. */
  warmFor(overlays: readonly Overlay[]): Float64Array | undefined {
    return this.#warm?.key === keyOf(overlays) ? this.#warm.prices : undefined;
  }

  keepWarm(overlays: readonly Overlay[], prices: Float64Array): void {
    this.#warm = { key: keyOf(overlays), prices };
  }

  /** The prices of the exam's last plan, under whatever minutes: a plan begins with them. */
  pricesOf({ id }: Exam): Float64Array | undefined {
    return this.#seen?.examId === id ? this.#seen.known.prices : undefined;
  }

  /** What the real plan of `asked` said. */
  keepOutlook(asked: AskedExam, known: Known): void {
    this.#seen = { key: this.#keyOf(asked), examId: asked.exam.id, known };
  }

  /** The curve of `asked`: begun at its first point, from the plan of its outlook where that is known. */
  curveOf(asked: AskedExam, begin: (known: Known | undefined) => ExamCurve): ExamCurve {
    const key = this.#keyOf(asked);
    if (this.#curve?.key !== key) {
      const known = this.#seen?.key === key ? this.#seen.known : undefined;
      this.#curve = { key, curve: begin(known) };
    }
    return this.#curve.curve;
  }

  #keyOf(asked: AskedExam): string {
    return `${this.#read?.key} ${canonical(asked)}`;
  }

  /** What `work` makes of the collection. Never rejects. */
  async work<Value>(
    now: ClockReading,
    work: (read: ForPlanning, db: RoundsDatabase) => Value | Promise<Value>,
  ): Promise<Result<Value>> {
    try {
      if (!this.#db?.isOpen()) {
        const opened = await openForReading(this.#place);
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
    if (this.#read?.key !== key)
      this.#read = { key, read: await readForPlanning(db, now, this.#cards) };
    this.#forget = setTimeout(() => {
      this.#read = undefined;
      this.#curve = undefined;
      this.#cards = new KeptCards();
    }, KEPT_MILLIS);
    const { read } = this.#read;
    return { ...read, overlays: overlaysAsOf(read.overlays, now) };
  }
}

/** An exam, and the cards that searches of exams find. */
interface AskedExam {
  readonly exam: Exam;
  readonly found: SceneInput['found'];
}

interface Known {
  readonly prices: Float64Array;
  readonly recall: number;
}

function keyOf(overlays: readonly Overlay[]): string {
  return overlays.map((each) => `${each.id}${each.isOn}`).join(' ');
}

/** What is read, as the rules of an exam's scene take it. */
export function sceneInput(read: ForPlanning): Omit<SceneInput, 'found'> {
  const { today, cards, decks, presets, settings, overlays, reviews, doneToday } = read;
  const all = doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  const exams = overlays.filter((each) => each.kind === 'exam');
  const hasOwnWeights = presets.some((preset) => preset.weights !== undefined);
  const weights = hasOwnWeights
    ? weightsOfMost(cardsMeant(cards, exams, decks), decks, presets, settings)
    : settings.weights;
  return {
    today,
    cards,
    decks,
    presets,
    settings,
    exams,
    breaks: overlays.filter((each) => each.kind === 'break'),
    student: studentOf(reviews, weights),
    spentSeconds: kinds.reduce((sum, kind) => sum + kind.millis, 0) / 1000,
  };
}

/** Cards of exams that are on, as far as decks and sections say; without any, all in study. */
function cardsMeant(
  cards: readonly Card[],
  exams: readonly Exam[],
  decks: readonly Deck[],
): Iterable<Card> {
  const isMeant = exams
    .filter(({ isOn }) => isOn)
    .map((exam) => isChosen(exam.cards, decks, new Set()));
  const meant = cards.filter((card) => isMeant.some((is) => is(card)));
  return meant.length > 0 ? meant : cards.filter(isActive);
}

function unplannable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return {
    what: t`The plan could not be made (${why}).`,
    kept: t`Your cards and exams are as they were, and the ordinary reviews are there.`,
    todo: t`Load this page again; if it happens again, this is a defect worth reporting.`,
  };
}
