import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../../../kernel/texts.ts';

/**
 * A modal dialog on the platform's own element: focus is kept inside, Escape closes, and focus
 * returns to where it was. What carries data-first has the focus at first, its text selected, else
 * the way out.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[data-first]');
    first?.focus();
    // What stands in it is a proposal: typing puts something else in its place.
    if (first instanceof HTMLInputElement) first.select();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={props.wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={(event) => event.target === ref.current && props.onClose()}
      onCancel={(event) => event.target === ref.current && props.onClose()}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" className="quiet" onClick={props.onClose}>{t`Close`}</button>
      </div>
      {props.children}
    </dialog>
  );
}
