/** Cards as columns, all of the same length. */
export interface PlannedCards {
  /** Days; 0 for a new card. */
  readonly stability: Float64Array;
  /** 1 to 10; 0 for a new card. */
  readonly difficulty: Float64Array;
  /** Study days from the last review to today; 0 for a new card. */
  readonly elapsedDays: Float64Array;
  readonly isNew: Uint8Array;
  /** Index into the groups. */
  readonly group: Uint16Array;
}

/** An exam that a card counts for. */
export interface Target {
  /** Study days from today to the exam, 1 or more; the last day to study for it is the one before. */
  readonly day: number;
  /** What recall of the card on that day is worth, 0 or more. */
  readonly weight: number;
}

/** Cards that count for the same exams with the same weights. */
export interface PlanGroup {
  readonly targets: readonly Target[];
  /** Its seen cards predicted below it today come first, within the budget. 0 to 1. */
  readonly retentionFloor?: number;
}

/** A student as the planner believes in one: memory, pace, and how a recalled card is graded. */
export interface StudentModel {
  /** 21 FSRS-6 weights. */
  readonly weights: readonly number[];
  readonly passSeconds: number;
  /** With relearning on the same day. */
  readonly failSeconds: number;
  /** The first showing, with its steps. */
  readonly newSeconds: number;
  /** Odds of Hard, Good and Easy, given recall; they add up to 1. */
  readonly passGrades: readonly [number, number, number];
  /** Odds of a new card's first grade, Again to Easy; they add up to 1. */
  readonly firstGrades: readonly [number, number, number, number];
}

export interface PlanInput {
  readonly cards: PlannedCards;
  readonly groups: readonly PlanGroup[];
  /** Seconds of study by days from today; as many as the last target's day; 0 on a day off. */
  readonly budgetSeconds: Float64Array;
  readonly student: StudentModel;
  /** 1 for a card that may not be studied today; absent: all may. */
  readonly isHeldBack?: Uint8Array;
}

/** What the days to come lead to, card by card and day by day. */
export interface PlanForecast {
  /** By card: predicted recall at its first target if the plan is followed, 0 to 1. */
  readonly recall: Float64Array;
  /** By card: the same without any study. */
  readonly recallWithout: Float64Array;
  /** Recall at the second target, the third, …, each by card; for cards with fewer, at their first. */
  readonly laterRecall: readonly Float64Array[];
  readonly laterRecallWithout: readonly Float64Array[];
  /** By day: expected seconds. */
  readonly loadSeconds: Float64Array;
  /** By day: expected first showings. */
  readonly newPerDay: Float64Array;
  /** By group: expected share of its new cards that are shown before its last target; 0 without any. */
  readonly introduced: Float64Array;
}

export interface Plan extends PlanForecast {
  /** What a second is worth on each day, in weighted recall; the next plan can start from it. */
  readonly prices: Float64Array;
  /** Cards chosen for today, best first; over today's budget by at most one card. */
  readonly today: Uint32Array;
  /** All cards worth studying today, best first; `today` is how it begins. */
  readonly ranked: Uint32Array;
  /** By card: net gain per second of studying it today; 0 or less: better not today. */
  readonly index: Float64Array;
  /** By card: rise of its mean weighted recall if studied today rather than never again. */
  readonly gain: Float64Array;
  /** By card: expected seconds if studied today. */
  readonly seconds: Float64Array;
  /** Weighted mean recall over all targets of all cards if the plan is followed, 0 to 1. */
  readonly predicted: number;
  readonly withoutStudy: number;
  /**
   * About the most that any plan can expect of `predicted`: the bound of weak duality, worked out
   * over the sample and on the grid, so itself an estimate.
   */
  readonly boundEstimate: number;
  /** Root mean square of (load − budget) / budget over the days whose budget binds. */
  readonly convergence: number;
}
