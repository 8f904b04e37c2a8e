import { Link } from 'wouter';
import type { Exam } from '../../../domain/overlay/overlay.ts';
import { t } from '../../../kernel/texts.ts';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { inAddress } from '../../kit/text/in-address.ts';
import { useToggle } from '../../kit/hooks/use-toggle.ts';
import type { ExamActions } from './use-exam-actions.ts';
import { named } from '../../../kernel/named.ts';

/** What can be done with an exam ahead: the one next thing, and the others quietly. */
export function ExamButtons(props: { readonly exam: Exam; readonly actions: ExamActions }) {
  const { exam, actions } = props;
  return (
    <div className="actions exam-actions">
      {exam.isOn ? (
        <button
          type="button"
          className="primary"
          aria-busy={actions.isPlanning}
          onClick={actions.isPlanning ? undefined : actions.study}
        >
          {actions.isPlanning ? t`Planning…` : t`Study for it now`}
        </button>
      ) : (
        <button
          type="button"
          className="primary"
          onClick={() => actions.turn(exam, true)}
        >{t`Switch on`}</button>
      )}
      <button type="button" onClick={() => actions.cram(exam.cards, exam.name)}>{t`Cram`}</button>
      <Link href={`/exams/${inAddress(exam.id)}/edit`} className="button-like">{t`Edit`}</Link>
      <span className="actions">
        {exam.isOn && (
          <button
            type="button"
            className="quiet"
            onClick={() => actions.turn(exam, false)}
          >{t`Switch off`}</button>
        )}
        <DeleteButton {...props} />
      </span>
    </div>
  );
}

export function DeleteButton(props: { readonly exam: Exam; readonly actions: ExamActions }) {
  const { exam, actions } = props;
  const question = useToggle();
  return (
    <>
      <button
        type="button"
        className="quiet destructive"
        onClick={question.open}
      >{t`Delete`}</button>
      {question.isOpen && (
        <Confirm
          title={t`Delete the exam “${named(exam.name)}”`}
          doIt={t`Delete`}
          isDestructive
          isQuestion
          onDo={() => {
            question.close();
            actions.remove(exam);
          }}
          onClose={question.close}
        >
          <p>{t`Its plan goes. Your cards, answers and dates stay as they are.`}</p>
          <p className="soft">{t`Undo brings it back.`}</p>
        </Confirm>
      )}
    </>
  );
}
