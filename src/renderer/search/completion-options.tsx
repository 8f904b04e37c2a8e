import { useEffect, useRef } from 'react';
import type { Completion } from '../../domain/search/complete.ts';
import type { CompletionList } from './use-completion.ts';

/** The list under the search field. The field keeps the focus. */
export function CompletionOptions(props: {
  readonly id: string;
  readonly list: CompletionList;
  readonly onTake: (option: Completion) => void;
}) {
  const { id, list } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { chosen } = list;
  useEffect(() => {
    ref.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={list.kind === 'recent' ? 'Recent searches' : 'Ways to go on'}
      className="completions"
      hidden={list.options.length === 0}
    >
      {list.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={`${option.text} ${option.what}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className="completion"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(option)}
        >
          <span className="completion-text">{option.text}</span>
          <span className="small soft">{option.what}</span>
        </div>
      ))}
    </div>
  );
}
