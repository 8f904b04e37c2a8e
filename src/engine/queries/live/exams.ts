import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import { type CramReport, cramReport as reportOf } from '../../../domain/cram/report.ts';
import type { Forecast } from '../../../domain/exam/outlook/forecast.ts';
import type { Overlay } from '../../../domain/overlay/overlay.ts';
import type { CramId, OverlayId } from '../../../kernel/ids.ts';
import { readCramRound, readOpenCramAnswers } from '../../../store/reads/answers/cram-answers.ts';
import { readForecasts, readOverlays } from '../../../store/reads/overlays.ts';
import type { Stored } from '../context.ts';

/** Exams, breaks and catch-ups, those off and over too. */
export async function overlays({ store }: Stored): Promise<readonly Overlay[]> {
  return readOverlays(store);
}

/** What was predicted for an exam, one forecast a day, oldest first. */
export async function forecasts(
  { store }: Stored,
  { overlayId }: { readonly overlayId: OverlayId },
): Promise<readonly Forecast[]> {
  return readForecasts(store, overlayId);
}

/** Crammed answers on which nothing is decided yet, oldest first. */
export async function openCramAnswers({ store }: Stored): Promise<readonly CramAnswer[]> {
  return readOpenCramAnswers(store);
}

/** What a round of cramming came to so far. */
export async function cramReportNow(
  { store }: Stored,
  { cramId }: { readonly cramId: CramId },
): Promise<CramReport> {
  const { answers, cards } = await readCramRound(store, cramId);
  return reportOf(cards, answers);
}
