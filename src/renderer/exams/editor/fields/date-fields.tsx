import { useId } from 'react';
import { t } from '../../../../kernel/texts.ts';
import type { ExamDraft } from '../exam-draft.ts';

/** When the exam begins. */
export function DateFields(props: {
  readonly draft: ExamDraft;
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, onChange } = props;
  const id = useId();
  return (
    <div className="field-pair">
      <div className="field">
        <label htmlFor={`${id}-date`}>{t`Date`}</label>
        <input
          id={`${id}-date`}
          type="date"
          max="9999-12-31"
          className="number"
          value={draft.date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-time`}>{t`Time`}</label>
        <input
          id={`${id}-time`}
          type="time"
          className="number"
          value={draft.time}
          onChange={(event) => onChange({ time: event.target.value })}
        />
      </div>
    </div>
  );
}
