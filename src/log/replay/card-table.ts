import type { Card } from '../../domain/collection/card.ts';
import type { Schedule } from '../../domain/memory/schedule.ts';

/**
 * The cards of a replay. What an answer changes of a card is written over in place, and the row is
 * made anew whenever someone looks at it. Rows kept from answer to answer live just long enough to
 * be moved twice by the garbage collector, which took longer than the formulas of FSRS.
 */
export class CardTable implements ReadonlyMap<string, Card> {
  readonly #cards = new Map<string, Card | AnsweredCard>();

  constructor(rows: Iterable<readonly [string, Card]> = []) {
    for (const [id, card] of rows) this.#cards.set(id, card);
  }

  get size(): number {
    return this.#cards.size;
  }

  get(id: string): Card | undefined {
    const card = this.#cards.get(id);
    return card instanceof AnsweredCard ? card.row() : card;
  }

  has(id: string): boolean {
    return this.#cards.has(id);
  }

  set(id: string, card: Card): void {
    this.#cards.set(id, card);
  }

  /**
   * The card as an answer to it left it: nothing else about it has changed, and its schedule has no
   * fields but those that scheduling gives.
   */
  setAnswered(id: string, card: Card): void {
    const known = this.#cards.get(id);
    if (known instanceof AnsweredCard) known.take(card);
    else this.#cards.set(id, new AnsweredCard(known ?? card, card));
  }

  /** The same card, buried by an answer to a sibling. */
  setBuried(id: string, card: Card): void {
    const known = this.#cards.get(id);
    if (known instanceof AnsweredCard) known.take(card);
    else this.#cards.set(id, card);
  }

  delete(id: string): boolean {
    return this.#cards.delete(id);
  }

  keys(): MapIterator<string> {
    return this.#cards.keys();
  }

  *values(): Generator<Card, undefined> {
    for (const card of this.#cards.values()) {
      yield card instanceof AnsweredCard ? card.row() : card;
    }
  }

  *entries(): Generator<[string, Card], undefined> {
    for (const [id, card] of this.#cards) {
      yield [id, card instanceof AnsweredCard ? card.row() : card];
    }
  }

  [Symbol.iterator](): Generator<[string, Card], undefined> {
    return this.entries();
  }

  forEach(each: (card: Card, id: string, table: ReadonlyMap<string, Card>) => void): void {
    for (const [id, card] of this.entries()) each(card, id, this);
  }
}

/** A card that was answered: all that answers change of it, in fields that are written over. */
class AnsweredCard {
  readonly #rest: Card;
  #suspended = false;
  #buriedUntil = 0;
  #state: Exclude<Schedule['state'], 'new'> = 'review';
  #reps = 0;
  #lapses = 0;
  // A number that is no integer to begin with is kept as a double, and written over without a new one.
  #stability = Number.NaN;
  #difficulty = Number.NaN;
  #atMillis = Number.NaN;
  #studyDay = 0;
  /** In review the day, in steps the instant. */
  #due = Number.NaN;
  /** In review the interval in days, in steps the step. */
  #intervalOrStep = 0;

  constructor(before: Card, card: Card) {
    this.#rest = before;
    this.take(card);
  }

  take({ schedule, suspended, buriedUntil }: Card): void {
    if (schedule.state === 'new') throw new Error('an answered card is never new');
    this.#suspended = suspended;
    this.#buriedUntil = buriedUntil;
    this.#state = schedule.state;
    this.#reps = schedule.reps;
    this.#lapses = schedule.lapses;
    this.#stability = schedule.memory.stability;
    this.#difficulty = schedule.memory.difficulty;
    this.#atMillis = schedule.lastReview.atMillis;
    this.#studyDay = schedule.lastReview.studyDay;
    if (schedule.state === 'review') {
      this.#due = schedule.dueDay;
      this.#intervalOrStep = schedule.intervalDays;
    } else {
      this.#due = schedule.dueAtMillis;
      this.#intervalOrStep = schedule.step;
    }
  }

  row(): Card {
    return {
      ...this.#rest,
      schedule: this.#schedule(),
      suspended: this.#suspended,
      buriedUntil: this.#buriedUntil,
    };
  }

  #schedule(): Schedule {
    const state = this.#state;
    const reps = this.#reps;
    const lapses = this.#lapses;
    const memory = { stability: this.#stability, difficulty: this.#difficulty };
    const lastReview = { atMillis: this.#atMillis, studyDay: this.#studyDay };
    if (state === 'review') {
      return {
        state,
        reps,
        lapses,
        memory,
        lastReview,
        intervalDays: this.#intervalOrStep,
        dueDay: this.#due,
      };
    }
    return {
      state,
      reps,
      lapses,
      memory,
      lastReview,
      step: this.#intervalOrStep,
      dueAtMillis: this.#due,
    };
  }
}
