import type { SimilarNote } from '../../domain/duplicates/duplicate-index.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { DayPlan } from '../../domain/exam/day/day-plan.ts';
import type {
  DayRequest,
  OutlookRequest,
  PointRequest,
  WorkloadWithOverlay,
} from '../../domain/exam/exam-planner.ts';
import type { ExamOutlook } from '../../domain/exam/outlook/outlook.ts';
import type { DuplicateNotes } from '../../domain/library/texts/duplicate-notes.ts';
import type {
  FindRequest,
  FindResult,
  LibraryCounts,
  LibraryRow,
  SearchCounts,
} from '../../domain/library/library.ts';
import type { Change } from '../../domain/collection/rows.ts';
import type { CatchUp, StudyBreak } from '../../domain/overlay/overlay.ts';
import type { Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';

/** What can be asked of the library's worker, and what it answers. The clock is the asker's. */
export interface Calls {
  find: { asked: { request: FindRequest; now: ClockReading }; answer: FindResult };
  rows: {
    asked: { token: string; from: number; to: number; now: ClockReading };
    answer: readonly LibraryRow[];
  };
  ids: { asked: { token: string }; answer: readonly string[] };
  counts: { asked: { now: ClockReading }; answer: LibraryCounts };
  searchCounts: { asked: { now: ClockReading }; answer: SearchCounts };
  vocabulary: { asked: Record<never, never>; answer: Vocabulary };
  nearest: { asked: { text: string; except?: NoteId }; answer: SimilarNote | undefined };
  duplicates: { asked: { similarity: number }; answer: readonly DuplicateNotes[] };
}
export type CallName = keyof Calls;

/** A call on its way; `number` comes back with the answer. */
export type Call = {
  [Name in CallName]: {
    readonly kind: 'call';
    readonly number: number;
    readonly name: Name;
    readonly asked: Calls[Name]['asked'];
  };
}[CallName];

export type ToWorker =
  | { readonly kind: 'open'; readonly database: string }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'reset' }
  | Call;

export type FromWorker =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  /** Rows, counts or names may be others than before. */
  | { readonly kind: 'changed' };

/** What can be asked of the planner's worker, and what it answers. */
export interface PlanCalls {
  outlook: { asked: OutlookRequest; answer: Result<ExamOutlook> };
  point: { asked: PointRequest; answer: Result<number> };
  day: { asked: DayRequest; answer: Result<DayPlan> };
  workload: { asked: StudyBreak | CatchUp; answer: Result<readonly WorkloadWithOverlay[]> };
}
export type PlanCallName = keyof PlanCalls;

export type ToPlanWorker =
  | { readonly kind: 'open'; readonly database: string }
  | {
      [Name in PlanCallName]: {
        readonly kind: 'call';
        readonly number: number;
        readonly name: Name;
        readonly asked: PlanCalls[Name]['asked'];
        readonly now: ClockReading;
      };
    }[PlanCallName];

export interface FromPlanWorker {
  readonly number: number;
  readonly answer: PlanCalls[PlanCallName]['answer'];
}
