import { type RefObject, useId, useState } from 'react';
import type { Mode } from '../../domain/library/library.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import type { RunJob } from '../jobs/use-job.ts';
import {
  rememberSearch,
  setLibraryPreferences,
  useLibraryPreferences,
} from './library-preferences.ts';
import type { MenuGroup } from '../kit/menu/menu.tsx';
import { MenuButton } from '../kit/menu/menu-button.tsx';
import { meaningOf } from '../search/search-meaning-words.ts';
import { SearchField } from '../search/search-field.tsx';
import { SearchMeaning } from '../search/search-meaning.tsx';
import { NameDialog } from '../places/name-dialog.tsx';
import type { Listing } from './use-listing.ts';
import { named } from '../../kernel/named.ts';

const MOST_IN_MENU = 10;
const MODES: Readonly<Record<Mode, string>> = { cards: t`Cards`, notes: t`Notes` };

/** The search, what it means, and whether it lists cards or notes. */
export function LibraryHead(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** On to the table. */
  readonly onLeave: () => void;
  readonly onStudy: () => void;
  readonly onCram: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly listing: Listing;
  readonly vocabulary: Vocabulary;
  readonly run: RunJob;
}) {
  const { text, onText, listing } = props;
  const engine = useEngine();
  const { mode, recent } = useLibraryPreferences();
  const [isSaving, setSaving] = useState(false);
  const meaningId = useId();
  const isEmpty = text.trim() === '';
  const problem = listing.problem;
  const isTextWrong = problem?.offset !== undefined;

  const groups: MenuGroup[] = [
    {
      items: [
        { name: t`Save this search…`, isDisabled: isEmpty, onChoose: () => setSaving(true) },
        { name: t`Study what it finds`, onChoose: props.onStudy },
        { name: t`Cram what it finds`, onChoose: props.onCram },
      ],
    },
  ];
  if (recent.length > 0) {
    const items = recent.slice(0, MOST_IN_MENU).map((each) => ({
      name: each,
      onChoose: () => onText(each),
    }));
    groups.push({ name: t`Recent`, items });
    const forget = {
      name: t`Forget recent searches`,
      onChoose: () => setLibraryPreferences({ recent: [] }),
    };
    groups.push({ items: [forget] });
  }

  return (
    <>
      <div className="library-head">
        <SearchField
          text={text}
          onText={onText}
          onLeave={() => {
            rememberSearch(text);
            props.onLeave();
          }}
          vocabulary={props.vocabulary}
          recent={recent}
          isWrong={isTextWrong}
          describedBy={meaningId}
          input={props.input}
        />
        <MenuButton name={t`This search`} groups={groups}>{t`Searches`}</MenuButton>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons, no field to fill in */}
        <div className="segments" role="group" aria-label={t`List`}>
          {(['cards', 'notes'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="tool"
              aria-pressed={mode === each}
              onClick={() => setLibraryPreferences({ mode: each })}
            >
              {MODES[each]}
            </button>
          ))}
        </div>
      </div>
      <SearchMeaning
        id={meaningId}
        text={text}
        problem={problem}
        meaning={meaningOf(listing)}
        isBusy={listing.isBusy}
      />
      {isSaving && (
        <NameDialog
          title={t`Save this search`}
          doIt={t`Save`}
          help={t`Finds: ${text}`}
          onName={(name) =>
            props.run({
              doing: t`Saving the search`,
              said: t`“${named(name)}” is now in the side tree, under Saved searches.`,
              work: () => engine.run('saveSearch', { name, text }),
            })
          }
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
