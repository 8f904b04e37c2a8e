import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { rememberHost } from './known-hosts.ts';
import type { AskedLink } from './asked-link.ts';
import './link-question.css';

/**
 * Asks before a link of a card leads out. The way back has the focus, and the second click of a
 * double click opens nothing: a card can be made to be clicked twice, or Enter to be held.
 */
export function LinkQuestion(props: {
  readonly asked: AskedLink;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { address, host, words } = props.asked;
  const [isRemembered, setRemembered] = useState(false);
  function open(event: MouseEvent): void {
    if (event.detail > 1) return;
    rememberHost({ host, withWords: words !== undefined }, isRemembered);
    props.onOpen();
    props.onClose();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from what is around
    <div onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}>
      <Dialog title={t`Open this link?`} onClose={props.onClose}>
        <div className="form">
          <p>{phrase`It leads out of Rounds, to ${<strong className="link-host">{host}</strong>}.`}</p>
          <p className="link-address" dir="ltr">
            {address}
          </p>
          {words !== undefined && (
            <p role="note">
              <strong>{t`The address carries text of this card:`}</strong> “
              <bdi className="link-words">{words}</bdi>
              {t`”. Whoever runs ${host} reads it.`}
            </p>
          )}
          {host.split('.').some((label) => label.startsWith('xn--')) && (
            <p className="soft small">{t`The parts with xn-- stand for letters beyond a–z, which can look like others.`}</p>
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={isRemembered}
              onChange={(event) => setRemembered(event.target.checked)}
            />
            {words === undefined
              ? t`Do not ask again for ${host} on this device`
              : t`Do not ask again for ${host} on this device, even with text of cards`}
          </label>
          <p className="actions">
            <button type="button" data-first onClick={props.onClose}>{t`Stay here`}</button>
            <button type="button" className="quiet" onClick={open}>{t`Open in the browser`}</button>
          </p>
        </div>
      </Dialog>
    </div>
  );
}
