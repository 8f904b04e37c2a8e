import { historyIdOf } from '../../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import type { Change, Recounted } from '../../../domain/collection/rows.ts';
import { rescheduled } from '../../../domain/memory/reschedule.ts';
import { regraded } from '../../../domain/regrade/regraded.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { presetOfCard } from '../../parts/graded-card.ts';
import {
  cardId,
  list,
  memory,
  naturalNumber,
  number,
  object,
  operationId,
  optional,
  review,
  truth,
} from '../../shapes.ts';

/**
 * Answers graded Hard that meant forgotten count as Again (INSIGHT-12). Which ones, and what they
 * hang on, stands in the body; a card that is otherwise by then is left alone, answers and all.
 */
export const regradeKind = defineKind({
  name: 'regrade',
  version: 1,
  shape: object({
    cards: list(
      object({
        cardId,
        reps: naturalNumber,
        memory,
        before: optional(memory),
        reviews: list(review),
        hard: list(operationId),
        pastHard: list(number),
      }),
    ),
    /** Histories from elsewhere that are looked at or changed. */
    pastLogIds: list(cardId),
    /** Due dates follow the memories too. */
    movesDates: truth,
  }),
  word: t`correction of grades`,
  about: ({ cards }) => ({ cardIds: cards.map((each) => each.cardId) }),
  reach: ({ cards, pastLogIds }) => ({
    cardIds: cards.map((each) => each.cardId),
    pastLogIds,
    withoutNotes: true,
  }),
  effects({ cards, movesDates }, stamp, rows) {
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    const changes: Change[] = [];
    const recounted: Recounted[] = [];
    const seen = new Set<string>();
    for (const each of cards) {
      const before = rows.cards.get(each.cardId);
      if (!before || seen.has(each.cardId)) continue;
      seen.add(each.cardId);
      const options = schedulerOptions(presetOfCard(before, rows), settings);
      const log = rows.pastLogs.get(historyIdOf(before));
      const anew = regraded(before, each, log, options);
      if (!anew) continue;
      const schedule = movesDates
        ? rescheduled(options, before.id, anew.schedule, stamp.studyDay)
        : anew.schedule;
      changes.push({ table: 'cards', key: before.id, before, after: { ...before, schedule } });
      if (log && anew.log !== log) {
        changes.push({ table: 'pastLogs', key: log.id, before: log, after: anew.log });
      }
      recounted.push(...anew.recounted);
    }
    if (changes.length > 0) return ok({ changes, recounted });
    return failed(
      t`None of these cards is as it was when this was looked at.`,
      t`Nothing was changed.`,
      t`Look at them again in Insights.`,
    );
  },
});
