import type { Review } from '../collection/review.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { Grade } from '../memory/schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { PastAnswer } from '../search/subject.ts';

/** Answers in force by the card's id they are logged under; a number each, as there may be millions. */
export class PastAnswers {
  /** The first study day whose answers are here. */
  readonly since: StudyDay;
  readonly #byCard = new Map<string, number[]>();

  constructor(since: StudyDay) {
    this.since = since;
  }

  add({ cardId, studyDay, grade, kind }: Pick<Review, 'cardId' | 'studyDay' | 'grade' | 'kind'>) {
    const packed = studyDay * 10 + grade * 2 + (kind === 'new' ? 1 : 0);
    const known = this.#byCard.get(cardId);
    if (known) known.push(packed);
    else this.#byCard.set(cardId, [packed]);
  }

  of(historyId: CardId): readonly PastAnswer[] {
    return this.#byCard.get(historyId)?.map(unpacked) ?? [];
  }
}

function unpacked(packed: number): PastAnswer {
  const rest = packed % 10;
  return {
    studyDay: (packed - rest) / 10,
    grade: Math.floor(rest / 2) as Grade,
    isFirst: rest % 2 === 1,
  };
}
