import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { searchWithin } from '../../domain/statistics/scope.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';

/** What is due or new and may be asked today. */
const ASKED_TODAY = '(is:due or is:new) -is:suspended -is:buried';
const NAME = t`Cards from Insights`;

/**
 * Studies the cards behind a value: those of them that are due or new, as the queue has it, or all
 * of them without a change to any schedule (INSIGHT-14).
 */
export function StudyDialog(props: { readonly search: string; readonly onClose: () => void }) {
  const engine = useEngine();
  const [, goTo] = useLocation();
  const { found, problem: notFound } = useFound(props.search);
  const [problem, setProblem] = useState<Problem>();

  async function begin(begun: Promise<Result<unknown>>): Promise<void> {
    const result = await begun;
    if (result.ok) goTo('/review');
    else setProblem(result.problem);
  }
  const shown = problem ?? notFound;
  return (
    <Dialog title={t`Study these cards`} onClose={props.onClose}>
      <div className="form" aria-busy={!found}>
        <p className="number" role="status">
          {found ? foundInWords(found) : shown ? '' : t`Looking for them…`}
        </p>
        {found && found.all.length > 0 && (
          <p className="actions">
            {found.asked.length > 0 && (
              <button
                type="button"
                className="primary"
                data-first
                onClick={() =>
                  void begin(engine.run('beginStudy', { cardIds: found.all, name: NAME }))
                }
              >{t`Study what is due`}</button>
            )}
            {found.active > 0 && (
              <button
                type="button"
                onClick={() => void begin(engine.run('cramCards', found.all, NAME))}
              >
                {plural(found.active, 'Cram it', 'Cram all #')}
              </button>
            )}
          </p>
        )}
        {found && found.active > 0 && (
          <p className="soft small">{t`Cramming changes no date, whatever you answer.`}</p>
        )}
        {shown && <ProblemNote problem={shown} />}
      </div>
    </Dialog>
  );
}

interface Found {
  readonly all: readonly CardId[];
  /** Those that are not suspended. */
  readonly active: number;
  readonly asked: readonly CardId[];
}

/** '34 cards. 12 of them are due or new.' */
function foundInWords({ all, active, asked }: Found): string {
  if (all.length === 0) return t`No card is behind this now.`;
  const suspended = all.length - active;
  const parts = [`${plural(all.length, '# card')}.`];
  if (asked.length === 0) parts.push(t`None of them is due or new today.`);
  else if (asked.length === all.length) {
    parts.push(plural(all.length, 'It is due or new.', 'All of them are due or new.'));
  } else parts.push(plural(asked.length, '# of them is due or new.', '# of them are due or new.'));
  if (suspended > 0) parts.push(plural(suspended, '# is suspended.', '# are suspended.'));
  return parts.join(' ');
}

function useFound(search: string) {
  const engine = useEngine();
  const [state, setState] = useState<{ readonly found?: Found; readonly problem?: Problem }>({});
  useEffect(() => {
    let isGone = false;
    const ids = (term: string) =>
      engine.ask('idsOfSearch', { text: searchWithin(search, term), mode: 'cards' });
    void Promise.all([ids(''), ids('-is:suspended'), ids(ASKED_TODAY)]).then(
      ([all, active, asked]) => {
        if (isGone) return;
        if (!all.ok) setState({ problem: all.problem });
        else if (!active.ok) setState({ problem: active.problem });
        else if (!asked.ok) setState({ problem: asked.problem });
        else {
          setState({
            found: {
              all: all.value as readonly CardId[],
              active: active.value.length,
              asked: asked.value as readonly CardId[],
            },
          });
        }
      },
    );
    return () => {
      isGone = true;
    };
  }, [engine, search]);
  return state;
}
