import { app, dialog } from 'electron';
import { failed, ok, type Problem, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import { portableFolder, writable } from './data/data-folder.ts';

/** Why an installed Rounds must not start as it was started, in words; undefined where it may. */
export function refusal(): Problem | undefined {
  const { isPackaged } = app;
  if (!isPackaged) return undefined;
  const sandboxed = withSandbox();
  if (!sandboxed.ok) return sandboxed.problem;
  const { platform, env: environment } = process;
  const folder = portableFolder({ platform, environment, isPackaged });
  const kept = folder === undefined ? ok(undefined) : writable(folder);
  return kept.ok ? undefined : kept.problem;
}

/** Says why, and ends. Linux shows no dialog before the program is ready. */
export async function refuse({ what, kept, todo }: Problem): Promise<void> {
  await app.whenReady();
  dialog.showErrorBox(t`Rounds does not start`, `${what} ${kept} ${todo}`);
  app.exit(1);
}

/** An AppImage adds the switch by itself where the system lets it make no sandbox. */
function withSandbox(): Result<undefined> {
  if (!app.commandLine.hasSwitch('no-sandbox')) return ok(undefined);
  return failed(
    t`Rounds was started without its sandbox (--no-sandbox), which keeps your computer safe from what is in a deck.`,
    t`Your cards are as they were.`,
    t`Start it without that switch; where an AppImage gets no sandbox, install the .deb instead.`,
  );
}
