import { MOST_IN_A_LIST, Select } from './select.tsx';
import { type ReactNode, useId, useState } from 'react';
import { writtenNumber } from '../text/written-number.ts';

/** A label, a control and a word of help, tied together for screen readers. */
function Field(props: {
  readonly name: string;
  readonly help?: string | undefined;
  readonly children: (id: string, help: string | undefined) => ReactNode;
}) {
  const id = useId();
  const help = props.help === undefined ? undefined : `${id}-help`;
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      {props.children(id, help)}
      {props.help && (
        <span id={help} className="small soft">
          {props.help}
        </span>
      )}
    </div>
  );
}

export function TextField(props: {
  readonly name: string;
  readonly help?: string | undefined;
  readonly value: string;
  readonly isNumber?: boolean;
  /** Has the focus when a dialog opens. */
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field name={props.name} help={props.help}>
      {(id, help) => (
        <input
          id={id}
          data-first={props.isFirst || undefined}
          aria-describedby={help}
          className={props.isNumber ? 'number' : undefined}
          inputMode={props.isNumber ? 'numeric' : undefined}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/**
 * A number; NaN while the field is empty or no number. What is written stays as long as it says the
 * value: of '0.5' or '-1' that lost its beginning on the way, 5 or 1 would be left.
 */
export function NumberField(props: {
  readonly name: string;
  readonly help?: string;
  readonly value: number;
  readonly isFirst?: boolean;
  readonly onChange: (value: number) => void;
}) {
  const { value, onChange, ...field } = props;
  const [written, setWritten] = useState('');
  return (
    <TextField
      {...field}
      isNumber
      value={Object.is(writtenNumber(written), value) ? written : shownNumber(value)}
      onChange={(text) => {
        setWritten(text);
        onChange(writtenNumber(text));
      }}
    />
  );
}

function shownNumber(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** One of a few, each with its words; of many where they follow from the collection. */
export function Choice<Value extends string>(props: {
  readonly name: string;
  readonly help?: string;
  readonly value: Value;
  readonly choices: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}) {
  const ids = Object.keys(props.choices) as Value[];
  if (ids.length > MOST_IN_A_LIST) {
    const options = ids.map((id) => ({ id, name: props.choices[id] }));
    const { name, value } = props;
    const onChange = (id: string): void => props.onChange(id as Value);
    return <Select name={name} value={value} options={options} onChange={onChange} />;
  }
  return (
    <Field name={props.name} help={props.help}>
      {(id, help) => (
        <select
          id={id}
          aria-describedby={help}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value as Value)}
        >
          {ids.map((value) => (
            <option key={value} value={value}>
              {props.choices[value]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
