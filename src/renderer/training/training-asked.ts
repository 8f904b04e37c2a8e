import type { TrainingAsked } from '../../domain/training/suggestion.ts';

/** Kept on this device: what was suggested here says nothing about the studies. */
const STORAGE_KEY = 'rounds.training';

/** Whose answers: all, or those of one set of options with weights of its own. */
export type TrainingGroup = string;
export const ALL_ANSWERS: TrainingGroup = '';

export function trainingAsked(group: TrainingGroup): TrainingAsked {
  return stored()[group];
}

export function setTrainingAsked(group: TrainingGroup, asked: TrainingAsked): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...stored(), [group]: asked }));
  } catch {
    // A full disk: it is suggested once more.
  }
}

/** What is damaged was never asked. */
function stored(): Readonly<Record<TrainingGroup, TrainingAsked>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const sound = Object.entries(value).filter(
      ([, asked]) =>
        asked === 'never' || Number.isFinite((asked as { predicted?: unknown })?.predicted),
    );
    return Object.fromEntries(sound);
  } catch {
    return {};
  }
}
