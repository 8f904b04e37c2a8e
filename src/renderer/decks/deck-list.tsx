import { Link } from 'wouter';
import { useMemo, useState } from 'react';
import type { Deck } from '../../domain/collection/deck.ts';
import type { LeftOut } from '../../domain/content/draft-text.ts';
import type { DeckFile } from '../../engine/deck-file.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { EVERYTHING, type Exportable } from '../export/export-words.ts';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { DialogPart } from '../kit/dialog/dialog-part.tsx';
import { Scrolled } from '../kit/list/scrolled.tsx';
import { useFirst } from '../kit/list/use-first.tsx';
import { useEngine } from '../engine.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useAtHand } from '../actions/use-at-hand.ts';
import { JobLine } from '../jobs/job-line.tsx';
import { useJob } from '../jobs/use-job.ts';
import { shownPath } from '../../kernel/path.ts';
import { MenuButton } from '../kit/menu/menu-button.tsx';
import type { DeckAsked } from './asked-of-deck.tsx';
import { deckMenu } from './deck-menu.ts';
import { named } from '../../kernel/named.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

const AskedOfDeck = comesLater(async () => (await import('./asked-of-deck.tsx')).AskedOfDeck);
const ExportDialog = comesLater(
  async () => (await import('../export/export-dialog.tsx')).ExportDialog,
);

/** The decks at hand, each with all that can be done to it; saved as a file, it can be loaded again. */
export function DeckList() {
  const engine = useEngine();
  const announce = useAnnounce();
  const decks = useQuery('decks');
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState<{ readonly deck: Deck; readonly file: DeckFile }>();
  const [exported, setExported] = useState<Deck>();
  const [dialog, setDialog] = useState<DeckAsked>();
  const inOrder = useMemo(
    () => [...(decks ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [decks],
  );
  const { first, more } = useFirst(inOrder, (n) => plural(n, '# more deck'));
  const job = useJob(() => undefined);
  useAtHand({ undo: job.undo, redo: job.redo });
  if (!decks) return null;

  async function ask(deck: Deck): Promise<void> {
    const file = await engine.ask('deckFile', { deckId: deck.id });
    setProblem(file.ok ? undefined : file.problem);
    if (!file.ok) return;
    if (file.value.left.length > 0) setAsked({ deck, file: file.value });
    else await save(deck);
  }
  async function save(deck: Deck): Promise<void> {
    setAsked(undefined);
    const saved = await engine.run('saveDeck', deck);
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok && saved.value.isSaved) announce(t`Saved. Edit the file, then load it here.`);
  }

  return (
    <section className="deck-rows" aria-labelledby="deck-list">
      <div className="deck-rows-head">
        <h2 id="deck-list">{t`Your decks`}</h2>
        <button
          type="button"
          onClick={() => setDialog({ action: 'new', path: '' })}
        >{t`New deck…`}</button>
      </div>
      <JobLine state={job.state} onStop={job.stop} onUndo={job.undo} onDismiss={job.dismiss} />
      {decks.length === 0 && <p className="soft">{t`None yet.`}</p>}
      <ul>
        {first.map((deck) => (
          <li key={deck.id}>
            <div>
              <p className="long-words">{named(shownPath(deck.name))}</p>
              {deck.source !== '' && <p className="small soft">{deck.source}</p>}
            </div>
            <MenuButton
              isSign
              isAtRight
              name={t`Actions for ${named(deck.name)}`}
              groups={deckMenu(deck, {
                ask: setDialog,
                save: () => void ask(deck),
                export: () => setExported(deck),
              })}
            >
              ⋯
            </MenuButton>
          </li>
        ))}
      </ul>
      {more}
      {dialog && (
        <DialogPart>
          <AskedOfDeck
            asked={dialog}
            decks={decks}
            run={job.run}
            onClose={() => setDialog(undefined)}
          />
        </DialogPart>
      )}
      {asked && (
        <BeforeSaving
          deck={asked.deck}
          file={asked.file}
          onSave={() => void save(asked.deck)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {exported && (
        <DialogPart>
          <ExportDialog of={exportables(exported)} onClose={() => setExported(undefined)} />
        </DialogPart>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

function exportables({ id, name }: Deck): readonly Exportable[] {
  const deck = { kind: 'decks', deckIds: [id] } as const;
  const own = { what: deck, name: t`The deck “${named(name)}” and those in it`, called: name };
  return [own, EVERYTHING];
}

/** What a text file cannot hold, said before it is saved. */
function BeforeSaving(props: {
  readonly deck: Deck;
  readonly file: DeckFile;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const { deck, file } = props;
  const notes = file.drafts.length;
  const { first, more } = useFirst(file.left, (n) => plural(n, '# more note'));
  return (
    <Confirm
      title={t`Save “${deck.name}” as a file`}
      doIt={t`Save ${plural(notes, '# note')}`}
      isDisabled={notes === 0}
      onDo={props.onSave}
      onClose={props.onClose}
      wide
    >
      <p>{t`A text file holds ${notes === 0 ? t`none` : plural(notes, '# note')} of the ${plural(notes + file.left.length, '# note')}. Not in it:`}</p>
      <Scrolled className="left-out-scroll" name={t`Notes that are not in it`}>
        <ul className="left-out">
          {first.map(({ summary, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two notes may read alike, and none moves
            <li key={index} className="long-words">
              {summary === '' ? t`A note without words` : summary}{' '}
              <span className="small soft">{WHY[why]}</span>
            </li>
          ))}
        </ul>
      </Scrolled>
      {more}
      <p className="small soft">{phrase`They stay in Rounds as they are. To take everything along, pictures, note types and schedules included, save the whole collection as a file under ${begin(<Link href="/settings" />)}Settings${END}.`}</p>
    </Confirm>
  );
}

const WHY: Readonly<Record<LeftOut, string>> = {
  type: 'has a note type that only Rounds knows',
  media: t`has a picture, sound or film`,
  html: t`has HTML that text cannot say`,
  shape: 'would not come back as it is, as a card without a question',
};
