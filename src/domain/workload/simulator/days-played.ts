import { intervalInBalance, isBalanced } from '../../balance/balanced.ts';
import { dayInRange, fuzzRange } from '../../memory/fuzz.ts';
import type { StudentModel } from '../../planner/input.ts';
import { leftOf, LimitsLeft, type NewAndDue, sharesOf } from '../../study/limits.ts';
import { fractionOf } from '../../../kernel/seeded.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { copyOfState, type StudyState, UNSEEN } from './study-state.ts';
import type { DeckUnder } from './deck-under.ts';
import { byPlace, placeIn } from './who-comes.ts';

/** What a day asks for (SIM-4). */
export interface DayAhead {
  /** Cards answered, new ones among them. */
  readonly answers: number;
  readonly newCards: number;
  readonly minutes: number;
  /** Reviews that are left at its end. */
  readonly waiting: number;
}

/** Chances of an answer: whether it was recalled, its grade, how its interval is spread. */
const CHANCES = 3;
const RECALLED = 0;
const GRADE = 1;
const SPREAD = 2;
/** Their roots share no rhythm. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
/** Days beyond those played on which it is counted what is due; farther away hardly anything is. */
const FARTHEST_DUE = 36_500;
const NOTHING_DONE: NewAndDue = { new: 0, review: 0 };

/** Cards on their way through the days, today 0; each day is studied or let go by, in turn. */
export class DaysPlayed {
  readonly #state: StudyState;
  readonly #until: number;
  readonly #student: StudentModel;
  readonly #luck: number;
  /** By day, the cards that are asked for then: the first one, and behind each the next. */
  readonly #firstOn: Int32Array;
  readonly #nextWith: Int32Array;
  #waiting: number[] = [];
  /** By day: reviews due then, of the cards that are not played out too (BALANCE-3). */
  readonly #due: Int32Array;
  readonly #dueOn = (day: StudyDay): number => this.#due[day - this.#state.today] ?? 0;

  /** Up to the day `until`. `luck`: another number is another course of the same chances. */
  constructor(state: StudyState, until: number, student: StudentModel, luck: number) {
    this.#state = copyOfState(state);
    this.#until = until;
    this.#student = student;
    this.#luck = luck;
    this.#firstOn = new Int32Array(until + 1).fill(-1);
    this.#nextWith = new Int32Array(state.length);
    this.#due = new Int32Array(until + FARTHEST_DUE);
    for (const [day, count] of state.dueElsewhere) this.#count(day - state.today, count);
    for (let card = 0; card < state.length; card++) {
      if (state.due[card] !== UNSEEN) this.#put(card);
    }
  }

  /** A day off: what is asked for waits. */
  rest(day: number): DayAhead {
    this.#gather(day);
    return { answers: 0, newCards: 0, minutes: 0, waiting: this.#waiting.length };
  }

  /** Studies `day` in full, within the limits of `decks`; `done`: by deck, what counts already. */
  study(day: number, decks: readonly DeckUnder[], done: readonly NewAndDue[] = []): DayAhead {
    this.#gather(day);
    const { passSeconds, failSeconds, newSeconds } = this.#student;
    let [answers, seconds, newCards] = [0, 0, 0];
    const review = (card: number): void => {
      const recall = this.#review(card, day, decks);
      answers++;
      seconds += recall * passSeconds + (1 - recall) * failSeconds;
    };
    this.#takeThoseInSteps(review);
    const shares = sharesOf(this.#standings(decks, done));
    const most = leftOf(shares).review;
    if (most >= this.#waiting.length) {
      const all = this.#waiting;
      this.#waiting = [];
      for (const card of all) review(card);
    } else {
      this.#takeWithin(new LimitsLeft(shares), most, day, decks, review);
    }
    const placeOf = new Map(decks.map(({ deck }, place) => [deck.id, place]));
    for (const { deck, ownNew } of shares) {
      const place = placeOf.get(deck.id) ?? 0;
      for (let each = 0; each < ownNew; each++) this.#begin(place, day, decks);
      newCards += ownNew;
    }
    return {
      answers: answers + newCards,
      newCards,
      minutes: (seconds + newCards * newSeconds) / 60,
      waiting: this.#waiting.length,
    };
  }

  /** Expected number of cards known on the morning after `day`, of those that were shown. */
  knownAfter(day: number, decks: readonly DeckUnder[]): number {
    const { length, due, last, stability, deck } = this.#state;
    const tables = decks.map(({ table }) => table);
    let known = 0;
    for (let card = 0; card < length; card++) {
      if (due[card] === UNSEEN) continue;
      const days = day + 1 - (last[card] ?? 0);
      known += tables[deck[card] ?? 0]?.recall(days, stability[card] ?? 1) ?? 0;
    }
    return known;
  }

  #gather(day: number): void {
    for (let card = this.#firstOn[day] ?? -1; card >= 0; card = this.#nextWith[card] ?? -1) {
      this.#waiting.push(card);
    }
    this.#firstOn[day] = -1;
  }

  #put(card: number): void {
    const day = Math.max(0, this.#state.due[card] ?? 0);
    this.#count(day, 1);
    if (day > this.#until) return;
    this.#nextWith[card] = this.#firstOn[day] ?? -1;
    this.#firstOn[day] = card;
  }

  #count(day: number, reviews: number): void {
    this.#due[day] = (this.#due[day] ?? 0) + reviews;
  }

  /** Cards in steps have no limit (QUEUE-6). */
  #takeThoseInSteps(review: (card: number) => void): void {
    const { isInSteps } = this.#state;
    const inSteps = this.#waiting.filter((card) => isInSteps[card] === 1);
    if (inSteps.length === 0) return;
    this.#waiting = this.#waiting.filter((card) => isInSteps[card] !== 1);
    for (const card of inSteps) review(card);
  }

  #standings(decks: readonly DeckUnder[], done: readonly NewAndDue[]) {
    const { deck: deckOf, unseen, begun } = this.#state;
    const reviews = new Int32Array(decks.length);
    for (const card of this.#waiting) {
      const place = deckOf[card] ?? 0;
      reviews[place] = (reviews[place] ?? 0) + 1;
    }
    return decks.map(({ deck, preset }, place) => ({
      deck,
      preset,
      done: done[place] ?? NOTHING_DONE,
      waiting: {
        new: (unseen[place]?.length ?? 0) - (begun[place] ?? 0),
        review: reviews[place] ?? 0,
      },
    }));
  }

  /** As many as the limits let through, in the order in which reviews come; the others stay. */
  #takeWithin(
    limits: LimitsLeft,
    most: number,
    day: number,
    decks: readonly DeckUnder[],
    review: (card: number) => void,
  ): void {
    const { deck } = this.#state;
    const left: number[] = [];
    let taken = 0;
    for (const card of this.#inOrder(day, decks)) {
      const id = decks[deck[card] ?? 0]?.deck.id;
      if (taken < most && id !== undefined && limits.allows(id, 'review')) {
        limits.take(id, 'review');
        taken++;
        review(card);
      } else {
        left.push(card);
      }
    }
    this.#waiting = left;
  }

  #inOrder(day: number, decks: readonly DeckUnder[]): Int32Array {
    const { deck, due, last, interval, stability } = this.#state;
    const places = new Uint16Array(this.#waiting.length);
    this.#waiting.forEach((card, at) => {
      const under = decks[deck[card] ?? 0];
      if (!under) return;
      const elapsedDays = day - (last[card] ?? 0);
      places[at] = placeIn(under.preset.reviewOrder, {
        overdueDays: day - (due[card] ?? 0),
        elapsedDays,
        intervalDays: interval[card] ?? 0,
        recall: under.table.recall(elapsedDays, stability[card] ?? 1),
      });
    });
    return byPlace(this.#waiting, places);
  }

  /** Answers a card that was shown before; how likely it was to be recalled. */
  #review(card: number, day: number, decks: readonly DeckUnder[]): number {
    const state = this.#state;
    const { course, model } = decks[state.deck[card] ?? 0] as DeckUnder;
    const memory = {
      stability: state.stability[card] ?? 1,
      difficulty: state.difficulty[card] ?? 5,
    };
    const recall = model.recall(day - (state.last[card] ?? 0), memory.stability);
    const isRecalled = this.#chance(card, RECALLED) < recall;
    const previousDays =
      isRecalled && state.isInSteps[card] === 0 ? (state.interval[card] ?? 0) : 0;
    const left = course.after(memory, recall, isRecalled, () => this.#chance(card, GRADE));
    this.#leave(card, day, left, previousDays, decks);
    return recall;
  }

  /** Shows the next new card of a deck for the first time. */
  #begin(place: number, day: number, decks: readonly DeckUnder[]): void {
    const { unseen, begun } = this.#state;
    const card = unseen[place]?.[begun[place] ?? 0];
    const course = decks[place]?.course;
    if (card === undefined || !course) return;
    begun[place] = (begun[place] ?? 0) + 1;
    this.#leave(
      card,
      day,
      course.first(() => this.#chance(card, GRADE)),
      0,
      decks,
    );
  }

  #leave(
    card: number,
    day: number,
    { stability, difficulty }: { readonly stability: number; readonly difficulty: number },
    previousDays: number,
    decks: readonly DeckUnder[],
  ): void {
    const state = this.#state;
    const { today } = state;
    const { course, options, preset } = decks[state.deck[card] ?? 0] as DeckUnder;
    const maximumDays = options.maximumIntervalDays;
    const fraction = this.#chance(card, SPREAD);
    const limits = { previousDays, minimumDays: 1, maximumDays };
    const range = fuzzRange(course.unroundedInterval(stability), limits);
    const interval = !options.fuzz
      ? course.intervalOf(stability)
      : isBalanced(preset)
        ? intervalInBalance(range, { fraction, today: today + day, dueOn: this.#dueOn }, preset)
        : dayInRange(range, fraction);
    state.stability[card] = stability;
    state.difficulty[card] = difficulty;
    state.isInSteps[card] = 0;
    state.interval[card] = interval;
    state.last[card] = day;
    state.due[card] = day + interval;
    state.answers[card] = (state.answers[card] ?? 0) + 1;
    this.#put(card);
  }

  /**
   * The same for a card's same answer, whatever the options: courses differ by what options do. From
   * course to course each chance goes round at a pace of its own, so that few courses see every luck.
   */
  #chance(card: number, of: number): number {
    const answers = (this.#state.answers[card] ?? 0) * CHANCES + of;
    const pace = Math.sqrt(PRIMES[answers % PRIMES.length] ?? 2);
    return (fractionOf(this.#state.seed[card] ?? 0, answers) + this.#luck * pace) % 1;
  }
}
