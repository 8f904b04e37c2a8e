import { type FormEvent, useState } from 'react';
import type { Forecast } from '../../../domain/exam/outlook/forecast.ts';
import type { Exam } from '../../../domain/overlay/overlay.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { TextField } from '../../kit/form/fields.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { markFrom } from '../mark-text.ts';

const UNREADABLE: Problem = {
  what: t`That mark cannot be read.`,
  kept: t`Nothing was saved; what you entered is still here.`,
  todo: t`Enter a percentage such as 87, or points such as 43 of 50.`,
};

/** Asks for the mark, as a percentage or in points; nobody has to. */
export function MarkForm(props: {
  readonly exam: Exam;
  readonly eve: Forecast | undefined;
  readonly onDone: () => void;
}) {
  const { exam, eve } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const before = exam.mark && String(Math.round(exam.mark.achieved * 1000) / 10);
  const [text, setText] = useState(before ?? '');
  const [problem, setProblem] = useState<Problem>();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const achieved = markFrom(text);
    if (achieved === undefined) {
      setProblem(UNREADABLE);
      return;
    }
    const predicted = exam.mark?.predicted ?? eve?.predicted.expected;
    const saved = await engine.run('enterMark', exam, achieved, predicted);
    setProblem(saved.ok ? undefined : saved.problem);
    if (!saved.ok) return;
    announce(t`The mark is kept.`);
    props.onDone();
  }

  return (
    <form className="mark-form" onSubmit={(event) => void save(event)}>
      <TextField
        name={t`Your mark, if you like`}
        help={t`In percent, or points: 43 of 50`}
        value={text}
        onChange={setText}
      />
      <button type="submit" className="primary">{t`Enter the mark`}</button>
      {problem && <ProblemNote problem={problem} />}
    </form>
  );
}
