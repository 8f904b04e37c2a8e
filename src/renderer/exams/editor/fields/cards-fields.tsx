import { useMemo, useState } from 'react';
import type { Deck } from '../../../../domain/collection/deck.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useFirst } from '../../../kit/list/use-first.tsx';
import { type CardGroup, cardGroups, choiceAmong, withGroup } from '../card-groups.ts';
import type { ExamDraft } from '../exam-draft.ts';
import { SearchPart } from './search-part.tsx';
import { useCardsByGroup } from '../use-cards-by-group.ts';
import { keyOfName } from '../../../../domain/text/same-name.ts';
import { shownPath } from '../../../../kernel/path.ts';
import { named } from '../../../../kernel/named.ts';

/** From so many on, a field helps to find one. */
const MANY = 12;
/** So many stand in the list without scrolling. */
const IN_SIGHT = 7;
/** More are not listed: a few letters find any of them. */
const MOST_LISTED = 100;

/** Which cards the exam is about: decks, sections and what a search finds. */
export function CardsFields(props: {
  readonly draft: ExamDraft;
  readonly decks: readonly Deck[];
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, decks, onChange } = props;
  const counts = useCardsByGroup();
  const [typed, setTyped] = useState('');
  // As it was when the form opened: what is ticked since stays where it was ticked.
  const [atFirst] = useState({ deckIds: draft.deckIds, sections: draft.sections });
  const groups = useMemo(() => cardGroups(decks, counts), [decks, counts]);
  const wanted = typed.trim().toLowerCase();
  const found = wanted ? groups.filter(({ path }) => path.toLowerCase().includes(wanted)) : groups;
  const chosen = useMemo(
    () => choiceAmong(groups, { deckIds: draft.deckIds, sections: draft.sections }),
    [groups, draft.deckIds, draft.sections],
  );
  // What is chosen is in sight, as far as there is room for it.
  const isFound = new Set(found);
  const listed = [
    ...new Set([
      ...found.slice(0, MOST_LISTED),
      ...groups.filter((each) => isFound.has(each) && chosen.itself(each)).slice(0, MOST_LISTED),
    ]),
  ];
  const chosenFirst = useMemo(() => {
    const before = choiceAmong(groups, atFirst);
    return new Set(groups.length > IN_SIGHT ? groups.filter(before.itself) : []);
  }, [groups, atFirst]);
  const sections = new Set(
    groups.flatMap(({ kind, path }) => (kind === 'section' ? [keyOfName(path)] : [])),
  );
  const missing = useFirst(
    draft.sections.filter((path) => !sections.has(keyOfName(path))),
    (n) => plural(n, '# more section'),
  );

  const row = (group: CardGroup) => {
    const isWithin = chosen.within(group);
    const isAlone = wanted !== '' || chosenFirst.has(group);
    return (
      <label
        key={`${group.kind} ${group.path}`}
        className="card-group"
        style={{ paddingInlineStart: `${0.6 + (isAlone ? 0 : group.depth) * 1.4}rem` }}
      >
        <input
          type="checkbox"
          checked={isWithin || chosen.itself(group)}
          disabled={isWithin}
          onChange={(event) => onChange(withGroup(draft, group, event.target.checked))}
        />
        <span className="card-group-name">{isAlone ? shownPath(group.path) : group.label}</span>
        <span className="soft number small">
          {group.cards === undefined ? '' : plural(group.cards, '# card')}
        </span>
      </label>
    );
  };

  const rowsOf = (kind: CardGroup['kind']) =>
    listed.filter((each) => each.kind === kind && !chosenFirst.has(each)).map(row);

  return (
    <fieldset className="plain-fieldset">
      <legend>{t`Which cards`}</legend>
      {groups.length > MANY && (
        <input
          aria-label={t`Find a deck or section`}
          placeholder={t`Find a deck or section`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="card-groups">
        <GroupList
          name={t`Chosen`}
          rows={listed.filter((each) => chosenFirst.has(each)).map(row)}
        />
        <GroupList name={t`Decks`} rows={rowsOf('deck')} />
        <GroupList name={t`Sections`} rows={rowsOf('section')} />
        {listed.length === 0 && <p className="small soft">{t`Nothing is called that.`}</p>}
        {found.length > listed.length && (
          <p className="small soft">
            {t`${plural(found.length - listed.length, '# more', '# more')}: a few letters find any of them.`}
          </p>
        )}
      </div>
      {missing.first.map((path) => (
        <label key={path} className="card-group">
          <input
            type="checkbox"
            checked
            onChange={() =>
              onChange({ sections: draft.sections.filter((section) => section !== path) })
            }
          />
          <span className="card-group-name">
            {named(shownPath(path))} <span className="soft">{t`(no longer in any deck)`}</span>
          </span>
        </label>
      ))}
      {missing.more}
      <SearchPart text={draft.search} onText={(search) => onChange({ search })} />
    </fieldset>
  );
}

function GroupList(props: { readonly name: string; readonly rows: readonly React.ReactNode[] }) {
  if (props.rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read twice
    <div role="group" aria-label={props.name}>
      <p className="small soft card-groups-head" aria-hidden="true">
        {props.name}
      </p>
      {props.rows}
    </div>
  );
}
