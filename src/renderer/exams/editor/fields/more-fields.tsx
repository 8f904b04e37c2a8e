import type { OtherReviews } from '../../../../domain/overlay/overlay.ts';
import { t } from '../../../../kernel/texts.ts';
import { Choice } from '../../../kit/form/fields.tsx';
import type { ExamDraft, Floor } from '../exam-draft.ts';

const FLOORS: Readonly<Record<Floor, string>> = {
  none: t`none: time goes where it gains most`,
  '70': t`cards you would recall with less than 70 % first`,
  '80': t`cards you would recall with less than 80 % first`,
  '90': t`cards you would recall with less than 90 % first`,
};
const OTHERS: Readonly<Record<OtherReviews, string>> = {
  'up-to-half': t`take up to half of each day`,
  'when-time-is-left': t`wait until time is left`,
  first: t`come first, all of them`,
};

/** What is seldom changed. */
export function MoreFields(props: {
  readonly draft: ExamDraft;
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, onChange } = props;
  return (
    <details className="fold">
      <summary>{t`More`}</summary>
      <div className="form">
        <Choice
          name={t`Floor for recall`}
          value={draft.floor}
          choices={FLOORS}
          onChange={(floor) => onChange({ floor })}
        />
        <Choice
          name={t`Reviews that belong to no exam`}
          value={draft.otherReviews}
          choices={OTHERS}
          onChange={(otherReviews) => onChange({ otherReviews })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isOn}
            onChange={(event) => onChange({ isOn: event.target.checked })}
          />
          {t`Switched on: each day asks for its cards`}
        </label>
      </div>
    </details>
  );
}
