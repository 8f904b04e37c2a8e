import { useState } from 'react';
import { useLocation } from 'wouter';
import { MORE_AT_ONCE } from '../../domain/study/added-new.ts';
import type { TodayView } from '../../domain/study/today/today.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useAtHand } from '../actions/use-at-hand.ts';
import { useEngine } from '../engine.tsx';
import { MenuButton } from '../kit/menu/menu-button.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { StudyAhead } from './study-ahead.tsx';

/** More than today asks for: buttons where its cards are done, a menu before (TODAY-15). */
export function BeyondToday(props: { readonly view: TodayView; readonly isDone: boolean }) {
  const { newBeyond, forecast } = props.view;
  const engine = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  const [isChoosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const more = plural(Math.min(MORE_AT_ONCE, newBeyond), '# more new card');

  async function takeMore(): Promise<void> {
    const taken = await engine.run('moreNew');
    setProblem(taken.ok ? undefined : taken.problem);
    if (taken.ok) announce(t`${more} today. Undo takes them back.`);
  }
  async function begin(days: number): Promise<void> {
    setChoosing(false);
    const begun = await engine.run('studyAhead', days);
    setProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  const isMoreComing = forecast.some(({ reviews }) => reviews > 0);
  const moreNew = newBeyond > 0 ? () => void takeMore() : undefined;
  const studyAhead = isMoreComing ? () => setChoosing(true) : undefined;
  useAtHand({ moreNew, studyAhead });
  const items = [
    { name: more, onChoose: moreNew },
    { name: t`Study ahead…`, onChoose: studyAhead },
  ].flatMap(({ name, onChoose }) => (onChoose ? [{ name, onChoose }] : []));
  return (
    <>
      {props.isDone
        ? items.map(({ name, onChoose }) => (
            <button key={name} type="button" onClick={onChoose}>
              {name}
            </button>
          ))
        : items.length > 0 && (
            <MenuButton
              name={t`More than today asks for`}
              groups={[{ items }]}
            >{t`More`}</MenuButton>
          )}
      {problem && <ProblemNote problem={problem} />}
      {isChoosing && (
        <StudyAhead onChoose={(days) => void begin(days)} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
