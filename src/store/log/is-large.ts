import { reachOf } from '../../log/effects.ts';
import type { OperationBody } from '../../log/operation.ts';
import type { RoundsDatabase } from '../schema.ts';
import { isPacked } from './payloads.ts';

/** Notes, cards or facts; each brings its siblings, its parts and its counts along. */
const MANY = 200;

/** Whether an operation sees or changes so much that a screen would feel it. Reads next to nothing. */
export async function isLarge(db: RoundsDatabase, body: OperationBody): Promise<boolean> {
  if (body.kind === 'undo' || body.kind === 'redo') {
    const step = await db.operations.get(body.target);
    // What is stored beside the log is large: a body of many notes, or the rows before them.
    return (
      step !== undefined &&
      (step.parts !== undefined || step.undo.length > MANY || isPacked(step.body))
    );
  }
  const lists = Object.values(body).filter(Array.isArray);
  if (lists.some((list) => list.length > MANY)) return true;
  const { notesOfDeck, notesOfType, notesOfTypes = [], notesOfDecks = [] } = reachOf(body);
  const [inDeck, inDecks, ofType, ofTypes] = await Promise.all([
    notesOfDeck === undefined ? 0 : db.notes.where('deckId').equals(notesOfDeck).count(),
    notesOfDecks.length === 0
      ? 0
      : db.notes
          .where('deckId')
          .anyOf([...notesOfDecks])
          .count(),
    notesOfType === undefined ? 0 : db.notes.where('noteTypeId').equals(notesOfType).count(),
    notesOfTypes.length === 0
      ? 0
      : db.notes
          .where('noteTypeId')
          .anyOf([...notesOfTypes])
          .count(),
  ]);
  return inDeck + inDecks + ofType + ofTypes > MANY;
}
