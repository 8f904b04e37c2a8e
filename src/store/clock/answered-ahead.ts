import { Dexie } from 'dexie';
import { type Card, historyIdOf } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import { repaired } from '../../domain/memory/repair.ts';
import type { Grade, Schedule } from '../../domain/memory/schedule.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { inLogOrder } from '../../log/envelope.ts';
import { readUndoRows } from '../log/undo-rows.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';

/** What a card was before its answers dated after today, and their grades in order. */
export interface AnsweredAhead {
  readonly cardId: CardId;
  readonly before: Schedule;
  readonly grades: readonly Grade[];
}

/** The answers in force that are dated after a day. */
export interface AnswersAhead {
  /** Of cards that are still as their last answer left them: what was set by hand stays. */
  readonly answered: readonly AnsweredAhead[];
  /** All of them, those of a card in their order. */
  readonly reviews: readonly Review[];
}

/** The answers to the cards that are dated after `today`. */
export function readAnsweredAhead(
  db: RoundsDatabase,
  cardIds: readonly CardId[],
  today: StudyDay,
): Promise<AnswersAhead> {
  const tables = [db.cards, db.reviews, db.undone, db.operations, db.changeParts];
  return db.transaction('r', tables, async () => {
    const cards = await db.cards.bulkGet([...cardIds]);
    const answered: AnsweredAhead[] = [];
    const reviews: Review[] = [];
    for (const card of cards) {
      if (!card) continue;
      const answers = await answersAhead(db, card, today);
      reviews.push(...answers.map(({ review }) => review));
      const ahead = await answeredAhead(db, card, answers);
      if (ahead) answered.push(ahead);
    }
    return { answered, reviews };
  });
}

interface Answer {
  readonly row: OperationRow;
  readonly review: Review;
}

async function answersAhead(db: RoundsDatabase, card: Card, today: StudyDay): Promise<Answer[]> {
  const historyId = historyIdOf(card);
  const dated = await db.reviews
    .where('[cardId+atMillis]')
    .between([historyId, Dexie.minKey], [historyId, Dexie.maxKey])
    .filter(({ studyDay }) => studyDay > today)
    .toArray();
  const undone = await db.undone.bulkGet(dated.map(({ operationId }) => operationId));
  const inForce = dated.filter((_, index) => undone[index] === undefined);
  const rows = await db.operations.bulkGet(inForce.map(({ operationId }) => operationId));
  return rows
    .flatMap((row, index) => {
      const review = inForce[index];
      return row && review ? [{ row, review }] : [];
    })
    .sort((a, b) => inLogOrder(a.row, b.row));
}

async function answeredAhead(
  db: RoundsDatabase,
  card: Card,
  answers: readonly Answer[],
): Promise<AnsweredAhead | undefined> {
  const [first] = answers;
  const last = answers.at(-1);
  if (!first || !last || !isAsLeftBy(card, last.review)) return undefined;
  const undo = await readUndoRows(db, first.row);
  const own = undo.find(({ table, key }) => table === 'cards' && key === card.id);
  const before = (own?.before as Card | undefined)?.schedule;
  return (
    before && {
      cardId: card.id,
      before: repaired(before),
      grades: answers.map(({ review }) => review.grade),
    }
  );
}

function isAsLeftBy({ schedule }: Card, { memory, intervalDays }: Review): boolean {
  if (schedule.state === 'new') return false;
  const { stability, difficulty } = schedule.memory;
  const isSame = stability === memory.stability && difficulty === memory.difficulty;
  return isSame && intervalDays === (schedule.state === 'review' ? schedule.intervalDays : 0);
}
