import { useRef, useState } from 'react';
import type { CramReport } from '../../domain/cram/report.ts';
import type { CramId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useToggle } from '../kit/hooks/use-toggle.ts';
import { SettleDialog } from './settle-dialog.tsx';

/** What shall become of a round's answers: counted as study, dropped, or left for later. */
export function CramDecision(props: { readonly cramId: CramId; readonly report: CramReport }) {
  const { cramId, report } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const settling = useToggle();
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<Problem>();

  async function drop(): Promise<void> {
    const dropped = await engine.run('dropCram', cramId);
    setProblem(dropped.ok ? undefined : dropped.problem);
    if (!dropped.ok) return;
    announce(t`${plural(report.open, '# crammed answer')} dropped. Undo takes that back.`);
    heading.current?.focus();
  }

  return (
    <section className="cram-decision" aria-labelledby="cram-decision">
      <h2 id="cram-decision" tabIndex={-1} ref={heading}>
        {plural(report.answers, 'What becomes of the answer', 'What becomes of the # answers')}
      </h2>
      <p>{stateInWords(report)}</p>
      {problem && <ProblemNote problem={problem} />}
      {report.open > 0 && (
        <p className="actions">
          <button type="button" onClick={settling.open}>{t`Count as study…`}</button>
          <button
            type="button"
            className="quiet destructive"
            onClick={() => void drop()}
          >{t`Drop them`}</button>
        </p>
      )}
      {settling.isOpen && (
        <SettleDialog
          cramId={cramId}
          onClose={settling.close}
          onSettled={() => heading.current?.focus()}
        />
      )}
    </section>
  );
}

function stateInWords({ open, accepted }: CramReport): string {
  if (open > 0) {
    return t`Your schedule is as it was. They can count as study, after a look at what that would change. Or leave them for later: they wait under Exams.`;
  }
  return accepted > 0
    ? t`Counted as study: the cards come at their new dates.`
    : t`Dropped: your schedule is as it was.`;
}
