import { type KeyboardEvent, useId, useState } from 'react';
import { sectionPath } from '../../../../domain/deck-text/names.ts';

const MOST_OFFERED = 8;

/**
 * Tags as words that can be taken off, and a field that completes the ones in use. Enter, Tab or a
 * comma takes what is typed, and so does Ctrl+Enter, which is the form's; Backspace in the empty
 * field takes the last tag off.
 */
export function TagsField(props: {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const offered = completions(text, props.known, props.tags);
  const isOpen = offered.length > 0;

  function take(tag: string): void {
    const path = sectionPath(tag);
    if (path !== '' && !props.tags.includes(path)) props.onChange([...props.tags, path]);
    setText('');
    setActive(-1);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const chosen = offered[active] ?? text;
    if (event.key === 'ArrowDown' && isOpen) setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp' && isOpen) {
      setActive((active <= 0 ? offered.length : active) - 1);
    } else if (event.key === 'Enter' && chosen !== '') {
      take(chosen);
      if (event.ctrlKey || event.metaKey) return;
    } else if (event.key === ',' && text.trim() !== '') take(text);
    else if (event.key === 'Tab' && !event.shiftKey && text.trim() !== '') take(chosen);
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Backspace' && text === '') {
      props.onChange(props.tags.slice(0, -1));
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="field tags-field">
      <label htmlFor={id}>Tags</label>
      <div className="tags-box">
        {props.tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag"
            aria-label={`Take off the tag ${tag}`}
            onClick={() => props.onChange(props.tags.filter((each) => each !== tag))}
          >
            {tag} <span aria-hidden="true">×</span>
          </button>
        ))}
        <input
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          placeholder={props.tags.length === 0 ? 'MS::Therapy' : ''}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => take(text)}
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Tags in use"
        hidden={!isOpen}
        className="tag-options"
      >
        {offered.map((tag, index) => (
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              take(tag);
            }}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  );
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
      tag
        .toLowerCase()
        .split('::')
        .some((part) => part.startsWith(wanted)) || tag.toLowerCase().startsWith(wanted),
  );
  const others = free.filter((tag) => !starts.includes(tag) && tag.toLowerCase().includes(wanted));
  return [...starts, ...others].slice(0, MOST_OFFERED);
}
