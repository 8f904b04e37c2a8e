import { useId, useState } from 'react';
import {
  readWeightsTable,
  type UnreadLine,
  type WeightsTable,
} from '../../../../domain/overlay/weights-table.ts';
import { plural, t } from '../../../../kernel/texts.ts';

const MOST_NAMED = 20;
const MOST_TEXT = 80;

/** Takes weights from a pasted table, and names each line that it could not take. */
export function PasteWeights(props: {
  readonly sections: readonly string[];
  readonly onWeights: (weights: Readonly<Record<string, string>>) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState<WeightsTable>();

  function take(): void {
    const table = readWeightsTable(text, props.sections);
    setTaken(table);
    if (table.weights.length > 0) {
      props.onWeights(
        Object.fromEntries(table.weights.map(({ section, weight }) => [section, String(weight)])),
      );
    }
  }

  return (
    <div className="field">
      <label htmlFor={id}>{t`Paste a table`}</label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        placeholder={t`Topic, weight\nMS therapy, 2`}
        aria-describedby={`${id}-help`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span
        id={`${id}-help`}
        className="small soft"
      >{t`Two columns, topic and weight, as from a spreadsheet.`}</span>
      <p className="actions">
        <button
          type="button"
          disabled={text.trim() === ''}
          onClick={take}
        >{t`Take these weights`}</button>
      </p>
      <div role="status">
        {taken && (
          <>
            <p>{t`${plural(taken.weights.length, '# weight')} taken.`}</p>
            {taken.unread.length > 0 && <Unread lines={taken.unread} />}
          </>
        )}
      </div>
    </div>
  );
}

const WHY: Readonly<Record<UnreadLine['why'], string>> = {
  'no-weight': t`has no weight after the topic: a number, 0 or more`,
  'no-section': t`names no section`,
  'several-sections': t`names several sections; write the whole path, parts joined by “::”`,
};

function Unread({ lines }: { readonly lines: readonly UnreadLine[] }) {
  return (
    <>
      <p>{plural(lines.length, '# line was not taken:', '# lines were not taken:')}</p>
      <ul className="unread-lines small">
        {lines.slice(0, MOST_NAMED).map(({ number, text, why }) => (
          <li key={number}>
            <span className="soft number">{t`Line ${number}`}</span>{' '}
            <code>{text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text}</code>{' '}
            {WHY[why]}.
          </li>
        ))}
        {lines.length > MOST_NAMED && (
          <li>{t`and ${plural(lines.length - MOST_NAMED, '# more', '# more')}`}</li>
        )}
      </ul>
    </>
  );
}
