import { useId, useMemo, useRef, useState } from 'react';
import type { InsightsAsked } from '../../domain/statistics/insights.ts';
import type { StatisticsScope } from '../../domain/statistics/scope.ts';
import { named } from '../../kernel/named.ts';
import { shownPath } from '../../kernel/path.ts';
import { t } from '../../kernel/texts.ts';
import { Select } from '../kit/form/select.tsx';
import { useKnownTags, useQuery } from '../live.ts';
import { SearchField } from '../search/search-field.tsx';
import { NO_VOCABULARY, useOverview } from '../search/use-overview.ts';
import { PERIODS } from './address.ts';
import { Ways } from './page-part.tsx';

/** Which cards the page tells of, and of how long a time. */
export function ScopeBar(props: {
  readonly asked: InsightsAsked;
  readonly onAsked: (asked: InsightsAsked) => void;
}) {
  const { asked, onAsked } = props;
  const { scope, period } = asked;
  const decks = useQuery('decks');
  const sections = useKnownTags();
  const places = useMemo(
    () => [
      { id: 'all', name: t`All cards` },
      { id: 'search', name: t`What a search finds…` },
      ...(decks ?? [])
        .map(({ name }) => ({ id: `deck ${name}`, name: named(shownPath(name)), note: t`deck` }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      ...sections.map((path) => ({
        id: `section ${path}`,
        name: named(shownPath(path)),
        note: t`section`,
      })),
    ],
    [decks, sections],
  );
  const chosen = idOf(scope);
  // A deck or section of the address that is not there any more is named all the same.
  const options = places.some(({ id }) => id === chosen)
    ? places
    : [...places, { id: chosen, name: named(nameOf(scope)) }];
  return (
    <div className="insights-scope" data-unsaved>
      <div className="insights-choose">
        <Select
          name={t`Cards`}
          value={chosen}
          options={options.map(({ id, name }) => ({ id, name: withKind(id, name) }))}
          onChange={(id) => onAsked({ ...asked, scope: scopeOf(id) })}
        />
        <div className="field">
          <span aria-hidden="true">{t`Time`}</span>
          <Ways
            name={t`Time`}
            ways={PERIODS}
            way={period}
            onWay={(next) => onAsked({ ...asked, period: next })}
          />
        </div>
      </div>
      {scope.kind === 'search' && (
        <ScopeSearch
          text={scope.text}
          onText={(text) => onAsked({ ...asked, scope: { kind: 'search', text } })}
        />
      )}
    </div>
  );
}

function withKind(id: string, name: string): string {
  return id.startsWith('section ') ? `${name} (section)` : name;
}

function idOf(scope: StatisticsScope): string {
  if (scope.kind === 'all' || scope.kind === 'search') return scope.kind;
  return `${scope.kind} ${scope.path}`;
}

function nameOf(scope: StatisticsScope): string {
  return 'path' in scope ? shownPath(scope.path) : '';
}

function scopeOf(id: string): StatisticsScope {
  if (id === 'all') return { kind: 'all' };
  if (id === 'search') return { kind: 'search', text: '' };
  const [kind = '', ...rest] = id.split(' ');
  const path = rest.join(' ');
  return kind === 'deck' ? { kind: 'deck', path } : { kind: 'section', path };
}

/** A search of one's own; asked by Enter, so that no half-written one is. */
function ScopeSearch(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const [text, setText] = useState(props.text);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const overview = useOverview();
  return (
    <div className="insights-search">
      <SearchField
        name={t`Search for the cards to tell of`}
        text={text}
        onText={setText}
        onLeave={() => props.onText(text)}
        vocabulary={overview?.vocabulary ?? NO_VOCABULARY}
        recent={[]}
        isWrong={false}
        describedBy={id}
        input={input}
      />
      <p
        id={id}
        className="small soft"
      >{t`Enter shows what this finds; all cards while it is empty.`}</p>
    </div>
  );
}
