import type { Forecast } from '../../domain/exam/outlook/forecast.ts';
import type { OverlayId } from '../../kernel/ids.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { RoundsDatabase } from '../schema.ts';
import { isPlanOn } from '../../domain/overlay/active.ts';
import { type ClockReading, studyDayOf } from '../../kernel/study-day.ts';
import { readStudySettings } from './settings.ts';

/** Exams, breaks and catch-ups, those switched off and over too. A handful of rows. */
export function readOverlays(db: RoundsDatabase): Promise<Overlay[]> {
  return db.overlays.toArray();
}

/** Whether an exam, a break or a catch-up has a say in what the study day of `now` asks for. */
export function readIsPlanOn(db: RoundsDatabase, now: ClockReading): Promise<boolean> {
  return db.transaction('r', db.overlays, db.settings, async () => {
    const [overlays, settings] = await Promise.all([readOverlays(db), readStudySettings(db)]);
    const { rolloverHour } = settings;
    return isPlanOn(overlays, studyDayOf(now, rolloverHour), now);
  });
}

export function readOverlay(db: RoundsDatabase, id: OverlayId): Promise<Overlay | undefined> {
  return db.overlays.get(id);
}

/** The forecasts of an exam that this device made, oldest first: one a day. */
export function readForecasts(db: RoundsDatabase, overlayId: OverlayId): Promise<Forecast[]> {
  return db.forecasts
    .where('[overlayId+studyDay]')
    .between([overlayId, Number.NEGATIVE_INFINITY], [overlayId, Number.POSITIVE_INFINITY])
    .toArray();
}

/** Keeps the day's forecast, in place of one made earlier on the same day. */
export async function keepForecast(db: RoundsDatabase, forecast: Forecast): Promise<void> {
  await db.forecasts.put(forecast);
}
