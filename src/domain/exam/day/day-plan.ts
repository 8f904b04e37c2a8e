import type { CardId, OverlayId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { Forecast } from '../outlook/forecast.ts';
import type { RecallRange } from '../outlook/recall-range.ts';

/** Why a card is asked for today, shown on request (EXAM-16). */
export type Why =
  /** Studied today rather than never again, predicted recall of the whole exam rises by `gain` (0 to 1). */
  | { readonly kind: 'exam'; readonly overlayId: OverlayId; readonly gain: number }
  /** Predicted below the floor that the exam sets. */
  | { readonly kind: 'floor'; readonly overlayId: OverlayId; readonly gain: number }
  /** Its ordinary date has come. `gain`: rise of its recall a month from now. */
  | { readonly kind: 'due'; readonly gain: number }
  | { readonly kind: 'new'; readonly gain: number }
  /** Asked before its day, which is so many days ahead, because the person wanted more (TODAY-14). */
  | { readonly kind: 'ahead'; readonly gain: number; readonly days: number }
  /** In steps, and its time has come. */
  | { readonly kind: 'learning'; readonly gain: number };

/** A card that a day asks for, in its turn. */
export interface PlannedCard {
  readonly cardId: CardId;
  /** Expected seconds, of forgetting it and learning it again too. */
  readonly seconds: number;
  readonly isNew: boolean;
  readonly why: Why;
}

export interface ExamLine {
  readonly overlayId: OverlayId;
  readonly name: string;
  readonly daysLeft: number;
  readonly predicted: RecallRange;
  readonly cards: number;
  /** Of what the day asks for, what is for this exam. */
  readonly today: { readonly minutes: number; readonly new: number };
  /** What changed since the forecast before, in one sentence. */
  readonly change: string | undefined;
}

/** What today asks for where an exam, a break or a catch-up is on, or so many minutes are there. */
export interface DayPlan {
  readonly studyDay: StudyDay;
  readonly cards: readonly PlannedCard[];
  /** The minutes that today has, and those studied already; absent: there is no limit of time. */
  readonly budget: { readonly minutes: number; readonly spentMinutes: number } | undefined;
  /** Cards in steps, which come when their time has come, beside the plan's. */
  readonly learning: { readonly cards: number; readonly seconds: number };
  readonly exams: readonly ExamLine[];
  /** What was predicted, to be kept on this device. */
  readonly forecasts: readonly Forecast[];
  /** The break that today lies in. */
  readonly break: { readonly name: string; readonly toDay: StudyDay } | undefined;
  /** The catch-up that today belongs to (the days after a break too): which of how many days. */
  readonly catchUp:
    | { readonly name: string; readonly day: number; readonly days: number; readonly left: number }
    | undefined;
}

/** Expected minutes of the plan's cards and of those in steps. */
export function minutesOfPlan({ cards, learning }: Pick<DayPlan, 'cards' | 'learning'>): number {
  return cards.reduce((sum, card) => sum + card.seconds, learning.seconds) / 60;
}

/** Minutes left of the day's; undefined without a limit. */
export function minutesLeft({ budget }: Pick<DayPlan, 'budget'>): number | undefined {
  return budget && Math.max(0, budget.minutes - budget.spentMinutes);
}
