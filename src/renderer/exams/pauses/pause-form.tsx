import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { canonical } from '../../../kernel/canonical.ts';
import type { Pause } from '../../../domain/overlay/pauses.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWorkload } from './use-workload.ts';
import { WorkloadWithout } from './workload-without.tsx';

/** The dialog of a break or a catch-up: its fields, what it makes of the coming days, and Save. */
export function PauseForm(props: {
  readonly title: string;
  readonly what: 'break' | 'catch-up';
  /** As the fields have it. */
  readonly pause: Result<Pause>;
  /** What is announced once it is saved. */
  readonly said: (pause: Pause) => string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { pause } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const { days, problem: wrong, isWorking } = useWorkload(pause);
  const [problem, setProblem] = useState<Problem>();
  const preview = useRef<HTMLDivElement>(null);
  const key = canonical(pause);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is refused is what was entered
  useEffect(() => setProblem(undefined), [key]);
  useEffect(() => {
    if (problem) preview.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!pause.ok) {
      setProblem(pause.problem);
      return;
    }
    const saved = await engine.run('saveOverlay', pause.value);
    if (!saved.ok) {
      setProblem(saved.problem);
      return;
    }
    props.onClose();
    announce(props.said(pause.value));
  }

  return (
    <Dialog title={props.title} onClose={props.onClose} wide>
      <form className="form pause-form" noValidate onSubmit={(event) => void submit(event)}>
        {props.children}
        <div className="pause-preview" aria-busy={isWorking} ref={preview}>
          {problem ? (
            <ProblemNote problem={problem} />
          ) : wrong ? (
            <p role="status" className="pause-wrong">
              {wrong.what} {wrong.todo}
            </p>
          ) : (
            days && (
              <WorkloadWithout
                days={days}
                what={props.what}
                pause={pause.ok ? pause.value : undefined}
              />
            )
          )}
        </div>
        <p className="actions">
          <button type="submit" className="primary">{t`Save`}</button>
          <button type="button" className="quiet" onClick={props.onClose}>{t`Cancel`}</button>
        </p>
      </form>
    </Dialog>
  );
}
