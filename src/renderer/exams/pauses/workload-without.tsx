import type { WorkloadWithOverlay } from '../../../domain/exam/overlay-workload.ts';
import type { Pause } from '../../../domain/overlay/pauses.ts';
import { heaviestInWords } from './pause-words.ts';
import { WorkloadChart } from './workload-chart.tsx';

/** The coming days without and with a break or catch-up: a sentence, a drawing, a table (EXAM-20). */
export function WorkloadWithout(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: 'break' | 'catch-up';
  readonly pause: Pause | undefined;
}) {
  const { days, what, pause } = props;
  const words = heaviestInWords(days);
  const isEmpty = days.every((day) => day.minutesBefore + day.minutesAfter === 0);
  return (
    <>
      <p role="status" className="pause-lead number">
        {words}
      </p>
      {!isEmpty && <WorkloadChart days={days} what={what} pause={pause} words={words} />}
    </>
  );
}
