import { useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { TextField } from '../kit/form/fields.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { pathFrom } from '../../kernel/path.ts';

/** Asks for a name, or for a path whose parts are joined by '::'. */
export function NameDialog(props: {
  readonly title: string;
  readonly doIt: string;
  readonly help?: string;
  readonly name?: string;
  /** What the name would lead to, where that is not what one expects. */
  readonly warns?: (name: string) => string | undefined;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(props.name ?? '');
  const path = pathFrom(name);
  return (
    <Confirm
      title={props.title}
      doIt={props.doIt}
      isDisabled={path === '' || path === props.name}
      onDo={() => {
        props.onClose();
        props.onName(path);
      }}
      onClose={props.onClose}
    >
      <TextField
        name={t`Name`}
        isFirst
        value={name}
        onChange={setName}
        {...(props.help === undefined ? {} : { help: props.help })}
      />
      {props.warns && (
        <p className="small" role="status">
          {props.warns(path)}
        </p>
      )}
    </Confirm>
  );
}
