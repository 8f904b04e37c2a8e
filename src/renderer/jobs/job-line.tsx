import { t } from '../../kernel/texts.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { phrase } from '../kit/text/phrase.ts';
import type { JobState } from './use-job.ts';
import './job-line.css';

/** The last change: how far it is, what it did with the way back, or why it was not done. */
export function JobLine(props: {
  readonly state: JobState;
  readonly onStop: () => void;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}) {
  const { state } = props;
  return (
    <div className="job-line" data-state={state.kind}>
      {state.kind === 'running' && <WorkLine working={state.working} onStop={props.onStop} />}
      {state.kind === 'done' && (
        <>
          <p role="status">{state.said}</p>
          {state.canUndo && (
            <button type="button" className="tool" onClick={props.onUndo}>
              {phrase`Undo ${<KeyHint action="undo" />}`}
            </button>
          )}
        </>
      )}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
      {(state.kind === 'done' || state.kind === 'failed') && (
        <button
          type="button"
          className="quiet job-dismiss"
          aria-label={t`Dismiss`}
          onClick={props.onDismiss}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
