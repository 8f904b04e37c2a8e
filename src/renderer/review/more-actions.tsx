import { FLAG_NAMES, type Flag } from '../../domain/collection/card.ts';
import { t } from '../../kernel/texts.ts';
import type { AtHand } from '../actions/action.ts';
import { type ActionId, actionOf } from '../actions/registry.ts';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { KeyHint } from '../actions/key-hint.tsx';
import { perform } from '../actions/use-at-hand.ts';

const FLAGS: readonly Flag[] = [1, 2, 3, 4, 5, 6, 7];
const LISTED: readonly ActionId[] = [
  'edit',
  'info',
  'mark',
  'bury-card',
  'bury-note',
  'suspend-card',
  'suspend-note',
  'set-due',
  'forget',
  'auto-advance',
  'undo',
];

/** Everything that can be done to the card, with the key for next time. */
export function MoreActions(props: {
  /** What is not possible just now is left out. */
  readonly atHand: AtHand;
  readonly flag: Flag;
  readonly isMarked: boolean;
  readonly onFlag: (flag: Flag) => void;
  readonly onClose: () => void;
}) {
  const run = (work: () => void): void => {
    props.onClose();
    work();
  };
  const nameOf = (id: ActionId): string =>
    id === 'mark' && props.isMarked ? t`Remove the mark` : actionOf(id).name;
  return (
    <Dialog title={t`This card`} onClose={props.onClose}>
      <ul className="action-list">
        {LISTED.map((id, index) => {
          const work = actionOf(id).does(props.atHand);
          return (
            work && (
              <li key={id}>
                <button
                  type="button"
                  className={actionOf(id).isDestructive ? 'destructive' : undefined}
                  data-first={index === 0 || undefined}
                  onClick={() => run(work)}
                >
                  <span>{nameOf(id)}</span>
                  <KeyHint action={id} />
                </button>
              </li>
            )
          );
        })}
        <li>
          <button type="button" onClick={() => run(() => perform('palette'))}>
            <span>{actionOf('palette').name}</span>
            <KeyHint action="palette" />
          </button>
        </li>
        <li className="for-keyboards">
          <button type="button" onClick={() => run(() => perform('keys'))}>
            <span>{t`All keys`}</span>
            <KeyHint action="keys" />
          </button>
        </li>
      </ul>
      <fieldset className="flag-row">
        <legend className="small soft">{t`Flag`}</legend>
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
