import type { StudySettings } from '../../../domain/collection/deck.ts';
import { noteSummary } from '../../../domain/content/note-summary.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { DuplicateIndex } from '../../../domain/duplicates/duplicate-index.ts';
import { textOfNote } from '../../../domain/duplicates/normal-text.ts';
import type { DeckId, NoteId } from '../../../kernel/ids.ts';
import { lintNote, type Suggestion } from '../../../domain/lint/lint.ts';
import { lintInput } from '../../../domain/lint/lint-input.ts';
import { isRuleId, type RuleId, SILENCED_AT_FIRST } from '../../../domain/lint/rules.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { countNotes, eachNotePage, readNote, readNoteTypes } from '../../../store/reads/notes.ts';
import { readStudySettings } from '../../../store/reads/settings.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import type { Asked } from '../context.ts';

/** A note that could be better. */
export interface AdvisedNote {
  readonly noteId: NoteId;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Advice {
  readonly looked: number;
  /** How many notes have advice; `notes` holds the first of them. */
  readonly found: number;
  readonly notes: readonly AdvisedNote[];
}

/** What is advised on some notes, those with nothing to better left out; likeness to others is not looked for. */
export async function adviceOn(
  { store }: Pick<Asked, 'store'>,
  { noteIds }: { readonly noteIds: readonly NoteId[] },
): Promise<Result<readonly AdvisedNote[]>> {
  try {
    const [types, settings, notes] = await Promise.all([
      readNoteTypes(store),
      readStudySettings(store),
      Promise.all(noteIds.map((noteId) => readNote(store, noteId))),
    ]);
    const silenced = silencedRulesOf(settings);
    const typeRows = new Map(types.map((type) => [type.id as string, type]));
    return ok(
      notes.flatMap((note): AdvisedNote[] => {
        const type = note && noteTypeOf(note.noteTypeId, typeRows);
        if (!note || !type) return [];
        const input = lintInput(type, note.fields, note.sections, () => undefined);
        const suggestions = lintNote(input, silenced);
        if (suggestions.length === 0) return [];
        return [{ noteId: note.id, text: noteSummary(note, type), suggestions }];
      }),
    );
  } catch (error) {
    return readingProblem(error);
  }
}

/** As many notes are listed; more are counted. */
const MOST_LISTED = 200;
/** Notes looked at before `watch` is asked again. */
const PIECE = 50;

/**
 * Looks over the notes of a deck, or of all, by the card rules that are switched on. undefined:
 * `watch` stopped it.
 */
export async function lintNotes(
  { store, watch = () => true }: Pick<Asked, 'store' | 'watch'>,
  { deckId }: { readonly deckId: DeckId | undefined },
): Promise<Result<Advice | undefined>> {
  try {
    const [types, settings] = await Promise.all([readNoteTypes(store), readStudySettings(store)]);
    const silenced = silencedRulesOf(settings);
    const typeRows = new Map(types.map((type) => [type.id as string, type]));
    const seen = new DuplicateIndex();
    const notes: AdvisedNote[] = [];
    let looked = 0;
    let found = 0;
    const total = await countNotes(store, deckId);
    for await (const page of eachNotePage(store)) {
      for (const note of page) {
        const type = noteTypeOf(note.noteTypeId, typeRows);
        if (!type || note.archived || (deckId !== undefined && note.deckId !== deckId)) continue;
        const text = textOfNote(note.fields, type);
        const nearest = () => seen.nearest(text, note.id);
        const input = lintInput(type, note.fields, note.sections, nearest);
        const suggestions = lintNote(input, silenced);
        seen.set(note.id, text);
        if (suggestions.length > 0) {
          found++;
          if (notes.length < MOST_LISTED) {
            notes.push({ noteId: note.id, text: noteSummary(note, type), suggestions });
          }
        }
        if (++looked % PIECE === 0 && !(await watch(looked, total))) return ok(undefined);
      }
    }
    return ok({ looked, found, notes });
  } catch (error) {
    return readingProblem(error);
  }
}

function silencedRulesOf(settings: StudySettings): ReadonlySet<RuleId> {
  return new Set((settings.silencedRules ?? SILENCED_AT_FIRST).filter(isRuleId));
}
