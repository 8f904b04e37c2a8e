import { useState } from 'react';
import type { NoteId } from '../../../kernel/ids.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { tagsWritten, TagsField, withTags } from '../../kit/form/tags-field.tsx';
import type { RunJob } from '../../jobs/use-job.ts';

/** Adds tags to the chosen notes, or takes tags off them. */
export function TagsDialog(props: {
  readonly kind: 'add' | 'remove';
  readonly noteIds: readonly NoteId[];
  readonly known: readonly string[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [tags, setTags] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const isAdding = props.kind === 'add';
  const all = withTags(tags, tagsWritten(typed, props.known), props.known);
  const notes = plural(props.noteIds.length, '# note');

  function doIt(): void {
    props.onClose();
    const named = plural(all.length, '# tag');
    const change = isAdding ? { add: all } : { remove: all };
    props.run({
      doing: isAdding ? t`Adding ${named}` : t`Taking ${named} off`,
      said: isAdding ? t`${named} added to ${notes}.` : t`${named} taken off ${notes}.`,
      work: (watch) => engine.run('tagNotes', props.noteIds, change, watch),
    });
  }

  return (
    <Confirm
      title={isAdding ? t`Add tags to ${notes}` : t`Take tags off ${notes}`}
      doIt={isAdding ? t`Add tags` : t`Take tags off`}
      isDisabled={all.length === 0}
      onDo={doIt}
      onClose={props.onClose}
    >
      <TagsField
        isFirst
        help={t`Enter or a comma after each. Parts of a path are joined by “::”, such as Safety::PML.`}
        known={props.known}
        tags={tags}
        onTags={setTags}
        onTyped={setTyped}
      />
    </Confirm>
  );
}
