import { t, thousands } from '../../../kernel/texts.ts';
import type { Working } from './use-work.ts';
import './work.css';

/** How far long work is, and the way to stop it: the same everywhere. */
export function WorkLine(props: { readonly working: Working; readonly onStop: () => void }) {
  const { doing, done, total, isStopping } = props.working;
  return (
    <div className="work-line">
      <p role="status">{isStopping ? t`Stopping` : doing}…</p>
      <progress
        aria-label={doing}
        value={total > 0 ? done : undefined}
        max={total > 0 ? total : undefined}
      />
      {total > 0 && (
        <span className="small soft number">{t`${thousands(done)} of ${thousands(total)}`}</span>
      )}
      <button
        type="button"
        className="tool"
        disabled={isStopping}
        onClick={props.onStop}
      >{t`Stop`}</button>
    </div>
  );
}
