import { app } from 'electron';
import { dataFolder } from './data/data-folder.ts';

/** Puts the cards where `dataFolder` says; before anything reads or locks that folder. */
export function setupUserData(): void {
  const { platform, env: environment } = process;
  const folder = dataFolder({ platform, environment, isPackaged: app.isPackaged });
  if (folder !== undefined) app.setPath('userData', folder);
}
