import { useState } from 'react';
import type { ListedImport } from '../../../engine/import/take-back/list-imports.ts';
import { t } from '../../../kernel/texts.ts';
import { fullDate } from '../../kit/text/format.ts';
import { named } from '../../../kernel/named.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { reportInWords } from '../import-words.ts';
import { Problems } from '../problems.tsx';
import { ThingsLeftOut } from '../report-details.tsx';
import { useSaveReport } from '../use-save-report.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { cameInWords, STANDING_IN_WORDS } from './take-back-words.ts';

/** One import that was made: what it brought, its report, and the way to take it back. */
export function EarlierImport(props: {
  readonly made: ListedImport;
  readonly onChanged: () => void;
}) {
  const { id, atMillis, standing, report } = props.made;
  const saving = useSaveReport();
  const [isAsking, setAsking] = useState(false);
  const [isRead, setRead] = useState(false);
  const day = fullDate(atMillis);
  return (
    <li className="import-made">
      <h3 className="import-made-name long-words">{named(report.fileName)}</h3>
      <p className="small soft number">
        {day}: {cameInWords(report)}.{STANDING_IN_WORDS[standing]}
      </p>
      {isRead && (
        <div className="import-report number">
          {reportInWords(report).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ThingsLeftOut leftOut={report.leftOut} />
          <Problems scripts={[]} problems={report.problems} />
        </div>
      )}
      {saving.problem && <ProblemNote problem={saving.problem} />}
      <p className="actions">
        {standing !== 'undone' && (
          <button type="button" className="destructive" onClick={() => setAsking(true)}>
            {standing === 'here' ? t`Take this import back…` : t`Take back what is left…`}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-expanded={isRead}
          onClick={() => setRead(!isRead)}
        >
          {isRead ? t`Close its report` : t`Read its report`}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void saving.save(report, atMillis)}
        >{t`Save its report…`}</button>
      </p>
      {isAsking && (
        <TakeBackDialog
          id={id}
          fileName={report.fileName}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            props.onChanged();
          }}
        />
      )}
    </li>
  );
}
