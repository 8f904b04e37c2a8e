import { FLAG_NAMES, type Flag } from '../../domain/collection/card.ts';
import { ACTIONS, type Action } from '../actions/keymap.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { KeyHint } from '../actions/key-hint.tsx';

const FLAGS: readonly Flag[] = [1, 2, 3, 4, 5, 6, 7];
const LISTED = [
  'edit',
  'info',
  'mark',
  'bury-card',
  'bury-note',
  'suspend-card',
  'suspend-note',
  'set-due',
  'forget',
  'undo',
] as const satisfies readonly Action[];
type Listed = (typeof LISTED)[number];

/** Everything that can be done to the card, with the key for next time. */
export function MoreActions(props: {
  /** Those that make no sense just now are left out. */
  readonly actions: Readonly<Partial<Record<Listed, () => void>>>;
  readonly flag: Flag;
  readonly isMarked: boolean;
  readonly onFlag: (flag: Flag) => void;
  readonly onKeys: () => void;
  readonly onClose: () => void;
}) {
  const run = (work: () => void): void => {
    props.onClose();
    work();
  };
  const nameOf = (action: Listed): string =>
    action === 'mark' && props.isMarked ? 'Remove the mark' : ACTIONS[action].name;
  return (
    <Dialog title="This card" onClose={props.onClose}>
      <ul className="action-list">
        {LISTED.map((action, index) => {
          const work = props.actions[action];
          return (
            work && (
              <li key={action}>
                <button
                  type="button"
                  data-first={index === 0 || undefined}
                  onClick={() => run(work)}
                >
                  <span>{nameOf(action)}</span>
                  <KeyHint action={action} />
                </button>
              </li>
            )
          );
        })}
        <li>
          <button type="button" onClick={() => run(props.onKeys)}>
            <span>All keys</span>
            <KeyHint action="keys" />
          </button>
        </li>
      </ul>
      <fieldset className="flag-row">
        <legend className="small soft">Flag</legend>
        {FLAGS.map((flag) => (
          <button
            key={flag}
            type="button"
            className="flag-button"
            data-flag={flag}
            aria-pressed={props.flag === flag}
            onClick={() => run(() => props.onFlag(flag))}
          >
            <span className="small">{FLAG_NAMES[flag]}</span>
          </button>
        ))}
      </fieldset>
    </Dialog>
  );
}
