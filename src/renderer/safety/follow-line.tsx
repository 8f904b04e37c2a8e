import { useState } from 'react';
import { t } from '../../kernel/texts.ts';
import type { WishAnswer } from '../../platform/windows/windows.ts';
import './follow-line.css';

type Standing = 'follows' | 'asking' | Exclude<WishAnswer, 'ours'>;

/** Above every screen, while another window writes; and the way to write here. */
export function FollowLine({ wish }: { readonly wish: () => Promise<WishAnswer> }) {
  const [standing, setStanding] = useState<Standing>('follows');
  async function ask(): Promise<void> {
    setStanding('asking');
    const answer = await wish();
    // Where it is ours, the line goes by itself once everything is ready.
    if (answer !== 'ours') setStanding(answer);
  }
  return (
    <div className="follow-line small">
      <p role="status">{WORDS[standing]}</p>
      <button
        type="button"
        className="quiet"
        // Not disabled, which would take the focus away: it asks once.
        aria-disabled={standing === 'asking'}
        onClick={() => {
          if (standing !== 'asking') void ask();
        }}
      >{t`Use this window`}</button>
    </div>
  );
}

const WORDS: Readonly<Record<Standing, string>> = {
  follows: t`Another window of Rounds is writing; this one follows.`,
  asking: t`The other window finishes what it writes; then this one goes on…`,
  'no answer': t`The other window does not answer. When it is closed or loaded anew, this one goes on by itself.`,
  another: t`Another window is just taking over; this one follows.`,
};
