import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  type StudySettings,
} from '../domain/collection/deck.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../domain/scheduling/study-day.ts';
import type { RoundsDatabase } from './schema.ts';

export async function readStudySettings(db: RoundsDatabase): Promise<StudySettings> {
  return (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
}

export async function readPreset(db: RoundsDatabase, id: string): Promise<Preset> {
  return (await db.presets.get(id)) ?? DEFAULT_PRESET;
}

export async function readStudyDay(db: RoundsDatabase, now: ClockReading): Promise<StudyDay> {
  return studyDayOf(now, (await readStudySettings(db)).rolloverHour);
}
