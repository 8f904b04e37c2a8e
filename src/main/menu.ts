import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { t } from '../kernel/texts.ts';
import {
  NATIVE_MENU,
  type MenuCommand,
  menuCommands,
  type NativeItem,
} from '../platform/native-menu.ts';
import { sendCommand } from './commands.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The native menu: each system's usual items and shortcuts, and Rounds' own commands. */
export function setupMenu(): void {
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [macMenu()] : []),
      fileMenu(mac),
      editMenu(),
      viewMenu(),
      studyMenu(),
      ...(mac ? [{ role: 'windowMenu' } satisfies Item] : []),
      helpMenu(mac),
    ]),
  );
}

function macMenu(): Item {
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      separator,
      ...itemsOf('app'),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(mac: boolean): Item {
  return {
    label: t`&File`,
    submenu: [
      ...itemsOf('file'),
      ...(mac ? [] : [separator, ...itemsOf('app')]),
      separator,
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

/** For text fields. Undoing an answer is in Study: the page itself knows which Ctrl+Z is meant. */
function editMenu(): Item {
  return {
    label: t`&Edit`,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
}

function viewMenu(): Item {
  const forDevelopers: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: t`&View`,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : forDevelopers),
    ],
  };
}

function studyMenu(): Item {
  return { label: t`&Study`, submenu: itemsOf('study') };
}

function helpMenu(mac: boolean): Item {
  return {
    role: 'help',
    submenu: [...itemsOf('help'), ...(mac ? [] : [separator, { role: 'about' } satisfies Item])],
  };
}

/** Rounds' own items of one menu, as the list that page and main share has them. */
function itemsOf(menu: NativeItem['menu']): Item[] {
  return menuCommands
    .filter((name) => NATIVE_MENU[name].menu === menu)
    .flatMap((name) => {
      const { isApart = false }: NativeItem = NATIVE_MENU[name];
      return isApart ? [separator, command(name)] : [command(name)];
    });
}

function command(name: MenuCommand): Item {
  const { label, accelerator }: NativeItem = NATIVE_MENU[name];
  return {
    label,
    click: () => sendCommand(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  };
}
