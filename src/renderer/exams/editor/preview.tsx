import { ComingDays } from '../charts/coming-days.tsx';
import { SectionRanges } from '../charts/section-ranges.tsx';
import { Block } from '../page/block.tsx';
import { CurveBlock } from '../page/curve-block.tsx';
import { Gaps } from '../page/gaps.tsx';
import { Predicted } from '../page/predicted.tsx';
import type { LiveOutlook } from '../use-outlook.ts';

/** What the exam as it stands in the form will give, in one sentence; or why nothing can be said. */
export function PreviewVerdict({ live }: { readonly live: LiveOutlook }) {
  const { outlook, problem } = live;
  if (problem) {
    return (
      <div className="preview-problem" role="status">
        <p className="verdict">{problem.what}</p>
        <p>{problem.todo}</p>
      </div>
    );
  }
  if (!outlook) return <p className="soft predicted-awaited">Being worked out…</p>;
  const when = whenOver(outlook.daysLeft);
  if (when) {
    return (
      <div className="preview-problem" role="status">
        <p className="verdict">{when.what}</p>
        <p>{when.todo}</p>
      </div>
    );
  }
  return <Predicted outlook={outlook} isLive />;
}

/** The figures below it; none where nothing can be said. */
export function PreviewFigures(props: {
  readonly live: LiveOutlook;
  readonly onMinutes: ((minutes: number) => void) | undefined;
}) {
  const { outlook, problem, isWorking } = props.live;
  if (!outlook || problem || outlook.daysLeft <= 0) return null;
  return (
    <>
      <CurveBlock outlook={outlook} isWorking={isWorking} onMinutes={props.onMinutes} />
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

function whenOver(daysLeft: number): { readonly what: string; readonly todo: string } | undefined {
  if (daysLeft > 0) return undefined;
  return daysLeft === 0
    ? {
        what: 'The exam is today: there is no day left to plan.',
        todo: 'You can still cram its cards now. If it is on another day, change the date.',
      }
    : {
        what: 'That date is in the past, so there is nothing left to plan.',
        todo: 'Choose a later date. If the date is right, check this computer’s clock.',
      };
}
