import type { Mixing, NewOrder, Preset, ReviewOrder } from '../../../domain/collection/deck.ts';
import type { LiveSettings } from '../../../engine/queries/live/settings.ts';
import { t } from '../../../kernel/texts.ts';
import { Choice, NumberField, TextField } from '../../kit/form/fields.tsx';
import { EvenOut } from './day-balance.tsx';
import { WhileReviewing } from './while-reviewing.tsx';

type StudySettings = LiveSettings['settings'];

/** As they are written in the form, readable or not. */
export interface WrittenSteps {
  readonly learning: string;
  readonly relearning: string;
}

/** What is set once, or never. */
export function RareOptions(props: {
  readonly preset: Preset;
  readonly settings: StudySettings;
  readonly steps: WrittenSteps;
  readonly onPreset: (preset: Preset) => void;
  readonly onSettings: (settings: StudySettings) => void;
  readonly onSteps: (steps: WrittenSteps) => void;
}) {
  const { preset, settings, steps, onPreset, onSettings, onSteps } = props;
  const change = (part: Partial<Preset>): void => onPreset({ ...preset, ...part });

  /** Absent and false are the same; what was absent stays so, or Save would write no change. */
  function countNewAsReviews(isOn: boolean): void {
    const { newWithinReviewLimit: _before, ...others } = preset;
    onPreset(isOn ? { ...others, newWithinReviewLimit: true } : others);
  }

  return (
    <div className="field-grid">
      <Choice<'yes' | 'no'>
        name={t`New cards count as reviews`}
        help={t`Counted, they have what the day’s reviews leave of that limit: after days away none come until the reviews fit again.`}
        value={preset.newWithinReviewLimit ? 'yes' : 'no'}
        onChange={(within) => countNewAsReviews(within === 'yes')}
        choices={{
          no: t`No, they come on top of the reviews`,
          yes: t`Yes, within the reviews a day`,
        }}
      />
      <NumberField
        name={t`Longest interval, days`}
        help={t`However well a card is known, it comes back after this long at the latest.`}
        value={preset.maximumIntervalDays}
        onChange={(maximumIntervalDays) => change({ maximumIntervalDays })}
      />
      <TextField
        name={t`Learning steps`}
        help={t`A new card’s first short waits, such as 1m 10m.`}
        value={steps.learning}
        onChange={(learning) => onSteps({ ...steps, learning })}
      />
      <TextField
        name={t`Relearning steps`}
        help={t`The waits after a forgotten review, such as 10m.`}
        value={steps.relearning}
        onChange={(relearning) => onSteps({ ...steps, relearning })}
      />
      <Choice<NewOrder>
        name={t`Order of new cards`}
        help={t`As in the deck keeps a subject together; random mixes them.`}
        value={preset.newOrder}
        onChange={(newOrder) => change({ newOrder })}
        choices={{ 'deck-order': t`As in the deck`, random: t`Random` }}
      />
      <Choice<ReviewOrder>
        name={t`Order of reviews`}
        help={t`What is asked first; on days over the limit, what is asked at all.`}
        value={preset.reviewOrder}
        onChange={(reviewOrder) => change({ reviewOrder })}
        choices={{
          'due-then-random': t`By due day, then random`,
          'least-retrievable-first': t`Least likely recalled first`,
          'most-retrievable-first': t`Most likely recalled first`,
          'most-overdue-first': t`Most overdue first`,
        }}
      />
      <Choice<Mixing>
        name={t`New cards and reviews`}
        help={t`Mixed spreads the new cards over the whole session.`}
        value={preset.mixing}
        onChange={(mixing) => change({ mixing })}
        choices={{
          mixed: t`Mixed`,
          'reviews-first': t`Reviews first`,
          'new-first': t`New cards first`,
        }}
      />
      <Choice<'yes' | 'no'>
        name={t`Cards of the same note`}
        help={t`Cards that ask about one fact give each other’s answers away when they come close together.`}
        value={preset.burySiblings ? 'yes' : 'no'}
        onChange={(bury) => change({ burySiblings: bury === 'yes' })}
        choices={{ yes: t`One a day, the others wait`, no: t`May come on the same day` }}
      />
      <NumberField
        name={t`Lapses that make a leech`}
        help={t`A leech is a card forgotten again and again. 0 switches leeches off.`}
        value={preset.leechThreshold}
        onChange={(leechThreshold) => change({ leechThreshold })}
      />
      <Choice<Preset['leechAction']>
        name={t`A leech is`}
        help={t`Suspended, it is out of study until you bring it back: time to rewrite the card.`}
        value={preset.leechAction}
        onChange={(leechAction) => change({ leechAction })}
        choices={{ suspend: t`Tagged and suspended`, 'tag-only': t`Tagged only` }}
      />
      <WhileReviewing preset={preset} onChange={onPreset} />
      <NumberField
        name={t`Day begins at (hour)`}
        help={t`Studying past midnight still counts for the evening.`}
        value={settings.rolloverHour}
        onChange={(rolloverHour) => onSettings({ ...settings, rolloverHour })}
      />
      <NumberField
        name={t`Learn ahead, minutes`}
        help={t`When nothing else is left, learning cards due this soon are shown early.`}
        value={settings.learnAheadMinutes}
        onChange={(learnAheadMinutes) => onSettings({ ...settings, learnAheadMinutes })}
      />
      <NumberField
        name={t`Longest answer counted, seconds`}
        help={t`Time beyond this does not count, so that a break does not look like a slow answer.`}
        value={settings.answerCapSeconds}
        onChange={(answerCapSeconds) => onSettings({ ...settings, answerCapSeconds })}
      />
      <Choice<'yes' | 'no'>
        name={t`Spread due dates`}
        help={t`Cards learnt on one day would otherwise come back on one day for ever.`}
        value={preset.fuzz ? 'yes' : 'no'}
        onChange={(fuzz) => change({ fuzz: fuzz === 'yes' })}
        choices={{ yes: t`A little, so cards part company`, no: t`Not at all` }}
      />
      <EvenOut preset={preset} onChange={onPreset} />
    </div>
  );
}
