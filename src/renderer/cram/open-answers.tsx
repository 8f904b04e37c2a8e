import { useRef } from 'react';
import { readinessOf } from '../../domain/cram/ledger.ts';
import { useQuery } from '../live.ts';
import { count } from '../kit/text/format.ts';
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
  const wait = answers.length === 1 ? 'waits' : 'wait';
  return (
    <section className="open-answers" aria-label="Crammed answers" ref={place} tabIndex={-1}>
      <p className="number">
        {count(answers.length, 'crammed answer')} {wait} for a decision.{' '}
        <span className="soft">
          Recalled at the last try: {recalled.toLocaleString('en')} of {count(crammed, 'card')}.
        </span>
      </p>
      <button type="button" onClick={settling.open}>
        Decide…
      </button>
      {settling.isOpen && (
        <SettleDialog
          onClose={settling.close}
          onSettled={() => document.querySelector('main')?.focus()}
        />
      )}
    </section>
  );
}
