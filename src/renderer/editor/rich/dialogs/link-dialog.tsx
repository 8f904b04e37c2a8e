import { useId, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { SmallDialog } from './small-dialog.tsx';

/** The address of a link. Only addresses of the web and of mail lead anywhere on a card. */
export function LinkDialog(props: {
  readonly href: string;
  readonly hasWords: boolean;
  readonly onSave: (href: string) => void;
  readonly onClose: () => void;
}) {
  const [href, setHref] = useState(props.href);
  const id = useId();
  const address = href.trim();
  const isAddress = /^(https?:\/\/|mailto:)\S+$/i.test(address);
  function save(): void {
    if (!isAddress || !props.hasWords) return;
    props.onSave(address);
    props.onClose();
  }
  function remove(): void {
    props.onSave('');
    props.onClose();
  }
  return (
    <SmallDialog
      title={t`Link`}
      saveWord={t`Link`}
      onSave={save}
      onClose={props.onClose}
      other={
        props.href !== '' && (
          <button
            type="button"
            className="destructive"
            onClick={remove}
          >{t`Remove the link`}</button>
        )
      }
    >
      <div className="field">
        <label htmlFor={id}>{t`Address`}</label>
        <input
          id={id}
          data-first
          aria-describedby={`${id}-help`}
          aria-invalid={address !== '' && !isAddress}
          value={href}
          onChange={(event) => setHref(event.target.value)}
        />
        <span id={`${id}-help`} className="small soft">
          {props.hasWords
            ? t`It begins with https:// or http:// or mailto:`
            : t`Choose the words of the link first, then come back here.`}
        </span>
      </div>
    </SmallDialog>
  );
}
