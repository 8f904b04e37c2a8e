import { t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';
import { OutlookFigures } from '../page/outlook-figures.tsx';
import { Predicted } from '../page/predicted.tsx';
import { noDayLeft } from './no-day-left.ts';
import type { LiveOutlook } from '../use-outlook.ts';

/** What the exam as it stands in the form will give, in one sentence; or why nothing can be said. */
export function PreviewVerdict(props: {
  readonly live: LiveOutlook;
  /** Whether the exam's hour has come. */
  readonly hasBegun: boolean;
}) {
  const { outlook, problem } = props.live;
  if (problem) {
    return (
      <div className="preview-problem" role="status">
        <p className="verdict">{problem.what}</p>
        <p>{problem.todo}</p>
      </div>
    );
  }
  if (!outlook) return <p className="soft predicted-awaited">{t`Being worked out…`}</p>;
  const when = noDayLeft(outlook.daysLeft, props.hasBegun);
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

/** Where the window is too narrow to have the verdict beside the form: its figure, always in sight. */
export function PreviewStrip(props: {
  readonly live: LiveOutlook;
  /** Goes to the verdict, and to Save. */
  readonly onMore: () => void;
}) {
  const { outlook, problem } = props.live;
  const isKnown = outlook && !problem && outlook.daysLeft > 0 && outlook.cards > 0;
  return (
    <div className="preview-strip">
      <p className="number">
        {isKnown ? (
          <>
            <strong>{percent(outlook.predicted.expected)}</strong>{' '}
            <span className="soft">{t`predicted, ${rangeWords(outlook.predicted)}`}</span>
          </>
        ) : (
          <span className="soft">
            {problem || outlook ? t`Nothing to predict yet` : t`Being worked out…`}
          </span>
        )}
      </p>
      <button type="button" className="small" onClick={props.onMore}>{t`See and save`}</button>
    </div>
  );
}

/** The figures below it; none where nothing can be said. */
export function PreviewFigures(props: {
  readonly live: LiveOutlook;
  readonly onMinutes: ((minutes: number) => void) | undefined;
}) {
  const { outlook, problem, isWorking } = props.live;
  if (!outlook || problem || outlook.daysLeft <= 0) return null;
  return <OutlookFigures outlook={outlook} isWorking={isWorking} onMinutes={props.onMinutes} />;
}
