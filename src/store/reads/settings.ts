import {
  DEFAULT_PRESET_ID,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  type StudySettings,
} from '../../domain/collection/deck.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { presetOf } from '../../domain/collection/presets.ts';
import type { RoundsDatabase } from '../schema.ts';

export async function readStudySettings(db: RoundsDatabase): Promise<StudySettings> {
  return (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
}

export async function readPreset(db: RoundsDatabase, id: string): Promise<Preset> {
  return presetOf({ presetId: id }, await db.presets.toArray());
}

/** All study options: the default ones first, then by name. */
export async function readPresets(db: RoundsDatabase): Promise<Preset[]> {
  const rows = await db.presets.toArray();
  const others = rows.filter((preset) => preset.id !== DEFAULT_PRESET_ID);
  const first = presetOf(undefined, rows);
  return [first, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))];
}

export async function readStudyDay(db: RoundsDatabase, now: ClockReading): Promise<StudyDay> {
  return studyDayOf(now, (await readStudySettings(db)).rolloverHour);
}
