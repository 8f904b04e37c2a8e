import type { ExamOutlook } from '../../../domain/exam/outlook/outlook.ts';
import { ComingDays } from '../charts/coming-days.tsx';
import { SectionRanges } from '../charts/section-ranges.tsx';
import { Block } from './block.tsx';
import { CurveBlock } from './curve-block.tsx';
import { Gaps } from './gaps.tsx';

/** The figures of an exam ahead, saved or not: curve, sections, coming days, and what is missing. */
export function OutlookFigures(props: {
  readonly outlook: ExamOutlook;
  readonly isWorking: boolean;
  /** Takes the minutes of a point on the curve; left out: the curve is only looked at. */
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { outlook } = props;
  return (
    <>
      <CurveBlock {...props} />
      {outlook.sections.length > 0 && (
        <Block title="By section">
          <SectionRanges sections={outlook.sections} />
        </Block>
      )}
      {outlook.days.length > 0 && (
        <Block title="The coming days">
          <ComingDays days={outlook.days} />
        </Block>
      )}
      <Gaps outlook={outlook} />
    </>
  );
}
