import type { ReactNode } from 'react';
import type { ImportChoices, ImportLook } from '../../../engine/import/import-look.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { ChangedNotes } from './changed-notes.tsx';
import { Conflicts } from './conflicts.tsx';
import { DecksToTake } from './deck-choice.tsx';
import {
  KIND_IN_WORDS,
  contentInWords,
  importInWords,
  isAllHere,
  outcomeLines,
} from '../import-words.ts';
import { Problems } from '../problems.tsx';
import { TableChoice } from './table-choice.tsx';

/** What a file would bring, what can be chosen, and what would come of it as it is chosen (ANKI-36). */
export function ImportChoosing(props: {
  readonly look: ImportLook;
  readonly choices: ImportChoices;
  readonly isLooking: boolean;
  readonly onChoose: (choices: ImportChoices, isLookedAt?: boolean) => void;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}) {
  const { look, choices, isLooking, onChoose } = props;
  const { notes } = look;
  const areSomeHere = notes.updated + notes.unchanged + notes.inConflict > 0;
  const change = (changed: Partial<ImportChoices>): void => onChoose({ ...choices, ...changed });

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onImport();
      }}
    >
      <p className="import-content number">
        {KIND_IN_WORDS[look.kind]}: {contentInWords(look)}.
      </p>
      {look.table && choices.table && (
        <TableChoice
          table={choices.table}
          rows={look.table.rows}
          isLooking={isLooking}
          onChange={(table) => change({ table })}
        />
      )}
      <section
        className="import-outcome"
        aria-labelledby="import-outcome"
        aria-busy={isLooking}
        data-stale={isLooking || undefined}
      >
        <h2 id="import-outcome">{t`What will happen`}</h2>
        <div role="status">
          {isLooking ? (
            <p className="hidden-text">{t`Looking again…`}</p>
          ) : (
            isAllHere(look) && <p>{t`Everything in this file is here already.`}</p>
          )}
          <ul className="import-lines">
            {outcomeLines(look, choices).map(({ number, what }) => (
              <li key={what}>
                <span className="number">{thousands(number)}</span> {what}
              </li>
            ))}
          </ul>
        </div>
        {notes.deleted > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={choices.bringBackDeleted}
              onChange={({ target }) => change({ bringBackDeleted: target.checked })}
            />
            {t`Bring back what was deleted here (${plural(notes.deleted, '# note')})`}
          </label>
        )}
        <ChangedNotes notes={look.updated} of={notes.updated} />
      </section>
      {look.decks.length > 1 && (
        <DecksToTake
          decks={look.decks}
          chosen={choices.decks}
          onChange={(decks) => change({ decks })}
        />
      )}
      {look.hasSchedule && (
        <Question title={t`Dates and memory`}>
          <Option
            name={t`With them`}
            meaning={t`Each card is due when it is due there, with its memory and every answer given so far.`}
            value={choices.withSchedule}
            of={true}
            onChange={() => change({ withSchedule: true })}
          />
          <Option
            name={t`Without: every card is new`}
            meaning={t`For a deck that somebody else has studied.`}
            value={choices.withSchedule}
            of={false}
            onChange={() => change({ withSchedule: false })}
          />
        </Question>
      )}
      {areSomeHere && (
        <Question title={t`Notes that are here already`}>
          {EXISTING.map(([value, name, meaning]) => (
            <Option
              key={value}
              name={name}
              meaning={meaning}
              value={choices.existing}
              of={value}
              onChange={() => change({ existing: value, perNote: {} })}
            />
          ))}
        </Question>
      )}
      {look.conflicts.length > 0 && choices.existing === 'merge' && (
        <Conflicts
          notes={look.conflicts}
          of={notes.inConflict}
          choices={choices}
          onChange={(decided) => onChoose({ ...choices, ...decided }, false)}
        />
      )}
      <Problems scripts={look.scripts} problems={look.problems} />
      <div className="import-actions">
        <button type="submit" className="primary number">
          {importInWords(look, choices)}
        </button>
        <button type="button" className="quiet" onClick={props.onLeave}>{t`Cancel`}</button>
        <span className="soft small">{t`One step: Undo takes all of it back.`}</span>
      </div>
    </form>
  );
}

function Question(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="radios radios-tall import-question">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}

function Option<Value>(props: {
  readonly name: string;
  readonly meaning: string;
  readonly value: Value;
  readonly of: Value;
  readonly onChange: () => void;
}) {
  return (
    <label>
      <input type="radio" checked={props.value === props.of} onChange={props.onChange} />
      <span>
        {props.name}
        <br />
        <span className="soft small">{props.meaning}</span>
      </span>
    </label>
  );
}

const EXISTING = [
  [
    'merge',
    t`Merge`,
    t`What you changed stays, what the file changed comes. Where both did, you decide below.`,
  ],
  ['keep', t`Leave mine as they are`, t`Only what is not here yet comes.`],
  [
    'replace',
    t`Take the file’s text`,
    t`What you changed in these notes is written over. Their dates and answers stay.`,
  ],
] as const;
