import { useEffect, useState } from 'react';
import type { PlannedDayAsked } from '../domain/exam/day/day-asked.ts';
import type { KindCounts } from '../domain/study/limits.ts';
import type { DayAsked, TodayView } from '../domain/study/today/today.ts';
import type { LiveToday } from '../engine/queries/live/today.ts';
import { plural, t } from '../kernel/texts.ts';
import { useEngine } from './engine.tsx';
import { about, longDate } from './kit/text/format.ts';

/**
 * When the next cards come, in words (TODAY-5, TODAY-8): 'Tomorrow: 12 cards, about 3 min'. Undefined
 * where nothing comes in the week, tomorrow is still being planned, or a plan rules the day.
 */
export function useNextCards(today: LiveToday | undefined): string | undefined {
  const planned = usePlannedTomorrow(today);
  if (!today) return undefined;
  const { view, isPlannedTomorrow, plannedAhead } = today;
  if (isPlannedTomorrow) return planned && plannedWords(planned);
  const next = nextDay(view);
  // What a plan will make of a day further ahead is not known yet.
  if (!next || plannedAhead.includes(next.studyDay)) return undefined;
  const day = next === view.tomorrow ? t`Tomorrow` : longDate(next.studyDay);
  return `${day}: ${cardsWords(next)}`;
}

/** Tomorrow as it will be planned; anew with every operation and every study day. */
function usePlannedTomorrow(today: LiveToday | undefined): PlannedDayAsked | undefined {
  const engine = useEngine();
  const [planned, setPlanned] = useState<PlannedDayAsked>();
  const isPlanned = today?.isPlannedTomorrow ?? false;
  const studyDay = today?.view.studyDay;
  const lastOperation = today?.lastOperation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is for its day and its operations
  useEffect(() => {
    if (!isPlanned) return;
    let isGone = false;
    void engine.ask('plannedTomorrow').then((found) => {
      // Without it nothing is promised; why today cannot be planned is said on Today.
      if (!isGone) setPlanned(found.ok ? found.value : undefined);
    });
    return () => {
      isGone = true;
    };
  }, [engine, isPlanned, studyDay, lastOperation]);
  return isPlanned && planned?.studyDay === (studyDay ?? 0) + 1 ? planned : undefined;
}

function nextDay({ tomorrow, forecast }: TodayView): DayAsked | undefined {
  if (cardsOf(tomorrow.left) > 0) return tomorrow;
  const next = forecast.slice(1).find((day) => day.reviews + day.new > 0);
  return (
    next && { ...next, left: { new: next.new, learning: next.learning, review: next.reviews } }
  );
}

function plannedWords(planned: PlannedDayAsked): string {
  if (planned.break) return t`Tomorrow: a break, until ${longDate(planned.break.toDay)}`;
  if (cardsOf(planned.left) === 0) return t`Tomorrow: nothing is planned`;
  return t`Tomorrow: ${cardsWords(planned)}`;
}

function cardsWords({ left, minutes }: Pick<DayAsked, 'left' | 'minutes'>): string {
  return `${plural(cardsOf(left), '# card')}, ${about(minutes)}`;
}

function cardsOf(left: KindCounts): number {
  return left.new + left.learning + left.review;
}
