import { KeyHint } from '../../../actions/key-hint.tsx';
import { ProblemNote } from '../../../kit/page/problem-note.tsx';
import type { JobState } from './use-job.ts';
import './job-line.css';

/** The last change: how far it is, what it did with the way back, or why it was not done. */
export function JobLine(props: {
  readonly state: JobState;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}) {
  const { state } = props;
  return (
    <div className="job-line" data-state={state.kind}>
      {state.kind === 'running' && (
        <>
          <p role="status">{state.doing}…</p>
          <progress
            aria-label={state.doing}
            value={state.total > 0 ? state.done : undefined}
            max={state.total > 0 ? state.total : undefined}
          />
          {state.total > 0 && (
            <span className="small soft number">
              {state.done.toLocaleString('en')} of {state.total.toLocaleString('en')}
            </span>
          )}
        </>
      )}
      {state.kind === 'done' && (
        <>
          <p role="status">{state.said}</p>
          <button type="button" className="tool" onClick={props.onUndo}>
            Undo <KeyHint action="undo" />
          </button>
        </>
      )}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
      {(state.kind === 'done' || state.kind === 'failed') && (
        <button
          type="button"
          className="quiet job-dismiss"
          aria-label="Dismiss"
          onClick={props.onDismiss}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
