import type { FormEvent, ReactNode } from 'react';
import { t } from '../../../kernel/texts.ts';
import { Dialog } from './dialog.tsx';
import '../form/forms.css';

/** A question before something is done, or a small form for how. Enter does it, Escape does not. */
export function Confirm(props: {
  readonly title: string;
  /** What the button says that does it. */
  readonly doIt: string;
  readonly isDisabled?: boolean;
  /** Something is deleted, discarded or taken back by it (LOOK-6). */
  readonly isDestructive?: boolean;
  readonly wide?: boolean;
  /** The button itself has the focus at first: nothing else is to be filled in. */
  readonly isQuestion?: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!props.isDisabled) props.onDo();
  }
  return (
    <Dialog title={props.title} onClose={props.onClose} wide={props.wide ?? false}>
      <form className="form" onSubmit={submit}>
        {props.children}
        <p className="actions">
          <button
            type="submit"
            className={props.isDestructive ? 'primary destructive' : 'primary'}
            disabled={props.isDisabled}
            data-first={props.isQuestion || undefined}
          >
            {props.doIt}
          </button>
          <button type="button" className="quiet" onClick={props.onClose}>{t`Cancel`}</button>
        </p>
      </form>
    </Dialog>
  );
}
