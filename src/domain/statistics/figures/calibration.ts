import type { OverlayId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { RecallRange } from '../../exam/outlook/recall-range.ts';
import { examDay, type Overlay } from '../../overlay/overlay.ts';
import type { Forecast } from '../../exam/outlook/forecast.ts';
import { COUNTED } from '../columns/answer-columns.ts';
import type { Scoped } from '../columns/scoped.ts';
import type { Sections } from '../columns/sections.ts';
import type { SectionName } from './retention.ts';
import { type Share, shareOf } from './share.ts';

/** Whether the predictions come true: predicted against actual recall of first reviews of a day. */
export interface Calibration {
  readonly reviews: number;
  readonly predicted: number;
  readonly recalled: Share;
  /** By predicted recall, bins without a review left out. */
  readonly bins: readonly CalibrationBin[];
  /** Mean −log of the chance given to what happened, and what always saying the mean would give. */
  readonly logLoss: number;
  readonly logLossOfMean: number;
  /** RMSE(bins) as fsrs-rs and the benchmark of FSRS define it. */
  readonly rmseBins: number;
  readonly bySection: readonly (SectionName & {
    readonly reviews: number;
    readonly predicted: number;
    readonly recalled: Share;
    readonly logLoss: number;
  })[];
  readonly exams: readonly ExamCalibration[];
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** The mean prediction of its reviews. */
  readonly predicted: number;
  readonly recalled: Share;
}

/** An exam with its mark, newest first. */
export interface ExamCalibration {
  readonly overlayId: OverlayId;
  readonly name: string;
  readonly studyDay: StudyDay;
  /** Share of the points, 0 to 1. */
  readonly achieved: number;
  /** As predicted on the eve; undefined: nothing was. */
  readonly predicted: number | undefined;
  /** Where the prediction said it would lie in four of five cases. */
  readonly range: RecallRange | undefined;
}

/** Ends of the bins: narrow where predictions are frequent. */
export const PREDICTION_ENDS = [0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];
/** A chance of exactly 0 or 1 would be an infinite loss. */
const SMALLEST_CHANCE = 1e-6;

/** Predictions and what came of them. */
class Predictions {
  reviews = 0;
  #recalled = 0;
  #predicted = 0;
  #loss = 0;

  add(chance: number, isRecalled: boolean): void {
    this.reviews++;
    this.#predicted += chance;
    if (isRecalled) this.#recalled++;
    this.#loss -= Math.log(isRecalled ? chance : 1 - chance);
  }

  told() {
    const by = Math.max(1, this.reviews);
    return {
      reviews: this.reviews,
      predicted: this.#predicted / by,
      recalled: shareOf(this.#recalled, this.reviews),
      logLoss: this.#loss / by,
    };
  }

  /** The square of how far the mean prediction was off, by reviews. */
  get squares(): number {
    return (this.#predicted - this.#recalled) ** 2 / Math.max(1, this.reviews);
  }
}

/** Below this calibration would tell chance. */
export const FEWEST_PREDICTED = 50;

/** Predicted against actual recall of the span's reviews (STATS-27 to STATS-30). */
export function calibrationOf(
  { arrays, histories, from, to }: Scoped,
  { names, ofHistory }: Sections,
  exams: readonly ExamCalibration[],
): Calibration {
  const { day, grade, flags, recall } = arrays;
  const all = new Predictions();
  const bins = PREDICTION_ENDS.slice(1).map(() => new Predictions());
  const bySection = names.map(() => new Predictions());
  const byPast = new Map<number, Predictions>();
  for (const [index, { start, count }] of histories.entries()) {
    const own = ofHistory[index] ?? [];
    let before = 0;
    let reviews = 0;
    let lapses = 0;
    for (let at = start; at < start + count; at++) {
      const today = day[at] ?? 0;
      const given = grade[at] ?? 0;
      const elapsed = today - before;
      const hasElapsed = at > start && elapsed > 0;
      if (hasElapsed) reviews++;
      const known = recall[at] ?? Number.NaN;
      const isCounted = ((flags[at] ?? 0) & COUNTED) === COUNTED && !Number.isNaN(known);
      if (isCounted && today >= from && today <= to) {
        const chance = Math.min(1 - SMALLEST_CHANCE, Math.max(SMALLEST_CHANCE, known));
        const isRecalled = given > 1;
        all.add(chance, isRecalled);
        bins[binOf(chance)]?.add(chance, isRecalled);
        for (const section of own) bySection[section]?.add(chance, isRecalled);
        const key = pastKey(elapsed, reviews, lapses);
        const past = byPast.get(key) ?? new Predictions();
        byPast.set(key, past);
        past.add(chance, isRecalled);
      }
      if (hasElapsed && given === 1) lapses++;
      before = today;
    }
  }
  const { reviews, predicted, recalled, logLoss } = all.told();
  let squares = 0;
  for (const past of byPast.values()) squares += past.squares;
  return {
    reviews,
    predicted,
    recalled,
    bins: bins.flatMap((bin, index) => {
      const { reviews: there, predicted: mean, recalled: actual } = bin.told();
      const [low = 0, high = 1] = PREDICTION_ENDS.slice(index, index + 2);
      return there > 0 ? [{ from: low, to: high, predicted: mean, recalled: actual }] : [];
    }),
    logLoss,
    logLossOfMean: lossOfSaying(recalled.share ?? 0),
    rmseBins: Math.sqrt(squares / Math.max(1, reviews)),
    bySection: bySection.flatMap((section, index) => {
      const name = names[index];
      return name && section.reviews > 0 ? [{ ...name, ...section.told() }] : [];
    }),
    exams,
  };
}

function binOf(chance: number): number {
  const above = PREDICTION_ENDS.findIndex((end) => chance < end);
  return (above === -1 ? PREDICTION_ENDS.length - 1 : above) - 1;
}

function lossOfSaying(share: number): number {
  const part = (chance: number) => (chance > 0 ? -chance * Math.log(chance) : 0);
  return part(share) + part(1 - share);
}

/**
 * Which bin of RMSE(bins) a review is in: by days since the one before, reviews and lapses so far, on
 * the logarithmic scales of fsrs-rs (src/dataset.rs).
 */
function pastKey(elapsedDays: number, reviews: number, lapses: number): number {
  const days = step(elapsedDays, 3.62);
  const length = step(reviews + 1, 1.89);
  const lapse = lapses === 0 ? 0 : 1 + step(lapses, 1.73);
  return (days * 100 + length) * 100 + lapse;
}

function step(value: number, base: number): number {
  return Math.max(0, Math.floor(Math.log(value) / Math.log(base)));
}

/** Exams with a mark, newest first; `forecasts`: what was predicted for them, in any order. */
export function examCalibrations(
  overlays: readonly Overlay[],
  forecasts: readonly Forecast[],
): ExamCalibration[] {
  return overlays
    .flatMap((exam) => {
      if (exam.kind !== 'exam' || !exam.mark) return [];
      const studyDay = examDay(exam);
      const before = forecasts
        .filter((each) => each.overlayId === exam.id && each.studyDay < studyDay)
        .sort((a, b) => b.studyDay - a.studyDay)[0];
      const { achieved, predicted } = exam.mark;
      const { id: overlayId, name } = exam;
      const range = before?.predicted;
      return [{ overlayId, name, studyDay, achieved, predicted, range }];
    })
    .sort((a, b) => b.studyDay - a.studyDay);
}
