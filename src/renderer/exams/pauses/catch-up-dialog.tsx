import { useEffect, useState } from 'react';
import type { OverlayId } from '../../../kernel/ids.ts';
import type { CatchUp } from '../../../domain/overlay/overlay.ts';
import { ok, type Problem } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { Backlog, CatchUpAdvice } from '../../../engine/queries/once/backlog.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { NumberField, TextField } from '../../kit/form/fields.tsx';
import { about } from '../../kit/text/format.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { PauseForm } from './pause-form.tsx';
import { named } from '../../../kernel/named.ts';

/** Spreads the reviews that wait over some days, from today on; or changes how. */
export function CatchUpDialog(props: {
  readonly saved: CatchUp | undefined;
  readonly today: StudyDay;
  readonly onClose: () => void;
}) {
  const { advice, problem } = useAdvice();
  const title = props.saved ? t`Edit “${named(props.saved.name)}”` : t`Catch up on a backlog`;
  if (advice) return <CatchUpForm {...props} title={title} advice={advice} />;
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      <div className="pause-wait" aria-busy={!problem}>
        {problem ? (
          <ProblemNote problem={problem} />
        ) : (
          <p className="soft">{t`Counting what waits …`}</p>
        )}
      </div>
    </Dialog>
  );
}

function CatchUpForm(props: {
  readonly saved: CatchUp | undefined;
  readonly today: StudyDay;
  readonly title: string;
  readonly advice: CatchUpAdvice;
  readonly onClose: () => void;
}) {
  const { saved, advice } = props;
  const { newId } = useEngine();
  const [id] = useState(() => saved?.id ?? (newId() as OverlayId));
  const [spreadDays, setSpread] = useState(saved?.spreadDays ?? advice.spreadDays);
  const [name, setName] = useState(saved?.name ?? '');
  const called = name.trim() || t`Catch-up`;
  const isOn = saved?.isOn ?? true;
  const fromDay = saved?.fromDay ?? props.today;
  return (
    <PauseForm
      title={props.title}
      what="catch-up"
      pause={ok({ kind: 'catch-up', id, name: called, isOn, fromDay, spreadDays })}
      said={(pause) => t`“${named(pause.name)}” saved. Undo takes that back.`}
      onClose={props.onClose}
    >
      <p className="pause-lead number">{backlogInWords(advice.backlog)}</p>
      <div className="pause-fields">
        <NumberField
          name={t`Spread over, days`}
          help={
            saved
              ? t`From its first day on, the most valuable cards first.`
              : t`From today on, the most valuable cards first.`
          }
          isFirst
          value={spreadDays}
          onChange={setSpread}
        />
        <TextField name={t`Name`} help={t`If you like.`} value={name} onChange={setName} />
      </div>
    </PauseForm>
  );
}

function backlogInWords({ reviews, overdue, minutes: length }: Backlog): string {
  if (reviews === 0) return t`No review is waiting: there is nothing to catch up on.`;
  if (overdue === 0) {
    return t`Nothing has waited since an earlier day; ${plural(reviews, '# review')} due today, ${about(length)}.`;
  }
  const since = t`${plural(overdue, '# review has', '# reviews have')} waited since an earlier day`;
  return reviews === overdue
    ? `${since}, ${about(length)}.`
    : t`${since}; with today’s, ${thousands(reviews)} wait, ${about(length)}.`;
}

function useAdvice() {
  const engine = useEngine();
  const [found, setFound] = useState<{ advice?: CatchUpAdvice; problem?: Problem }>({});
  useEffect(() => {
    let isGone = false;
    void engine.ask('adviseCatchUp').then((read) => {
      if (!isGone) setFound(read.ok ? { advice: read.value } : { problem: read.problem });
    });
    return () => {
      isGone = true;
    };
  }, [engine]);
  return found;
}
