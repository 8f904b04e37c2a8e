import type { Card } from '../../collection/card.ts';
import type { Deck, Preset } from '../../collection/deck.ts';
import type { DayTotals } from '../../collection/review.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import type { Plan } from '../../planner/plan.ts';
import { forgettingCurve } from '../../memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../../kernel/study-day.ts';
import { presetOf } from '../../collection/presets.ts';
import type { PlannedCard, Why } from './day-plan.ts';
import { examGains } from './exam-gains.ts';
import type { Scene } from '../scene.ts';
import { isFresh, isReviewDue, learningCards } from './today-cards.ts';
import { isActive } from '../../collection/card.ts';
import { countedByLimits, LimitsLeft, sharesOf } from '../../study/limits.ts';
import { byNote } from '../../study/waiting.ts';
import { siblingsApart } from '../../study/queue/siblings-apart.ts';
import type { Valued } from './value.ts';

interface PickerInput {
  readonly today: StudyDay;
  readonly cards: readonly Card[];
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  /** Today's totals by deck id. */
  readonly doneToday: ReadonlyMap<string, DayTotals>;
}

/**
 * Takes cards for the day within limits and time. Of an exam's cards all that are worth it, siblings
 * kept apart; of others one of a note where siblings are buried.
 */
export class DayPicker {
  readonly #input: PickerInput;
  readonly #notes: Set<string>;
  readonly #limits: LimitsLeft;

  constructor(input: PickerInput) {
    this.#input = input;
    // A note with a card answered today has had its turn; one with a card in steps will have it.
    const inSteps = new Set(learningCards(input.cards, input.today));
    this.#notes = new Set(
      input.cards
        .filter(
          (card) =>
            inSteps.has(card) ||
            (card.schedule.state !== 'new' && card.schedule.lastReview.studyDay === input.today),
        )
        .map(({ id }) => noteIdOf(id)),
    );
    this.#limits = this.#limitsToday();
  }

  /** The exams' cards, best first; the floor's before all. */
  exam(scene: Scene, found: Plan, seconds: number): PlannedCard[] {
    const taken: PlannedCard[] = [];
    let left = seconds;
    const gainOf = examGains(scene);
    for (const row of found.ranked) {
      if (left <= 0) break;
      const card = scene.cards[row];
      if (!card) continue;
      this.#notes.add(noteIdOf(card.id));
      const spent = found.seconds[row] ?? 0;
      left -= spent;
      taken.push({
        cardId: card.id,
        seconds: spent,
        isNew: card.schedule.state === 'new',
        why: whyOf(scene, gainOf, row, this.#input.today),
      });
    }
    const askedOf = taken.map((planned) => ({ id: planned.cardId, planned }));
    return siblingsApart(askedOf).map(({ planned }) => planned);
  }

  due(valued: readonly Valued[], seconds: number, most: number): PlannedCard[] {
    return this.#take(valued, 'review', seconds, most);
  }

  fresh(valued: readonly Valued[], seconds: number): PlannedCard[] {
    const inOrder = [...valued].sort((a, b) => a.card.position - b.card.position);
    return this.#take(inOrder, 'new', seconds, Number.POSITIVE_INFINITY);
  }

  #take(
    valued: readonly Valued[],
    kind: 'new' | 'review',
    seconds: number,
    most: number,
  ): PlannedCard[] {
    const taken: PlannedCard[] = [];
    let left = seconds;
    for (const { card, gain, seconds: spent } of valued) {
      if (left <= 0 || taken.length >= most) break;
      if (!this.#limits.allows(card.deckId, kind) || !this.#takeNote(card)) continue;
      this.#limits.take(card.deckId, kind);
      left -= spent;
      const why = { kind: kind === 'new' ? 'new' : 'due', gain } as const;
      taken.push({ cardId: card.id, seconds: spent, isNew: kind === 'new', why });
    }
    return taken;
  }

  #takeNote(card: Card): boolean {
    if (!this.#presetOf(card).burySiblings) return true;
    const noteId = noteIdOf(card.id);
    if (this.#notes.has(noteId)) return false;
    this.#notes.add(noteId);
    return true;
  }

  /** As when everything is studied (QUEUE-6, QUEUE-13 to QUEUE-15). */
  #limitsToday(): LimitsLeft {
    const { cards, decks, presets, doneToday, today } = this.#input;
    const ready = new Map(decks.map(({ id }) => [id, [] as Card[]]));
    for (const card of cards) if (isActive(card)) ready.get(card.deckId)?.push(card);
    return new LimitsLeft(
      sharesOf(
        decks.map((deck) => {
          const preset = presetOf(deck, presets);
          const own = ready.get(deck.id) ?? [];
          const count = (is: (card: Card, today: StudyDay) => boolean): number => {
            const there = own.filter((card) => is(card, today));
            return preset.burySiblings ? byNote(there).size : there.length;
          };
          const waiting = { new: count(isFresh), review: count(isReviewDue) };
          return { deck, preset, waiting, done: countedByLimits(doneToday.get(deck.id)) };
        }),
      ),
    );
  }

  #presetOf(card: Card): Preset {
    const deck = this.#input.decks.find(({ id }) => id === card.deckId);
    return presetOf(deck, this.#input.presets);
  }
}

/** The exam whose floor the card is below, or the first that it counts for; and what it gains there. */
function whyOf(
  scene: Scene,
  gainOf: ReturnType<typeof examGains>,
  row: number,
  today: StudyDay,
): Why {
  const own = (scene.examsOf[row] ?? []).map((at) => scene.exams[at]?.exam);
  const { schedule } = scene.cards[row] ?? {};
  const recall =
    schedule?.state === 'review'
      ? forgettingCurve(
          scene.input.student,
          schedule.memory,
          elapsedDays(schedule.lastReview.studyDay, today),
        )
      : 1;
  const below = own.findIndex((exam) => recall < (exam?.retentionFloor ?? 0));
  const at = Math.max(0, below);
  const exam = own[at];
  const gain = gainOf(row, at);
  if (!exam) return { kind: 'due', gain };
  return { kind: below < 0 ? 'exam' : 'floor', overlayId: exam.id, gain };
}
