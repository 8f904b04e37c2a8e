import {
  planReplace,
  type ReplacePlan,
  type ReplaceRequest,
} from '../../../domain/replace/plan-replace.ts';
import { hasTags } from '../../../domain/template/slots.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { eachChosenPage } from '../../../store/library/chosen-notes.ts';
import { eachNotePage, readNoteTypes } from '../../../store/reads/notes.ts';
import { inWords } from '../../in-words.ts';
import type { Asked } from '../context.ts';

/** Notes looked at before `watch` is asked again. */
const PIECE = 100;
const MOST_SAMPLES = 50;

/**
 * What `request` would change in the notes `noteIds`, in all notes where undefined; nothing is
 * changed. undefined: `watch`, which hears how many were looked at, stopped it.
 */
export function replacePlan(
  { store, watch = () => true }: Pick<Asked, 'store' | 'watch'>,
  asked: { readonly request: ReplaceRequest; readonly noteIds: readonly NoteId[] | undefined },
): Promise<Result<ReplacePlan | undefined>> {
  const { request, noteIds } = asked;
  return inWords(async () => {
    const types = new Map((await readNoteTypes(store)).map((type) => [type.id, type]));
    let plan: ReplacePlan = { edits: [], occurrences: 0, samples: [], cards: [] };
    let looked = 0;
    for await (const page of noteIds ? eachChosenPage(store, noteIds) : eachNotePage(store)) {
      for (let from = 0; from < page.length; from += PIECE) {
        const piece = page.slice(from, from + PIECE).map((note) => ({
          id: note.id,
          fields: note.fields,
          type: types.get(note.noteTypeId),
          isTagged: hasTags(note),
        }));
        const part = planReplace(request, piece);
        if (!part.ok) return part;
        plan = joined(plan, part.value);
        looked += piece.length;
        if (!(await watch(looked, noteIds?.length ?? looked))) return ok(undefined);
      }
    }
    return ok(plan);
  });
}

function joined(one: ReplacePlan, other: ReplacePlan): ReplacePlan {
  if (other.edits.length === 0) return one;
  return {
    edits: [...one.edits, ...other.edits],
    occurrences: one.occurrences + other.occurrences,
    samples: [...one.samples, ...other.samples].slice(0, MOST_SAMPLES),
    cards: [...one.cards, ...other.cards],
  };
}
