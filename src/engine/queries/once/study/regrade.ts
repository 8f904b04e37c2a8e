import { type Card, historyIdOf } from '../../../../domain/collection/card.ts';
import { schedulerOptions } from '../../../../domain/collection/deck.ts';
import { type DueChanges, dueChanges } from '../../../../domain/cram/due-change.ts';
import { rescheduled } from '../../../../domain/memory/reschedule.ts';
import type { SchedulerOptions } from '../../../../domain/memory/schedule.ts';
import { retrievability } from '../../../../domain/memory/scheduler.ts';
import { findHard, type HardMeant } from '../../../../domain/regrade/find-hard.ts';
import { type Regrade, regraded } from '../../../../domain/regrade/regraded.ts';
import {
  searchOfScope,
  searchWithin,
  type StatisticsScope,
} from '../../../../domain/statistics/scope.ts';
import type { CardId } from '../../../../kernel/ids.ts';
import { failed, ok, type Result } from '../../../../kernel/problem.ts';
import { type StudyDay, studyDayOf } from '../../../../kernel/study-day.ts';
import { presetOf } from '../../../../domain/collection/presets.ts';
import { t } from '../../../../kernel/texts.ts';
import { readCards } from '../../../../store/reads/answers/cram-answers.ts';
import { readHistoryParts } from '../../../../store/reads/answers/history.ts';
import { readDecks } from '../../../../store/reads/decks.ts';
import { readPresets, readStudySettings } from '../../../../store/reads/settings.ts';
import { inWords } from '../../../in-words.ts';
import type { Asked } from '../../context.ts';
import { cardsOfSearch } from '../found.ts';

/** Which answers graded Hard count as Again: of which cards, of which days. */
export interface RegradeAsked extends HardMeant {
  readonly scope: StatisticsScope;
}

/** What counting them as Again would do (INSIGHT-11); nothing is written. */
export interface RegradePreview {
  readonly answers: number;
  readonly cards: number;
  /** Of the answers: those that an import brought. */
  readonly past: number;
  /** Answers that cannot be counted otherwise (INSIGHT-13). */
  readonly leftOut: number;
  /** Of those cards how many are taken to be known today, as it stands and then. */
  readonly known: { readonly before: number; readonly after: number };
  /** What would become of their dates if they followed. */
  readonly dates: DueChanges;
}

/** What is found, card by card. */
export interface RegradePlan extends RegradePreview {
  readonly regrades: readonly Regrade[];
  /** Histories from elsewhere that are looked at. */
  readonly pastLogIds: readonly CardId[];
}

/** Cards read at once. */
const PIECE = 100;

/** The preview alone: the plan may be large, and the screen shows numbers. */
export async function previewRegrade(
  deps: Asked,
  asked: RegradeAsked,
): Promise<Result<RegradePreview>> {
  const plan = await planRegrade(deps, asked, deps.watch);
  if (!plan.ok) return plan;
  const { regrades: _all, pastLogIds: _logs, ...preview } = plan.value;
  return ok(preview);
}

/** Reads the histories of all cards that were answered Hard in those days. */
export function planRegrade(
  { store, clock, library }: Pick<Asked, 'store' | 'clock' | 'library'>,
  { scope, ...meant }: RegradeAsked,
  watch: NonNullable<Asked['watch']> = () => true,
): Promise<Result<RegradePlan>> {
  return inWords(async () => {
    const [settings, decks, presets] = await Promise.all([
      readStudySettings(store),
      readDecks(store),
      readPresets(store),
    ]);
    const now = clock();
    const { rolloverHour } = settings;
    const today = studyDayOf(now, rolloverHour);
    const at = { today, utcOffsetMinutes: now.utcOffsetMinutes, rolloverHour };
    const deckById = new Map(decks.map((deck) => [deck.id, deck]));
    const ids = await cardsOfSearch({ library }, hardSearch(scope, meant.span.from, today));
    if (!ids.ok) return ids;
    const found = new Found(today);
    for (let from = 0; from < ids.value.length; from += PIECE) {
      if (!(await watch(from, ids.value.length))) return STOPPED;
      const cards = await readCards(store, ids.value.slice(from, from + PIECE));
      const parts = await Promise.all(
        cards.map((card) => readHistoryParts(store, historyIdOf(card))),
      );
      for (const [index, card] of cards.entries()) {
        const options = schedulerOptions(presetOf(deckById.get(card.deckId), presets), settings);
        const { given = [], accepted = [], log } = parts[index] ?? {};
        const answers = { card, reviews: given, hasCrammed: accepted.length > 0, log };
        found.add(card, findHard(answers, meant, options), log, options);
      }
    }
    return ok(found.plan((changed) => dueChanges(changed, at)));
  });
}

/** Cards of the scope answered Hard since `from`. */
function hardSearch(scope: StatisticsScope, from: StudyDay, today: StudyDay): string {
  return searchWithin(searchOfScope(scope), `rated:${Math.max(1, today - from + 1)}:2`);
}

/** What is found so far. */
class Found {
  readonly #today: StudyDay;
  readonly #regrades: Regrade[] = [];
  readonly #pastLogIds: CardId[] = [];
  readonly #dated: { readonly before: Card; readonly after: Card }[] = [];
  #answers = 0;
  #past = 0;
  #leftOut = 0;
  readonly #known = { before: 0, after: 0 };

  constructor(today: StudyDay) {
    this.#today = today;
  }

  add(
    card: Card,
    { regrade, answers, past, leftOut }: ReturnType<typeof findHard>,
    log: Parameters<typeof regraded>[2],
    options: SchedulerOptions,
  ): void {
    const anew = regrade && regraded(card, regrade, log, options);
    this.#leftOut += leftOut + (anew ? 0 : answers);
    if (!regrade || !anew) return;
    this.#regrades.push(regrade);
    if (log && !regrade.before) this.#pastLogIds.push(log.id);
    this.#answers += answers;
    this.#past += past;
    const { id, schedule } = card;
    this.#known.before += retrievability(options, schedule, this.#today) ?? 0;
    this.#known.after += retrievability(options, anew.schedule, this.#today) ?? 0;
    const moved = rescheduled(options, id, anew.schedule, this.#today);
    this.#dated.push({ before: card, after: { ...card, schedule: moved } });
  }

  plan(datesOf: (changed: readonly Dated[]) => DueChanges): RegradePlan {
    const none = { answers: [], tooLate: [] };
    return {
      answers: this.#answers,
      cards: this.#regrades.length,
      past: this.#past,
      leftOut: this.#leftOut,
      known: { ...this.#known },
      dates: datesOf(this.#dated.map((each) => ({ ...each, ...none }))),
      regrades: this.#regrades,
      pastLogIds: this.#pastLogIds,
    };
  }
}

type Dated = Parameters<typeof dueChanges>[0][number];

const STOPPED: Result<never> = failed(
  t`Looking for answers graded Hard was stopped.`,
  t`Nothing was changed.`,
  t`Look again when you like.`,
);
