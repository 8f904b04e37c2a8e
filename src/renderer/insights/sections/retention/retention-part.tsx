import type { Retention } from '../../../../domain/statistics/figures/retention.ts';
import type { StatisticsPeriod } from '../../../../domain/statistics/period.ts';
import type { StudyDay } from '../../../../kernel/study-day.ts';
import { t } from '../../../../kernel/texts.ts';
import { Fold } from '../../page-part.tsx';
import type { Open } from '../open.ts';
import { RetentionCourse } from './retention-course.tsx';
import { RetentionHours } from './retention-hours.tsx';
import { RetentionSections } from './retention-sections.tsx';
import { RetentionSpans } from './retention-spans.tsx';

/** How much of what was learned is recalled when it is asked, against what was wanted. */
export function RetentionPart(props: {
  readonly retention: Retention;
  readonly period: StatisticsPeriod;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { retention, period, open } = props;
  return (
    <>
      <RetentionCourse key={period} {...props} />
      <RetentionSpans retention={retention} />
      {retention.bySection.length > 1 && <RetentionSections retention={retention} open={open} />}
      <Fold title={t`By hour of the day`}>
        <RetentionHours retention={retention} />
      </Fold>
    </>
  );
}
