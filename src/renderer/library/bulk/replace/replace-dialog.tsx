import { useMemo, useState } from 'react';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import type { FieldId, NoteId } from '../../../../kernel/ids.ts';
import type { ReplacePlan, ReplaceRequest } from '../../../../domain/replace/plan-replace.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { phrase } from '../../../kit/text/phrase.ts';
import { useQuery } from '../../../live.ts';
import { Choice, TextField } from '../../../kit/form/fields.tsx';
import { ProblemNote } from '../../../kit/page/problem-note.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { ReplaceSamples } from './replace-samples.tsx';
import type { RunJob } from '../../../jobs/use-job.ts';
import { type Planning, useReplacePlan } from './use-replace-plan.ts';
import { named } from '../../../../kernel/named.ts';

const EVERY_FIELD = '';

/** Find and replace in the chosen notes, or in all; every change is seen before it is done. */
export function ReplaceDialog(props: {
  readonly noteIds: readonly NoteId[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const { noteIds } = props;
  const engine = useEngine();
  const types = useQuery('noteTypes');
  const [find, setFind] = useState('');
  const [replaceWith, setReplaceWith] = useState('');
  const [isRegex, setRegex] = useState(false);
  const [inHtml, setInHtml] = useState(false);
  const [matchCase, setMatchCase] = useState(false);
  const [fieldId, setFieldId] = useState(EVERY_FIELD);
  const [isChosen, setChosen] = useState(noteIds.length > 0);
  const request: ReplaceRequest = {
    find,
    replaceWith,
    isRegex,
    inHtml,
    matchCase,
    ...(fieldId === EVERY_FIELD ? {} : { fieldId: fieldId as FieldId }),
  };
  const planning = useReplacePlan(request, isChosen ? noteIds : undefined);
  const fields = useMemo(() => fieldNames(types ?? []), [types]);
  const plan = planning.kind === 'plan' ? planning.plan : undefined;

  function doIt({ edits, occurrences }: ReplacePlan): void {
    props.onClose();
    const said = t`${plural(occurrences, '# place')} in ${plural(edits.length, '# note')}`;
    props.run({
      doing: t`Replacing ${said}`,
      said: t`${said} replaced.`,
      work: (watch) => engine.run('editNotes', edits, watch),
    });
  }

  return (
    <Confirm
      title={t`Find and replace`}
      doIt={
        plan && plan.edits.length > 0
          ? t`Replace in ${plural(plan.edits.length, '# note')}`
          : t`Replace`
      }
      isDisabled={!plan || plan.edits.length === 0}
      wide
      onDo={() => plan && doIt(plan)}
      onClose={props.onClose}
    >
      <div className="field-grid">
        <TextField name={t`Find`} isFirst value={find} onChange={setFind} />
        <TextField name={t`Replace with`} value={replaceWith} onChange={setReplaceWith} />
        <Choice
          name={t`In the field`}
          value={fieldId}
          choices={{ [EVERY_FIELD]: 'any', ...fields }}
          onChange={setFieldId}
        />
        {noteIds.length > 0 && (
          <Choice<'chosen' | 'all'>
            name={t`Of`}
            value={isChosen ? 'chosen' : 'all'}
            choices={{
              chosen: t`the ${plural(noteIds.length, '# chosen note')}`,
              all: t`all notes`,
            }}
            onChange={(value) => setChosen(value === 'chosen')}
          />
        )}
      </div>
      <div className="checks">
        <Check name={t`Match case`} isOn={matchCase} onChange={setMatchCase} />
        <Check name={t`Regular expression`} isOn={isRegex} onChange={setRegex} />
        <Check name={t`In the HTML, as it is written`} isOn={inHtml} onChange={setInHtml} />
      </div>
      {inHtml && (
        <p className="soft small">{t`Tags, marks of deletions, formulas and names of media are changed too.`}</p>
      )}
      {isRegex && (
        <p className="soft small">{t`In the replacement $1 is what the first ( ) found, $$ a dollar.`}</p>
      )}
      <Outcome planning={planning} fields={fields} />
    </Confirm>
  );
}

function Outcome(props: {
  readonly planning: Planning;
  readonly fields: Readonly<Record<string, string>>;
}) {
  const { planning } = props;
  switch (planning.kind) {
    case 'none':
      return <p className="soft">{t`Every change is shown here before it is done.`}</p>;
    case 'busy':
      return (
        <p className="soft number" role="status">
          {phrase`Looking… ${planning.looked > 0 && plural(planning.looked, '# note')}`}
        </p>
      );
    case 'problem':
      return <ProblemNote problem={planning.problem} />;
    case 'plan':
      return <ReplaceSamples plan={planning.plan} fields={props.fields} />;
  }
}

function Check(props: {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.name}
    </label>
  );
}

/** Each field once, by id; one that other types have under another name is named with its type. */
function fieldNames(types: readonly NoteType[]): Record<string, string> {
  const names: Record<string, string> = {};
  const taken = new Set<string>();
  for (const type of types) {
    for (const { id, name } of type.fields) {
      if (id in names) continue;
      names[id] = taken.has(name) ? `${named(name)} (${named(type.name)})` : name;
      taken.add(name);
    }
  }
  return names;
}
