import { useEffect, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import './version-line.css';

const KNOWN = 'rounds.version';

/** After an update, once: which version this is now, and the way to what is new (HELP-12). */
export function NewsLine({ version }: { readonly version: string | undefined }) {
  const [before] = useState(() => localStorage.getItem(KNOWN));
  const [isClosed, setClosed] = useState(false);
  useEffect(() => {
    if (version === undefined) return;
    try {
      localStorage.setItem(KNOWN, version);
    } catch {
      // A full disk: it is said once more at the next start.
    }
  }, [version]);
  const isUpdated = version !== undefined && before !== null && before !== version;
  if (!isUpdated || isClosed) return null;
  return (
    <div className="version-line small">
      <p role="status">{t`Rounds is now version ${version}.`}</p>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads there, and the line has been read */}
      <a href="#/settings?at=about&news" onClick={() => setClosed(true)}>{t`What is new`}</a>
      <button type="button" className="quiet" onClick={() => setClosed(true)}>{t`Close`}</button>
    </div>
  );
}
