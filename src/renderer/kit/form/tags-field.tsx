import { speltAs } from '../../../domain/content/tags.ts';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { partsOf, pathFrom } from '../../../kernel/path.ts';
import { useFirst } from '../list/use-first.tsx';
import { Combobox } from '../combobox/combobox.tsx';
import './forms.css';

const MOST_OFFERED = 8;

/**
 * Tags as words that can be taken off, and a field that completes the ones in use. Enter, Tab or a
 * comma takes what is typed, and so does Ctrl+Enter, which is the form's; Backspace in the empty
 * field takes the last tag off.
 */
export function TagsField(props: {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
  readonly help?: string;
  /** Has the focus when a dialog opens. */
  readonly isFirst?: boolean;
  /** What is typed and not yet taken, for whom it counts too. */
  readonly onTyped?: (text: string) => void;
}) {
  const { tags, known } = props;
  const helpId = useId();
  const [text, setTextState] = useState('');
  const [at, setAt] = useState(-1);
  const { first, more } = useFirst(tags, 'tag');
  const offered = useMemo(
    () => completions(text, known, tags).map((tag) => ({ id: tag, name: tag })),
    [text, known, tags],
  );

  function setText(next: string): void {
    setTextState(next);
    setAt(-1);
    props.onTyped?.(next);
  }
  function take(...named: readonly string[]): void {
    const all = withTags(tags, named, known);
    if (all.length > tags.length) props.onTags(all);
    setText('');
  }
  function onText(typed: string): void {
    // A list that was pasted: all but its last word are taken at once.
    const words = typed.split(',');
    const last = words.pop() ?? '';
    if (words.length > 0) take(...words);
    setText(last);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const chosen = offered[at]?.name ?? text;
    if (event.key === 'ArrowDown' && offered.length > 0) setAt((at + 1) % offered.length);
    else if (event.key === 'ArrowUp' && offered.length > 0) {
      setAt((at <= 0 ? offered.length : at) - 1);
    } else if (event.key === 'Enter' && chosen.trim() !== '') {
      take(chosen);
      if (event.ctrlKey || event.metaKey) return;
    } else if (event.key === 'Tab' && !event.shiftKey && text.trim() !== '') take(chosen);
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Backspace' && text === '') {
      props.onTags(tags.slice(0, -1));
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="field">
      <Combobox
        name="Tags"
        listName="Tags in use"
        className="tags-box"
        placeholder={tags.length === 0 ? 'MS::Therapy' : ''}
        isFirst={props.isFirst}
        describedBy={props.help === undefined ? undefined : helpId}
        text={text}
        onText={onText}
        options={offered}
        at={at}
        onTake={({ name }) => take(name)}
        onKeyDown={onKeyDown}
        onBlur={() => take(text)}
        before={first.map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag"
            aria-label={`Take off the tag ${tag}`}
            onClick={() => props.onTags(tags.filter((each) => each !== tag))}
          >
            {tag} <span aria-hidden="true">×</span>
          </button>
        ))}
      />
      {more}
      {props.help !== undefined && (
        <span id={helpId} className="small soft">
          {props.help}
        </span>
      )}
    </div>
  );
}

/** `tags` and what else is named in `more`, spelt as in `known`, each once, empty ones left out. */
export function withTags(
  tags: readonly string[],
  more: readonly string[],
  known: readonly string[] = [],
): string[] {
  const named = more.map(pathFrom).filter((tag) => tag !== '');
  return speltAs([...tags, ...named], [...tags, ...known]);
}

/** Tags in use that continue what is typed, at the start of a part first. */
function completions(
  text: string,
  known: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const free = known.filter((tag) => !taken.includes(tag));
  const starts = free.filter(
    (tag) =>
      partsOf(tag.toLowerCase()).some((part) => part.startsWith(wanted)) ||
      tag.toLowerCase().startsWith(wanted),
  );
  const others = free.filter((tag) => !starts.includes(tag) && tag.toLowerCase().includes(wanted));
  return [...starts, ...others].slice(0, MOST_OFFERED);
}
