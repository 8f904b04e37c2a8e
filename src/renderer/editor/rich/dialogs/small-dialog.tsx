import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { Dialog } from '../../../kit/dialog/dialog.tsx';
import { isComposing } from '../../../kit/keys/chord.ts';

/** A dialog of one or two values: Enter saves, Escape leaves everything as it was. */
export function SmallDialog(props: {
  readonly title: string;
  readonly saveWord: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly other?: ReactNode;
  readonly children: ReactNode;
}) {
  function onKeyDown(event: KeyboardEvent): void {
    const isInField = (event.target as Element).matches('input, textarea');
    if (event.key !== 'Enter' || event.shiftKey || !isInField || isComposing(event.nativeEvent)) {
      return;
    }
    event.preventDefault();
    props.onSave();
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the fields inside saves, as in a form */}
      <div className="rich-dialog" onKeyDown={onKeyDown}>
        {props.children}
        <p className="actions">
          <button type="button" className="primary" onClick={props.onSave}>
            {props.saveWord}
          </button>
          <button type="button" onClick={props.onClose}>{t`Cancel`}</button>
          {props.other}
        </p>
      </div>
    </Dialog>
  );
}
