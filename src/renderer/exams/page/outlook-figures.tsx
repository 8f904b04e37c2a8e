import type { ExamLine } from '../../../domain/exam/day/day-plan.ts';
import type { ExamOutlook, PlannedDay } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';
import { ComingDays } from '../charts/coming-days.tsx';
import { SectionRanges } from '../charts/section-ranges.tsx';
import { Block } from './block.tsx';
import { CurveBlock } from './curve-block.tsx';
import { Gaps } from './gaps.tsx';

/** The figures of an exam ahead, saved or not: curve, sections, coming days, and what is missing. */
export function OutlookFigures(props: {
  readonly outlook: ExamOutlook;
  readonly isWorking: boolean;
  /** What Today asks for this exam: the page says the same of the first day. */
  readonly today?: ExamLine['today'] | undefined;
  /** Takes the minutes of a point on the curve; left out: the curve is only looked at. */
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { outlook, today } = props;
  return (
    <>
      <CurveBlock {...props} />
      {outlook.sections.length > 0 && (
        <Block title={t`By section`}>
          <SectionRanges sections={outlook.sections} />
        </Block>
      )}
      {outlook.days.length > 0 && (
        <Block title={t`The coming days`}>
          <ComingDays days={daysWith(outlook.days, today)} />
        </Block>
      )}
      <Gaps outlook={outlook} />
    </>
  );
}

/** `days` with what Today really asks for in place of the first day of the plan. */
function daysWith(
  days: readonly PlannedDay[],
  today: ExamLine['today'] | undefined,
): readonly PlannedDay[] {
  const [first, ...later] = days;
  if (!first || !today) return days;
  return [{ ...first, minutes: today.minutes, newCards: today.new }, ...later];
}
