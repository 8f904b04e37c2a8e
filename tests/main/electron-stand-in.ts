import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type { Rectangle } from 'electron';
import {
  closeChromium,
  type Frame,
  openPage,
  StandInEvent,
  type StandInPage,
} from './stand-in-page.ts';

/**
 * The `electron` module for plain Node: as much of it as the built main bundle uses, with a page in
 * a real Chromium as each window's content. Whatever is not modelled throws by its name, so main
 * cannot come to lean on a stand-in's silence. What it cannot show (the real sandbox, menus, dialogs)
 * is left to the end-to-end tests, which run in the real Electron wherever its binary is.
 */
export const standIn = {
  options: {
    packaged: false,
    first: true,
    /** Of Chromium, on the command line. */
    switches: [] as string[],
    userData: tmpdir(),
    dark: false,
    /** false: windows have no page, which is enough for most tests and far quicker. */
    pages: false,
    /** Shortcuts that another program has taken. */
    takenShortcuts: [] as string[],
    displays: [{ x: 0, y: 0, width: 1920, height: 1040 }] as Rectangle[],
  },
  windows: [] as BrowserWindow[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  openedOutside: [] as string[],
  dialogAnswers: [] as Record<string, unknown>[],
  dialogsShown: [] as { kind: string; options: Record<string, unknown> }[],
  menu: [] as MenuItem[],
  quit: false,
  /** The code with which main ended the program at once. */
  exitCode: undefined as number | undefined,
  isSandboxed: false,
  shortcuts: new Map<string, () => void>(),
  handlers: new Map<string, Handler>(),
  respond: undefined as ((request: Request) => Promise<Response>) | undefined,
  permissionRequest: undefined as PermissionRequest | undefined,
  permissionCheck: undefined as PermissionCheck | undefined,
  devicePermission: undefined as (() => boolean) | undefined,
  /** Calls a channel as a page of this address would. */
  invoke(channel: string, frame: Frame | null, ...args: unknown[]): Promise<unknown> {
    const handler = standIn.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler({ senderFrame: frame, sender: standIn.windows[0]?.webContents }, ...args);
  },
  close: closeChromium,
};

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly submenu?: MenuItem[];
  readonly click?: () => void;
}
type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean; mediaTypes?: string[] },
) => void;
type PermissionCheck = (
  contents: unknown,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean; mediaType?: string },
) => boolean;
/** Lets only what is modelled be read. */
function strict<Model extends object>(name: string, model: Model): Model {
  return new Proxy(model, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then') {
        return Reflect.get(target, key, target);
      }
      throw new Error(`The stand-in for electron has no ${name}.${key}.`);
    },
  });
}

const paths = new Map<string, string>();

export const app = strict(
  'app',
  Object.assign(new EventEmitter(), {
    name: 'Rounds',
    enableSandbox() {
      standIn.isSandboxed = true;
    },
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => standIn.options.first,
    setPath: (name: string, path: string) => paths.set(name, path),
    getPath(name: string) {
      if (name !== 'userData') throw new Error(`The stand-in for electron has no path ${name}.`);
      return paths.get(name) ?? standIn.options.userData;
    },
    quit() {
      standIn.quit = true;
    },
    exit(code: number) {
      standIn.exitCode = code;
    },
    commandLine: strict('app.commandLine', {
      hasSwitch: (name: string) => standIn.options.switches.includes(name),
    }),
  }),
);
Object.defineProperty(app, 'isPackaged', { get: () => standIn.options.packaged });

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (standIn.handlers.has(channel)) throw new Error(`A second handler for '${channel}'`);
    standIn.handlers.set(channel, handler);
  },
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: typeof standIn.schemes) =>
    standIn.schemes.push(...schemes),
  handle(_scheme: string, respond: typeof standIn.respond) {
    standIn.respond = respond;
  },
});

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler(handler: PermissionRequest) {
      standIn.permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheck) {
      standIn.permissionCheck = handler;
    },
    setDevicePermissionHandler(handler: () => boolean) {
      standIn.devicePermission = handler;
    },
  }),
});

export const shell = strict('shell', {
  async openExternal(address: string) {
    standIn.openedOutside.push(address);
  },
});

async function nextAnswer(kind: string, options: Record<string, unknown>) {
  standIn.dialogsShown.push({ kind, options });
  const answer = standIn.dialogAnswers.shift();
  if (answer === undefined) throw new Error(`An unexpected dialog: ${kind}`);
  return answer;
}

export const dialog = strict('dialog', {
  showOpenDialog: (_w: BrowserWindow, options: Record<string, unknown>) =>
    nextAnswer('open', options),
  showSaveDialog: (_w: BrowserWindow, options: Record<string, unknown>) =>
    nextAnswer('save', options),
  showErrorBox(title: string, text: string) {
    standIn.dialogsShown.push({ kind: 'error', options: { title, text } });
  },
  showMessageBox: (_w: BrowserWindow, options: Record<string, unknown>) =>
    nextAnswer('message', options),
});

export const Menu = strict('Menu', {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu(menu: MenuItem[]) {
    standIn.menu = menu;
  },
});

export const globalShortcut = strict('globalShortcut', {
  register(accelerator: string, press: () => void): boolean {
    if (standIn.options.takenShortcuts.includes(accelerator)) return false;
    standIn.shortcuts.set(accelerator, press);
    return true;
  },
  unregisterAll: () => standIn.shortcuts.clear(),
});

export const nativeTheme = strict(
  'nativeTheme',
  Object.defineProperty(new EventEmitter(), 'shouldUseDarkColors', {
    get: () => standIn.options.dark,
  }),
);

export const screen = strict('screen', {
  getAllDisplays: () => standIn.options.displays.map((workArea) => ({ workArea })),
});

type OpenHandler = (details: { url: string }) => { action: string };

/** A window's content; its events are emitted by the page, or by a test. */
export class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly sent: { channel: string; args: unknown[] }[] = [];
  page: StandInPage | undefined;
  /** Set by a test: the page is on its way. */
  loading = false;

  isLoadingMainFrame(): boolean {
    return this.loading;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args });
    void this.page?.deliver(channel, args);
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return standIn.windows.filter((window) => !window.destroyed);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.focused) ?? null;
  }

  readonly options: Record<string, unknown>;
  readonly webContents = strict('webContents', new WebContents());
  readonly loaded: string[] = [];
  bounds: Rectangle;
  maximized = false;
  minimized = false;
  visible = false;
  focused = false;
  destroyed = false;
  backgroundColor: string;

  constructor(options: Record<string, unknown> & Partial<Rectangle>) {
    super();
    this.options = options;
    const { x = 100, y = 100, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.backgroundColor = String(options.backgroundColor);
    const strictThis = strict('BrowserWindow', this);
    standIn.windows.push(strictThis);
    app.emit('web-contents-created', {}, this.webContents);
    // biome-ignore lint/correctness/noConstructorReturn: what main holds must be the strict one
    return strictThis;
  }

  async loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    if (standIn.options.pages) {
      const { preload } = this.options.webPreferences as { preload: string };
      this.webContents.page = await openPage(address, preload, this.webContents, standIn);
    }
    this.emit('ready-to-show');
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    this.focused = true;
  }
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.maximized = true;
    this.emit('maximize');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }
  /** As a person moves it. */
  place(bounds: Rectangle): void {
    this.bounds = bounds;
    this.emit('move');
    this.emit('resize');
  }
  /** As a person closes it. */
  async close(): Promise<void> {
    this.emit('close', new StandInEvent());
    await this.webContents.page?.close();
    this.destroyed = true;
    this.emit('closed');
    if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed');
  }
}
