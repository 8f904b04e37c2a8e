import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { MenuButton } from '../../../kit/menu/menu-button.tsx';
import type { MenuGroup, MenuItem } from '../../../kit/menu/menu.tsx';
import { chordLabel, spokenChords } from '../../../kit/keys/chord.ts';
import { useWidth } from '../../../kit/hooks/use-width.ts';
import { RICH_ACTIONS, type RichActionName } from '../rich-actions.ts';
import { BACK_COLOURS, TEXT_COLOURS } from '../colour/colours.ts';
import type { RichEditor } from '../host.ts';
import { setColour } from '../colour/set-colour.ts';
import { useEditorValue } from '../use-editor-value.ts';
import { GLYPHS } from './glyphs.tsx';
import { MORE, ROW, type RowItem } from './toolbar-items.ts';
import '../rich.css';

const TOOL_WIDTH = 38;

/**
 * The formatting of the field that has, or last had, the focus; once above all fields. One stop for
 * Tab: arrow keys go along it, Escape goes back to the text.
 */
export function RichToolbar({ editor: rich }: { readonly editor: RichEditor | undefined }) {
  const { ref, width } = useWidth<HTMLDivElement>(320);
  const [focused, setFocused] = useState(0);
  const files = useRef<HTMLInputElement>(null);
  const isOn = useActive(rich?.tiptap);
  const fitting = Math.max(1, Math.floor(width / TOOL_WIDTH) - 1);
  const wanted = ROW.filter((item) => item !== 'cloze' || rich?.canCloze !== false);
  const row = wanted.slice(0, fitting);
  const isDisabled = rich === undefined || rich.isSource;

  useEffect(() => {
    const text = rich?.tiptap.view.dom;
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      ref.current?.querySelector<HTMLElement>('.rich-tool-colours, .rich-tool-more')?.click();
    };
    text?.addEventListener('keydown', onKeyDown);
    return () => text?.removeEventListener('keydown', onKeyDown);
  }, [rich, ref]);

  function run(name: RichActionName): void {
    if (!rich) return;
    if (name !== 'source') rich.focus();
    RICH_ACTIONS[name].run(rich.tiptap, rich.host);
  }
  function runItem(item: RowItem): void {
    if (item === 'attach') files.current?.click();
    else if (item !== 'colours') run(item);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const tools = [...(ref.current?.querySelectorAll<HTMLElement>('.rich-tool') ?? [])];
    const at = tools.indexOf(event.target as HTMLElement);
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tools.length - 1 : undefined;
    const target =
      to ?? (next === undefined ? undefined : (at + next + tools.length) % tools.length);
    if (event.key === 'Escape' && rich) rich.focus();
    else if (target === undefined) return;
    else tools[target]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
  const stop = (index: number) => ({
    tabIndex: index === Math.min(focused, row.length) ? 0 : -1,
    onFocus: () => setFocused(index),
  });

  const colours: MenuGroup[] = [
    { name: t`Text`, items: colourItems(rich, 'text') },
    { name: t`Background`, items: colourItems(rich, 'back') },
  ];
  const overflow = wanted.slice(fitting).filter((item) => item !== 'colours');
  const more: MenuGroup[] = [
    ...(overflow.length === 0
      ? []
      : [{ name: t`Formatting`, items: overflow.map((item) => rowItem(item)) }]),
    ...(row.includes('colours') ? [] : colours),
    { items: MORE.filter(isUsable).map((name) => menuItem(name)) },
  ];

  function isUsable(name: RichActionName): boolean {
    if (rich?.isSource) return name === 'source';
    const { canRun } = RICH_ACTIONS[name];
    return rich !== undefined && (canRun?.(rich.tiptap, rich.host) ?? true);
  }
  function menuItem(name: RichActionName): MenuItem {
    const { keys } = RICH_ACTIONS[name];
    const state = name === 'source' ? rich?.isSource : RICH_ACTIONS[name].isOn && isOn.has(name);
    return {
      name: RICH_ACTIONS[name].name,
      keys: keys?.[0] && chordLabel(keys[0]),
      spokenKeys: spokenChords(keys),
      isOn: state,
      onChoose: () => run(name),
    };
  }
  function rowItem(item: Exclude<RowItem, 'colours'>): MenuItem {
    if (item !== 'attach') return menuItem(item);
    return { name: t`Picture, sound or video`, isDisabled, onChoose: () => runItem(item) };
  }
  return (
    <div
      ref={ref}
      className="rich-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t`Formatting`}
      onKeyDown={onKeyDown}
    >
      {row.map((item, index) =>
        item === 'colours' ? (
          <MenuButton
            key={item}
            name={t`Colour (F8; F7 sets the last one)`}
            isSign
            groups={colours}
            button={{ className: 'rich-tool rich-tool-colours', ...stop(index) }}
            isDisabled={isDisabled}
          >
            {GLYPHS.colours}
          </MenuButton>
        ) : (
          <ToolButton
            key={item}
            item={item}
            isOn={item === 'attach' ? false : isOn.has(item)}
            isDisabled={isDisabled}
            button={stop(index)}
            onPress={() => runItem(item)}
          />
        ),
      )}
      <MenuButton
        name={t`More`}
        isSign
        isAtRight
        groups={more}
        button={{ className: 'rich-tool rich-tool-more', ...stop(row.length) }}
        isDisabled={rich === undefined}
      >
        {GLYPHS.more}
      </MenuButton>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,audio/*,video/*"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          rich?.focus();
          rich?.insertFiles(chosen);
        }}
      />
    </div>
  );
}

function ToolButton(props: {
  readonly item: Exclude<RowItem, 'colours'>;
  readonly isOn: boolean;
  readonly isDisabled: boolean;
  readonly button: Readonly<Record<string, unknown>>;
  readonly onPress: () => void;
}) {
  const { item } = props;
  const action = item === 'attach' ? undefined : RICH_ACTIONS[item];
  const name = action?.name ?? t`Picture, sound or video`;
  const chords = action?.keys ?? [];
  const shown = chords[0] === undefined ? '' : ` (${chordLabel(chords[0])})`;
  return (
    <button
      type="button"
      {...props.button}
      className="rich-tool"
      title={`${name}${shown}`}
      aria-label={name}
      aria-pressed={action?.isOn ? props.isOn : undefined}
      aria-keyshortcuts={spokenChords(chords)}
      aria-disabled={props.isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !props.isDisabled && props.onPress()}
    >
      <span aria-hidden="true">{GLYPHS[item]}</span>
    </button>
  );
}

/** Which of the actions that switch are on where the cursor is. */
function useActive(editor: Editor | undefined): ReadonlySet<string> {
  const names = useEditorValue(
    editor,
    (now) =>
      Object.entries(RICH_ACTIONS)
        .filter(([, { isOn }]) => isOn?.(now))
        .map(([name]) => name)
        .join(' '),
    '',
  );
  return new Set(names.split(' '));
}

function colourItems(rich: RichEditor | undefined, kind: 'text' | 'back'): MenuItem[] {
  const choose = (value: string | null) => () => {
    if (!rich) return;
    rich.focus();
    setColour(rich.tiptap, { [kind]: value });
  };
  const choices = kind === 'text' ? TEXT_COLOURS : BACK_COLOURS;
  return [
    ...choices.map(({ name, value }) => ({ name, swatch: value, onChoose: choose(value) })),
    { name: t`None`, onChoose: choose(null) },
  ];
}
