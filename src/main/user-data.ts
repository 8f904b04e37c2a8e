import { resolve } from 'node:path';
import { app } from 'electron';

/** From a checkout, ROUNDS_USER_DATA names another folder for the cards: tests and trials use it. */
export function setupUserData(): void {
  const folder = process.env.ROUNDS_USER_DATA;
  if (!app.isPackaged && folder) app.setPath('userData', resolve(folder));
}
