import type { CurvePoint } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';

/** Predicted recall at `minutes` a day, between the points of the curve. */
export function recallAt(curve: readonly CurvePoint[], minutes: number): number {
  const after = curve.findIndex((point) => point.minutesADay >= minutes);
  const point = curve[after];
  if (!point) return curve.at(-1)?.recall ?? 0;
  const before = curve[after - 1];
  if (!before) return point.recall;
  const share = (minutes - before.minutesADay) / (point.minutesADay - before.minutesADay);
  return before.recall + share * (point.recall - before.recall);
}

/** '20 min', '1.5 min'. */
export function minutesText(minutes: number): string {
  return t`${minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes)} min`;
}
