import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import { schedulerOptions } from '../../../domain/collection/deck.ts';
import type { Schedule } from '../../../domain/memory/schedule.ts';
import { retrievability } from '../../../domain/memory/scheduler.ts';
import { type StudyDay, studyDayOf } from '../../../kernel/study-day.ts';
import type { LiveCard } from '../../../engine/queries/live/study.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { interval, percent, shortDate, timeOrDate } from '../../kit/text/format.ts';
import { useNow } from '../../use-now.ts';

const STATES = {
  new: t`New`,
  learning: t`Learning`,
  relearning: t`Relearning`,
  review: t`Review`,
} as const;

/** Where the card stands, in one line: state, due day, interval, stability, difficulty. */
export function ScheduleLine({ live }: { readonly live: LiveCard }) {
  const { card, note, preset, settings } = live;
  const now = useNow();
  const today = studyDayOf(now, settings.rolloverHour);
  const recall = retrievability(schedulerOptions(preset, settings), card.schedule, today);
  const parts = [
    card.suspended && t`Suspended`,
    !card.suspended && card.buriedUntil > today && t`Buried until ${shortDate(card.buriedUntil)}`,
    card.absent && (note.archived ? t`Archived` : t`No longer in its note`),
    STATES[card.schedule.state],
    ...scheduleParts(card.schedule, today, now.atMillis),
    recall !== undefined && t`recall ${percent(recall)}`,
    card.flag > 0 && t`${FLAG_NAMES[card.flag]} flag`,
    note.tags.includes('marked') && 'marked',
  ].filter((part) => typeof part === 'string');
  return <p className="preview-schedule small soft number">{parts.join(' · ')}</p>;
}

function scheduleParts(schedule: Schedule, today: StudyDay, nowMillis: number): string[] {
  if (schedule.state === 'new') return [t`never answered`];
  const { stability, difficulty } = schedule.memory;
  const memory = [
    t`stability ${interval({ days: Math.max(1, Math.round(stability)) })}`,
    t`difficulty ${difficulty.toFixed(1)}`,
  ];
  if (schedule.state !== 'review') {
    return [t`due ${timeOrDate(schedule.dueAtMillis, nowMillis)}`, ...memory];
  }
  const days = schedule.dueDay - today;
  const due =
    days === 0
      ? t`due today`
      : days > 0
        ? t`due in ${plural(days, '# day')}`
        : t`overdue by ${plural(-days, '# day')}`;
  return [due, t`interval ${interval({ days: schedule.intervalDays })}`, ...memory];
}
