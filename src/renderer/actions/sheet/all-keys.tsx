import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { chordLabel } from '../../kit/keys/chord.ts';
import { begin, END, phrase } from '../../kit/text/phrase.ts';
import { usePreferences } from '../../preferences.ts';
import { SECTIONS } from '../action.ts';
import type { Keymap } from '../keymap.ts';
import { KeyHint } from '../key-hint.tsx';
import { ACTIONS, type ActionId } from '../registry.ts';
import { perform } from '../use-at-hand.ts';
import type { SheetContent } from './find-sheet.tsx';
import './keys.css';

interface KeyRow {
  readonly section: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** All actions with their keys, by place; what is typed is in the name or among the keys (KEYS-7). */
export function AllKeys(props: SheetContent) {
  const rows = rowsOf(usePreferences().keymap).filter((row) => isWanted(row, props.typed));
  const field = useRef<HTMLInputElement>(null);
  // Where it came after the dialog, it stands in the place of the field there.
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <input
        ref={field}
        type="search"
        aria-label={t`Find an action or a key`}
        placeholder={t`Find an action or a key`}
        value={props.typed}
        onChange={({ target }) => props.onTyped(target.value)}
        data-first
      />
      <p className="hidden-text" role="status">
        {props.typed.trim() && plural(rows.length, '# row')}
      </p>
      <div className="key-sheet">
        {SECTIONS.map((section) => (
          <KeySection
            key={section}
            name={section}
            rows={rows.filter((row) => row.section === section)}
          />
        ))}
        {rows.length === 0 && <p>{t`No action and no key is called “${props.typed.trim()}”.`}</p>}
      </div>
      <p className="small soft">
        {phrase`Any key can be changed in ${begin(<Link href="/settings?at=keys" onClick={props.onClose} />)}Settings${END}. What has no key is found by its name: `}
        <button
          type="button"
          className="quiet"
          onClick={() => {
            props.onClose();
            perform('palette');
          }}
        >
          {phrase`Do anything ${<KeyHint action="palette" />}`}
        </button>
        {phrase`. What the words mean is in the ${begin(<Link href="/help/keys" onClick={props.onClose} />)}help${END}.`}
      </p>
    </>
  );
}

function KeySection(props: { readonly name: string; readonly rows: readonly KeyRow[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section aria-label={props.name}>
      <h3>{props.name}</h3>
      <dl>
        {props.rows.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {keys.length === 0 && <span className="soft small">{t`no key`}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One row an action, and one for all flags. */
function rowsOf(keymap: Keymap): readonly KeyRow[] {
  const labels = (id: ActionId) => keymap[id].map((chord) => chordLabel(chord));
  const flags = ACTIONS.filter(isFlag);
  return ACTIONS.flatMap((action) => {
    const { id, section, name } = action;
    if (!isFlag(action)) return [{ section, name, keys: labels(id) }];
    if (action !== flags[0]) return [];
    const [, ...colours] = FLAG_NAMES.map((each) => each.toLowerCase());
    const keys = shortened(flags.flatMap((flag) => labels(flag.id)));
    return [{ section, name: t`Flag ${colours.join(', ')}`, keys }];
  });
}

function isFlag({ id }: { readonly id: ActionId }): boolean {
  return id.startsWith('flag-');
}

/** 'Ctrl+1 … Ctrl+7' for what a row of digits does. */
function shortened(keys: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  const before = first.slice(0, -1);
  const isRun = keys.every((key, index) => key === `${before}${index + 1}`);
  return isRun && keys.length > 2 ? [first, `… ${last}`] : keys;
}

function isWanted({ name, keys }: KeyRow, wanted: string): boolean {
  const words = wanted.toLowerCase().trim().split(/\s+/);
  const text = [name, ...keys].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
