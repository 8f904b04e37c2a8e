import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../platform/platform.ts';
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
      settings(),
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
    label: '&File',
    submenu: [
      command('Add Notes…', 'add', 'CmdOrCtrl+N'),
      command('Open Deck…', 'open-deck', 'CmdOrCtrl+O'),
      ...(mac ? [] : [separator, settings()]),
      separator,
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

/** For text fields. Undoing an answer is in Study: the page itself knows which Ctrl+Z is meant. */
function editMenu(): Item {
  return {
    label: '&Edit',
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
    label: '&View',
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
  return {
    label: '&Study',
    submenu: [
      command('Today', 'today'),
      command('Begin Reviews', 'begin'),
      command('Library', 'library'),
      command('Exams', 'exams'),
      separator,
      command('Undo Last Change', 'undo'),
    ],
  };
}

function helpMenu(mac: boolean): Item {
  return {
    role: 'help',
    submenu: [
      command('Keyboard Shortcuts', 'keys'),
      ...(mac ? [] : [separator, { role: 'about' } satisfies Item]),
    ],
  };
}

function settings(): Item {
  return command('Settings…', 'settings', 'CmdOrCtrl+,');
}

function command(label: string, name: MenuCommand, accelerator?: string): Item {
  return {
    label,
    click: () => sendCommand(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  };
}
