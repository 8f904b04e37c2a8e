import { useState } from 'react';
import type { Answering } from '../../../../domain/statistics/figures/answering.ts';
import type { DaySpan } from '../../../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../../../domain/statistics/scope.ts';
import { t } from '../../../../kernel/texts.ts';
import { useAnnounce } from '../../../kit/page/announcer.tsx';
import { useTurnStep } from '../../../steps/steps.tsx';
import { useOwnStep } from '../../../steps/use-own-step.ts';
import type { Open } from '../open.ts';
import { HardWarning } from './hard-warning.tsx';
import { RegradeDialog } from './regrade-dialog.tsx';

/** The warning, and the way to put right what was answered. */
export function HardRepair(props: {
  readonly use: Answering['hardUse'];
  readonly scope: StatisticsScope;
  readonly span: DaySpan;
  readonly open: Open;
}) {
  const { use, scope, span, open } = props;
  const [isOpen, setOpen] = useState(false);
  /** What was done; it stays when the warning goes. */
  const [done, setDone] = useState<string>();
  const turnStep = useTurnStep();
  const announce = useAnnounce();
  const own = useOwnStep();
  return (
    <>
      {use.isSuspected && (
        <HardWarning
          use={use}
          onOpen={open(`rated:${span.to - span.from + 1}:2`)}
          onRepair={() => setOpen(true)}
        />
      )}
      {done && (
        <p className="insights-done" data-unsaved>
          {done}{' '}
          {own.isNewest && (
            <button
              type="button"
              onClick={() => {
                setDone(undefined);
                void turnStep('undo');
              }}
            >{t`Undo`}</button>
          )}
        </p>
      )}
      {isOpen && (
        <RegradeDialog
          scope={scope}
          span={span}
          note={own.note}
          onClose={() => setOpen(false)}
          onDone={(said) => {
            setOpen(false);
            setDone(said);
            announce(t`${said} Undo takes that back.`, 'quietly');
          }}
        />
      )}
    </>
  );
}
