import type { Mode } from '../../../domain/library/library.ts';
import type { Exam, Overlay } from '../../../domain/overlay/overlay.ts';
import type { CardId, OverlayId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { readOverlays } from '../../../store/reads/overlays.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import type { Asked } from '../context.ts';
import type { CardsFound } from '../planner.ts';

/**
 * The cards that the searches of exams find: the planner knows schedules, not texts. `draft` stands
 * in place of the exam of its id.
 */
export async function cardsFound(
  deps: Pick<Asked, 'store' | 'library'>,
  { draft }: { readonly draft?: Exam },
): Promise<Result<CardsFound>> {
  let overlays: readonly Overlay[];
  try {
    overlays = await readOverlays(deps.store);
  } catch (error) {
    return readingProblem(error);
  }
  const exams = overlays.filter((each) => each.kind === 'exam' && each.isOn) as Exam[];
  const asked = draft ? [...exams.filter(({ id }) => id !== draft.id), draft] : exams;
  const found: Record<OverlayId, readonly CardId[]> = {};
  for (const exam of asked) {
    const cards = await cardsOfSearch(deps, exam.cards.search);
    if (!cards.ok) return cards;
    found[exam.id] = cards.value;
  }
  return ok(found);
}

/** The cards that a search finds; none where it is empty. */
export async function cardsOfSearch(
  deps: Pick<Asked, 'library'>,
  text: string,
): Promise<Result<readonly CardId[]>> {
  if (text.trim() === '') return ok([]);
  return (await idsOfSearch(deps, { text, mode: 'cards' })) as Result<readonly CardId[]>;
}

/** The ids of what a search finds, of cards or of notes; new cards in the order of their deck. */
export async function idsOfSearch(
  { library }: Pick<Asked, 'library'>,
  { text, mode }: { readonly text: string; readonly mode: Mode },
): Promise<Result<readonly string[]>> {
  const sort = { column: 'due', descending: false } as const;
  const found = await library.find({ text, mode, sort });
  return found.ok ? library.ids({ token: found.value.token }) : found;
}
