import { isSameName, keyOfName, speltAs } from '../../../domain/text/same-name.ts';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { partsOf, pathFrom } from '../../../kernel/path.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../list/use-first.tsx';
import { Combobox } from '../combobox/combobox.tsx';
import './forms.css';

const MOST_OFFERED = 8;
/** As Chinese and Japanese keyboards write it, too. */
const COMMA = /[,，、]/;

/**
 * Tags as words that can be taken off, and a field that completes the ones in use. Enter, Tab, Escape,
 * a comma or a space takes what is typed, and so does Ctrl+Enter, which is the form's; Backspace in
 * the empty field takes the last tag off. A space goes on where a tag in use does, and between quotes.
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
  const { first, more } = useFirst(tags, (n) => plural(n, '# more tag'));
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
    const parted = named.flatMap((each) => tagsWritten(each, known));
    const all = withTags(tags, parted, known);
    if (all.length > tags.length) props.onTags(all);
    setText('');
  }
  function onText(typed: string): void {
    // Of a list that was pasted all but its last tag are taken at once.
    const { tags: ended, rest } = tagsTyped(typed, known);
    if (ended.length > 0) {
      const all = withTags(tags, ended, known);
      if (all.length > tags.length) props.onTags(all);
    }
    setText(rest);
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
    else if (event.key === 'Escape' && text !== '') take(text);
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
        name={t`Tags`}
        listName={t`Tags in use`}
        className="tags-box"
        placeholder={tags.length === 0 ? t`MS::Therapy` : ''}
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
            aria-label={t`Take off the tag ${tag}`}
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

/** What is typed and not ended, as tags. */
export function tagsWritten(typed: string, known: readonly string[]): string[] {
  if (known.some((tag) => isSameName(tag, typed))) return [typed];
  const { tags, rest } = tagsTyped(typed, known);
  return [...tags, rest.replace(/^"/, '')];
}

/**
 * The tags that are ended in `typed`, by a comma or a space, and what is left to go on with. A space
 * belongs to a tag between quotes, in a list with commas, and where a tag in use begins with it and
 * what is before it.
 */
export function tagsTyped(
  typed: string,
  known: readonly string[],
): { readonly tags: string[]; readonly rest: string } {
  // A list with commas has tags of several words between them.
  const isList = COMMA.test(typed.replace(/"[^"]*"?/g, ''));
  const inUse = known.map(keyOfName);
  const tags: string[] = [];
  let rest = '';
  let isQuoted = false;
  for (const sign of typed) {
    if (sign === '"') {
      // The second one ends the tag: without its quotes a space in it would part it.
      if (isQuoted) {
        tags.push(rest);
        rest = '';
      }
      if (rest.trim() === '') isQuoted = !isQuoted;
    } else if (COMMA.test(sign) && !isQuoted) {
      tags.push(rest);
      rest = '';
    } else if (/\s/.test(sign) && !isQuoted && !isList) {
      const goesOn = `${keyOfName(rest)} `;
      // A path waits for its next part, as in 'Safety:: PML'.
      const isWithin =
        rest === '' || /:$/.test(rest) || inUse.some((tag) => tag.startsWith(goesOn));
      if (isWithin) rest += rest === '' ? '' : ' ';
      else {
        tags.push(rest);
        rest = '';
      }
    } else rest += sign;
  }
  return { tags: tags.filter((tag) => tag.trim() !== ''), rest: isQuoted ? `"${rest}` : rest };
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
  const wanted = keyOfName(text);
  if (wanted === '') return [];
  const has = new Set(taken.map(keyOfName));
  const free = known.filter((tag) => !has.has(keyOfName(tag)));
  const isStart = (key: string): boolean =>
    key.startsWith(wanted) || partsOf(key).some((part) => part.startsWith(wanted));
  const starts = free.filter((tag) => isStart(keyOfName(tag)));
  const others = free.filter((tag) => !starts.includes(tag) && keyOfName(tag).includes(wanted));
  return [...starts, ...others].slice(0, MOST_OFFERED);
}
