import { Fragment } from 'react';
import { Link } from 'wouter';
import { t } from '../../kernel/texts.ts';
import { ACTIONS } from '../actions/registry.ts';
import { chordLabel } from '../kit/keys/chord.ts';
import { usePreferences } from '../preferences.ts';
import type { HelpBlock, HelpWord, HelpWords } from './help-page.ts';

/** A paragraph, list or table of a page. */
export function HelpBlockView({ block }: { readonly block: HelpBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List className="help-list">
          {block.items.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is written in a page stays in its place
            <li key={index}>
              <Words words={words} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <HelpTable {...block} />;
    case 'code':
      return <pre>{block.text}</pre>;
  }
}

function HelpTable({ head, rows }: Extract<HelpBlock, { kind: 'table' }>) {
  return (
    <table className="help-table" data-columns={head.length}>
      <thead>
        <tr>
          {head.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <th key={index} scope="col">
              <Words words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={index}>
            {row.map((words, at) => {
              const Cell = at === 0 ? 'th' : 'td';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Cell key={at} {...(at === 0 && { scope: 'row' })}>
                  <Words words={words} />
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ words }: { readonly words: HelpWords }) {
  return words.map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={index}>
      <OneWord word={word} />
    </Fragment>
  ));
}

function OneWord({ word }: { readonly word: HelpWord }) {
  if (typeof word === 'string') return word;
  switch (word.kind) {
    case 'strong':
      return (
        <strong>
          <Words words={word.words} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Words words={word.words} />
        </em>
      );
    case 'code':
      return <code>{word.text}</code>;
    case 'key':
      return <KeyAsSet label={word.label} />;
    case 'keys':
      return (
        <span className="for-keyboards">
          <Words words={word.words} />
        </span>
      );
    case 'link':
      return (
        <Link href={word.to}>
          <Words words={word.words} />
        </Link>
      );
  }
}

/** A key by the name it has without changes, shown as this person has it on this system (HELP-5). */
function KeyAsSet({ label }: { readonly label: string }) {
  const { keymap } = usePreferences();
  const named = ACTIONS.flatMap(({ id, keys }) =>
    ('other' in keys ? keys.other : keys).map((chord, place) => ({ id, chord, place })),
  ).find(({ chord }) => chordLabel(chord, false) === label);
  // A key of a field or a dialog, which cannot be changed.
  if (!named) return <kbd>{chordLabel(label.toLowerCase().replace('ctrl', 'mod'))}</kbd>;
  const chords = keymap[named.id];
  const chord = chords[named.place] ?? chords[0];
  if (chord === undefined) return <span className="soft">{t`no key`}</span>;
  return <kbd>{chordLabel(chord)}</kbd>;
}
