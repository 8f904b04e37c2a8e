import type { DeckId, NoteId } from '../../../kernel/ids.ts';
import type { OperationBody } from '../../../log/operation.ts';
import { unpackBodies } from '../../../store/log/payloads.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';

type LoadedDeck = Extract<OperationBody, { readonly kind: 'load-deck' }>;

/** Operations looked at in one request. */
const PAGE = 1000;

/**
 * The ids of all notes that the program itself has ever loaded into the deck. Reads the whole log, a
 * page at a time; what stands damaged in it says nothing.
 */
export async function notesOnceShipped(
  db: RoundsDatabase,
  deckId: DeckId,
): Promise<ReadonlySet<NoteId>> {
  const found = new Set<NoteId>();
  for (let after = ''; ; ) {
    const page = await db.operations.where('id').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) return found;
    const loads = page.filter(
      ({ origin, body }) => origin === 'program' && body?.kind === 'load-deck',
    );
    const bodies = await unpackBodies(
      db,
      loads.map(({ body }) => body),
    );
    for (const body of bodies as readonly (Partial<LoadedDeck> | undefined)[]) {
      if (body?.deckId !== deckId) continue;
      for (const draft of body.drafts ?? []) found.add(draft.id);
    }
    after = last.id;
  }
}
