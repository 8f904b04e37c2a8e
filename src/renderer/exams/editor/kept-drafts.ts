import type { ExamDraft } from './exam-draft.ts';

/**
 * Exams being written, by where they are written: a look at the library and back loses nothing.
 * Only in memory; what is to stay is saved.
 */
const kept = new Map<string, ExamDraft>();

export function keptDraft(place: string): ExamDraft | undefined {
  return kept.get(place);
}

export function keepExamDraft(place: string, draft: ExamDraft | undefined): void {
  if (draft) kept.set(place, draft);
  else kept.delete(place);
}
