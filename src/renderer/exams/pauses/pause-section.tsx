import { type ReactNode, useRef, useState } from 'react';
import type { CatchUp, StudyBreak } from '../../../domain/overlay/overlay.ts';
import { type Pause, phaseOf } from '../../../domain/overlay/pauses.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { useEngine } from '../../engine.tsx';
import { useQuery, useStudyDay } from '../../live.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { BreakDialog } from './break-dialog.tsx';
import { CatchUpDialog } from './catch-up-dialog.tsx';
import { PauseLine } from './pause-line.tsx';
import { named } from '../../../kernel/named.ts';
import './pauses.css';
import { HelpLink } from '../../kit/page/help-link.tsx';

/** The dialog that is open, on a new one or on one that is saved. */
type Open =
  | { readonly kind: 'break'; readonly saved?: StudyBreak }
  | { readonly kind: 'catch-up'; readonly saved?: CatchUp };

/** Breaks and catch-ups: those that are on, ahead and over, and the way to plan one. */
export function PauseSection() {
  const overlays = useQuery('overlays');
  const today = useStudyDay()?.today;
  const engine = useEngine();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState<Open>();
  const [problem, setProblem] = useState<Problem>();
  if (!overlays || today === undefined) return null;

  const pauses = overlays
    .filter((each): each is Pause => each.kind !== 'exam')
    .sort((a, b) => a.fromDay - b.fromDay || (a.id < b.id ? -1 : 1));
  const over = pauses.filter((pause) => phaseOf(pause, today) === 'over').reverse();
  const current = pauses.filter((pause) => phaseOf(pause, today) !== 'over');

  async function turn(pause: Pause, isOn: boolean): Promise<void> {
    const turned = await engine.run('switchOverlay', pause, isOn);
    setProblem(turned.ok ? undefined : turned.problem);
    const name = named(pause.name);
    const words = isOn ? t`“${name}” is switched on.` : t`“${name}” is switched off.`;
    if (turned.ok) announce(words, 'quietly');
  }
  async function remove(pause: Pause): Promise<void> {
    const removed = await engine.run('deleteOverlay', pause.id);
    setProblem(removed.ok ? undefined : removed.problem);
    if (!removed.ok) return;
    announce(t`“${named(pause.name)}” deleted. Undo brings it back.`);
    heading.current?.focus();
  }
  const line = (pause: Pause) => (
    <PauseLine
      key={pause.id}
      pause={pause}
      today={today}
      onTurn={(isOn) => void turn(pause, isOn)}
      onEdit={() => setOpen(dialogOf(pause))}
      onDelete={() => void remove(pause)}
    />
  );
  const close = (): void => setOpen(undefined);

  return (
    <section className="pauses" aria-labelledby="pauses">
      <h2 id="pauses" tabIndex={-1} ref={heading}>{t`Breaks and catch-ups`}</h2>
      {current.length === 0 && (
        <p className="soft pauses-what">{t`On the days of a break nothing is asked. What has piled up, after a break or at any time, is spread over as many days as you like, the most valuable cards first. Your dates stay as they are.`}</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {current.length > 0 && <PauseList pauses={current}>{line}</PauseList>}
      <p className="actions">
        <button type="button" onClick={() => setOpen({ kind: 'break' })}>{t`Plan a break`}</button>
        <button
          type="button"
          onClick={() => setOpen({ kind: 'catch-up' })}
        >{t`Catch up on a backlog`}</button>
        <HelpLink to="cramming?at=a-holiday" about={t`breaks and catching up`} />
      </p>
      {over.length > 0 && (
        <details className="pauses-over">
          <summary className="small soft">{t`Over: ${thousands(over.length)}`}</summary>
          <PauseList pauses={over}>{line}</PauseList>
        </details>
      )}
      {open?.kind === 'break' && <BreakDialog saved={open.saved} today={today} onClose={close} />}
      {open?.kind === 'catch-up' && (
        <CatchUpDialog saved={open.saved} today={today} onClose={close} />
      )}
    </section>
  );
}

function dialogOf(pause: Pause): Open {
  return pause.kind === 'break'
    ? { kind: 'break', saved: pause }
    : { kind: 'catch-up', saved: pause };
}

function PauseList(props: {
  readonly pauses: readonly Pause[];
  readonly children: (pause: Pause) => ReactNode;
}) {
  const { first, more } = useFirst(props.pauses, (n) =>
    plural(n, '# more entry', '# more entries'),
  );
  return (
    <>
      <ul className="pause-list">{first.map(props.children)}</ul>
      {more}
    </>
  );
}
