import { useRef } from 'react';
import { readinessOf } from '../../domain/cram/ledger.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { useToggle } from '../kit/hooks/use-toggle.ts';
import { SettleDialog } from './settle-dialog.tsx';
import './cram.css';

/** Crammed answers that wait for a decision, how ready they show one to be, and the way to decide. */
export function OpenCramAnswers() {
  const answers = useQuery('openCramAnswers');
  const settling = useToggle();
  const place = useRef<HTMLElement>(null);
  if (!answers || (answers.length === 0 && !settling.isOpen)) return null;
  const { crammed, recalled } = readinessOf(new Set(answers.map(({ cardId }) => cardId)), answers);
  const wait = plural(answers.length, 'waits', 'wait');
  return (
    <section className="open-answers" aria-label={t`Crammed answers`} ref={place} tabIndex={-1}>
      <p className="number">
        {phrase`${plural(answers.length, '# crammed answer')} ${wait} for a decision. ${begin(<span className="soft" />)}Recalled at the last try: ${thousands(recalled)} of ${plural(crammed, '# card')}.${END}`}
      </p>
      <button type="button" onClick={settling.open}>{t`Decide…`}</button>
      {settling.isOpen && (
        <SettleDialog
          onClose={settling.close}
          onSettled={() => document.querySelector('main')?.focus()}
        />
      )}
    </section>
  );
}
