import { Link } from 'wouter';
import type { Exam } from '../../../domain/overlay/overlay.ts';
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
          {actions.isPlanning ? 'Planning…' : 'Study for it now'}
        </button>
      ) : (
        <button type="button" className="primary" onClick={() => actions.turn(exam, true)}>
          Switch on
        </button>
      )}
      <button type="button" onClick={() => actions.cram(exam.cards, exam.name)}>
        Cram
      </button>
      <Link href={`/exams/${inAddress(exam.id)}/edit`} className="button-like">
        Edit
      </Link>
      <span className="actions">
        {exam.isOn && (
          <button type="button" className="quiet" onClick={() => actions.turn(exam, false)}>
            Switch off
          </button>
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
      <button type="button" className="quiet destructive" onClick={question.open}>
        Delete
      </button>
      {question.isOpen && (
        <Confirm
          title={`Delete the exam “${named(exam.name)}”`}
          doIt="Delete"
          isDestructive
          isQuestion
          onDo={() => {
            question.close();
            actions.remove(exam);
          }}
          onClose={question.close}
        >
          <p>Its plan goes. Your cards, answers and dates stay as they are.</p>
          <p className="soft">Undo brings it back.</p>
        </Confirm>
      )}
    </>
  );
}
