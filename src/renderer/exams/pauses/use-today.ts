import { DEFAULT_PRESET_ID } from '../../../domain/collection/deck.ts';
import { type StudyDay, studyDayOf } from '../../../domain/scheduling/study-day.ts';
import { useNow, useSettings } from '../../live.ts';

/** The study day it is; undefined until the settings are read. */
export function useToday(): StudyDay | undefined {
  const now = useNow();
  const live = useSettings(DEFAULT_PRESET_ID);
  return live && studyDayOf(now, live.settings.rolloverHour);
}
