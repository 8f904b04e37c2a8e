import type { OverlayId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { RecallRange } from '../../exam/outlook/recall-range.ts';
import type { SectionName } from './retention.ts';
import type { Share } from './share.ts';

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
