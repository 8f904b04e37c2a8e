import { contextBridge, ipcRenderer } from 'electron';
import { COMMAND_CHANNEL, channels, type DesktopApi } from '../platform/desktop-api.ts';
import type { MenuCommand } from '../platform/native-menu.ts';

/** What main asked for before the page listened: it may be starting. */
const early: MenuCommand[] = [];
const keep = (_event: unknown, command: MenuCommand): void => void early.push(command);
ipcRenderer.on(COMMAND_CHANNEL, keep);

/**
 * The whole bridge between the page and main. The page sees these twenty-four functions and no part of
 * Electron; main checks every argument, so nothing is checked here. Built as one CommonJS file,
 * because a sandboxed preload script may require nothing but electron.
 */
const desktop: DesktopApi = {
  openedFiles: () => ipcRenderer.invoke(channels.openedFiles),
  openedRead: (id, from, length) => ipcRenderer.invoke(channels.openedRead, id, from, length),
  saveTextFile: (suggestedName, text) =>
    ipcRenderer.invoke(channels.saveTextFile, suggestedName, text),
  openExternal: (url) => ipcRenderer.invoke(channels.openExternal, url),
  journalList: (folder) => ipcRenderer.invoke(channels.journalList, folder),
  journalRead: (path, from) => ipcRenderer.invoke(channels.journalRead, path, from),
  journalAppend: (path, at, bytes) => ipcRenderer.invoke(channels.journalAppend, path, at, bytes),
  journalPut: (path, bytes) => ipcRenderer.invoke(channels.journalPut, path, bytes),
  freeBytes: () => ipcRenderer.invoke(channels.freeBytes),
  folderKnown: () => ipcRenderer.invoke(channels.folderKnown),
  folderChoose: () => ipcRenderer.invoke(channels.folderChoose),
  folderForget: () => ipcRenderer.invoke(channels.folderForget),
  folderList: () => ipcRenderer.invoke(channels.folderList),
  folderWrite: (name, at, bytes) => ipcRenderer.invoke(channels.folderWrite, name, at, bytes),
  folderRead: (name, from, length) => ipcRenderer.invoke(channels.folderRead, name, from, length),
  folderOpen: (name, from, length) => ipcRenderer.invoke(channels.folderOpen, name, from, length),
  folderKeep: (name) => ipcRenderer.invoke(channels.folderKeep, name),
  folderDrop: (name) => ipcRenderer.invoke(channels.folderDrop, name),
  folderRemove: (name) => ipcRenderer.invoke(channels.folderRemove, name),
  folderJournalList: (folder) => ipcRenderer.invoke(channels.folderJournalList, folder),
  folderJournalRead: (path, from) => ipcRenderer.invoke(channels.folderJournalRead, path, from),
  folderJournalAppend: (path, at, bytes) =>
    ipcRenderer.invoke(channels.folderJournalAppend, path, at, bytes),
  folderJournalPut: (path, bytes) => ipcRenderer.invoke(channels.folderJournalPut, path, bytes),
  onCommand(listener) {
    // The event itself stays here: it carries the sender, which the page must not reach.
    const forward = (_event: unknown, command: MenuCommand) => listener(command);
    ipcRenderer.removeListener(COMMAND_CHANNEL, keep);
    ipcRenderer.on(COMMAND_CHANNEL, forward);
    for (const command of early.splice(0)) listener(command);
    return () => {
      ipcRenderer.removeListener(COMMAND_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
