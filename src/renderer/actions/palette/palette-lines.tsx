import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { named } from '../../../kernel/named.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Combobox } from '../../kit/combobox/combobox.tsx';
import { placeAfter } from '../../kit/combobox/option-list.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { inAddress } from '../../kit/text/in-address.ts';
import { useQuery } from '../../live.ts';
import { usePreferences } from '../../preferences.ts';
import type { SheetContent } from '../sheet/find-sheet.tsx';
import { asksForPalette, atHand, perform } from '../use-at-hand.ts';
import { type Entry, entriesOf, searchEntry, type WaysToDo } from './entries.ts';
import { findable, findEntries } from './find-entries.ts';
import './palette.css';

/** More are not listed: a few letters find any of them. */
const MOST_LISTED = 100;

/** The field of the palette, and what its words find: Enter does what is chosen (KEYS-8). */
export function PaletteLines(props: SheetContent) {
  const { typed, onClose } = props;
  const { keymap } = usePreferences();
  const decks = useQuery('decks');
  const searches = useQuery('savedSearches');
  const ways = useWays();
  // What is at hand lies below the dialog and stays as it is while this is open.
  const [at] = useState(atHand);
  const all = useMemo(
    () =>
      entriesOf(at, keymap, { decks: decks ?? [], searches: searches ?? [] }, ways).map(findable),
    [at, keymap, decks, searches, ways],
  );
  const wanted = typed.trim();
  const found = useMemo(() => findEntries(all, wanted), [all, wanted]);
  const listed = found.slice(0, MOST_LISTED);
  if (wanted !== '') listed.push(searchEntry(wanted, ways));
  const [chosen, setChosen] = useState({ of: '', place: 0 });
  const place = chosen.of === typed ? Math.min(chosen.place, listed.length - 1) : 0;
  const field = useRef<HTMLInputElement>(null);
  const choose = useWhenGone(onClose);
  // Where it came after the dialog, it stands in the place of the field there.
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const next = placeAfter(event.key, place, listed.length);
    if (next !== undefined) setChosen({ of: typed, place: next });
    else if (event.key === 'Enter') choose(listed[place]);
    else if (asksForPalette(event.nativeEvent)) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div className="palette">
      <Combobox
        name={t`What to do`}
        isNameHidden
        listName={t`What can be done`}
        list="standing"
        isFirst
        placeholder={t`An action, a place, a deck`}
        text={typed}
        onText={props.onTyped}
        options={listed}
        at={place}
        onTake={choose}
        onKeyDown={onKeyDown}
        field={field}
      />
      <p
        className={found.length > 0 && found.length <= MOST_LISTED ? 'hidden-text' : 'small soft'}
        role="status"
      >
        {saidOf(found.length, wanted)}
      </p>
    </div>
  );
}

function saidOf(found: number, wanted: string): string {
  if (found === 0) {
    return t`Nothing is called “${named(wanted)}”. Try fewer letters, or another word for it: actions, places, decks, saved searches and the parts of the settings are found here; cards are in the library.`;
  }
  if (found > MOST_LISTED) {
    return t`The first ${MOST_LISTED} of ${thousands(found)}: a few letters find the others.`;
  }
  return wanted === '' ? '' : plural(found, '# line');
}

/** Does what was chosen once the dialog is gone and the focus is back where it was. */
function useWhenGone(onClose: () => void): (entry: Entry | undefined) => void {
  const chosen = useRef<Entry>(undefined);
  useEffect(() => () => chosen.current?.does(), []);
  return (entry) => {
    if (!entry) return;
    chosen.current = entry;
    onClose();
  };
}

function useWays(): WaysToDo {
  const engine = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  return useMemo(
    () => ({
      perform,
      goTo,
      async study({ id }) {
        const begun = await engine.run('beginStudy', { deckId: id });
        if (!begun.ok) announce(begun.problem.what);
        else (atHand().showBegun ?? (() => goTo('/review')))();
      },
      search(text) {
        const { search = () => goTo(`/library?search=${inAddress(text)}`) } = atHand();
        search(text);
      },
    }),
    [engine, announce, goTo],
  );
}
