import { type KeyboardEvent, useId, useState } from 'react';

/**
 * Several tags: Enter or a comma takes what is typed, Backspace in the empty field takes the last
 * one off. What is typed and not yet taken counts too.
 */
export function TagPicker(props: {
  readonly name: string;
  readonly help: string;
  readonly known: readonly string[];
  readonly tags: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
}) {
  const { tags, typed } = props;
  const id = useId();
  const [listed, setListed] = useState(false);

  function onType(text: string): void {
    const parts = text.split(',');
    if (parts.length > 1) props.onTags(withTags(tags, parts.slice(0, -1)));
    props.onTyped(parts.at(-1) ?? '');
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      props.onTags(withTags(tags, [typed]));
      props.onTyped('');
    } else if (event.key === 'Backspace' && typed === '') {
      props.onTags(tags.slice(0, -1));
    }
  }

  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      {tags.length > 0 && (
        <ul className="tag-chips">
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-label={`Take ${tag} off the list`}
                onClick={() => props.onTags(tags.filter((each) => each !== tag))}
              >
                {tag} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        data-first
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        list={listed ? `${id}-known` : undefined}
        value={typed}
        onFocus={() => setListed(true)}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-known`}>
        {listed && props.known.slice(0, 2000).map((tag) => <option key={tag} value={tag} />)}
      </datalist>
      <span id={`${id}-help`} className="small soft">
        {props.help}
      </span>
    </div>
  );
}

/** `tags` and what else is named in `more`, each once, empty ones left out. */
export function withTags(tags: readonly string[], more: readonly string[]): string[] {
  const named = more.map((tag) => tag.trim()).filter((tag) => tag !== '');
  return [...new Set([...tags, ...named])];
}
