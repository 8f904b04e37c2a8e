import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { failed } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import {
  type AnswerOf,
  type ArgumentsOf,
  argumentsOf,
  type Channel,
  channels,
} from '../platform/desktop-api.ts';
import { isPage } from './page/origin.ts';

/**
 * Answers one channel, for Rounds' own page only. The sender must be a window's main frame at
 * our own page and the arguments exactly as desktop-api.ts says; else, and whenever `answer`
 * throws, the answer is a problem. Nothing that a page sends can end main.
 */
export function handle<C extends Channel>(
  channel: C,
  answer: (...args: ArgumentsOf<C>) => Promise<AnswerOf<C>>,
): void {
  ipcMain.handle(channels[channel], async (event, ...args) => {
    if (!isOwnPage(event)) return refused(t`came from a page that is not Rounds`);
    const checked = argumentsOf[channel].safeParse(args);
    if (!checked.success) return refused(t`had arguments that Rounds does not accept`);
    try {
      return await answer(...(checked.data as ArgumentsOf<C>));
    } catch (error) {
      console.error(`${channels[channel]} failed:`, error);
      return failed(
        t`Rounds could not do this because of an error of its own.`,
        t`Your cards are as they were.`,
        t`Try again; if it fails again, restart Rounds.`,
      );
    }
  });
}

function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPage(senderFrame.url);
}

function refused(why: string) {
  return failed(t`A request was refused: it ${why}.`, t`Nothing was changed.`, t`Restart Rounds.`);
}
