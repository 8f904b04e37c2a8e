import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import { rescheduled } from '../../../domain/memory/reschedule.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { presetOfCard } from '../../parts/graded-card.ts';
import { oldRules, underRules1 } from '../../parts/interval-rules.ts';
import { cardId, list, object } from '../../shapes.ts';

/** Due dates of cards in review, anew from their memory, under their decks' present options. */
export const rescheduleKind = defineKind({
  name: 'reschedule',
  version: 2,
  shape: object({ cardIds: list(cardId), rules: oldRules }),
  upgrade: { 1: underRules1 },
  word: t`reschedule`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects(body, stamp, rows) {
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    return eachCard(body.cardIds, rows, (card) => {
      const options = schedulerOptions(presetOfCard(card, rows), settings);
      const { id, schedule } = card;
      return {
        ...card,
        schedule: rescheduled(options, id, schedule, stamp.studyDay, body.rules),
      };
    });
  },
});
