import { useState } from 'react';
import { t } from '../../../kernel/texts.ts';

const TOLD = 'rounds-storage-told';

/** Said once, before it matters: the browser has not promised to keep the cards. */
export function StorageNotice() {
  const [isTold, setTold] = useState(() => localStorage.getItem(TOLD) !== null);
  if (isTold) return null;
  return (
    <div className="soft small">
      <p>{t`This browser has not promised to keep your cards: when the disk runs full, or a private window is closed, it may clear them, the journal too. Install Rounds from the browser’s menu, or bookmark this page, and it asks again at the next start.`}</p>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          setTold(true);
          try {
            localStorage.setItem(TOLD, 'yes');
          } catch {
            // A full disk: it is said once more at the next start.
          }
        }}
      >{t`Understood`}</button>
    </div>
  );
}
