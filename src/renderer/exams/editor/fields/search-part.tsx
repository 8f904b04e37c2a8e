import { useId, useRef, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { phrase } from '../../../kit/text/phrase.ts';
import { meaningOf } from '../../../search/search-meaning-words.ts';
import { SearchField } from '../../../search/search-field.tsx';
import { SearchMeaning } from '../../../search/search-meaning.tsx';
import { NEWEST_FIRST, useFinding } from '../../../search/use-finding.ts';
import { NO_VOCABULARY } from '../../../search/use-overview.ts';
import { useVocabulary } from '../../../search/use-vocabulary.ts';

/**
 * Cards that a search finds, besides those of decks and sections: out of sight until wanted, and until
 * then the library's index is not asked for.
 */
export function SearchPart(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { text } = props;
  const isUsed = useRef(text !== '').current;
  const [isOpen, setOpen] = useState(isUsed);
  return (
    <details
      className="fold"
      open={isUsed}
      onToggle={(event) => event.currentTarget.open && setOpen(true)}
    >
      <summary>
        {phrase`And what a search finds${text.trim() !== '' && <span className="soft">: {text}</span>}`}
      </summary>
      {isOpen && <Search {...props} />}
    </details>
  );
}

function Search(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const { text, onText } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const vocabulary = useVocabulary();
  const { found, problem, isBusy } = useFinding({ text, mode: 'cards', sort: NEWEST_FIRST });
  const isEmpty = text.trim() === '';
  const meaning = isEmpty
    ? t`Added to the decks and sections above; empty for nothing more.`
    : meaningOf({ found, isFirst: false });
  return (
    <div className="search-part">
      <SearchField
        name={t`Search for more cards`}
        text={text}
        onText={onText}
        onLeave={() => {}}
        vocabulary={vocabulary ?? NO_VOCABULARY}
        recent={[]}
        isWrong={!isEmpty && problem?.offset !== undefined}
        describedBy={id}
        input={input}
      />
      <SearchMeaning
        id={id}
        text={text}
        problem={isEmpty ? undefined : problem}
        meaning={meaning}
        isBusy={isBusy}
      />
    </div>
  );
}
