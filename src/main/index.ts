import { app } from 'electron';
import { setupData } from './data/data.ts';
import { setupDialogs } from './dialogs.ts';
import { setupMenu } from './menu.ts';
import { setupNavigation } from './page/navigation.ts';
import { setupOpenedFiles } from './opened-files.ts';
import { setupPermissions } from './page/permissions.ts';
import { setupQuickAdd } from './quick-add.ts';
import { refusal, refuse } from './refusal.ts';
import { registerScheme, setupScheme } from './page/scheme.ts';
import { setupSingleInstance } from './single-instance.ts';
import { setupUserData } from './user-data.ts';
import { setupWindow } from './window/window.ts';

// Of every renderer, whatever a window's settings say.
app.enableSandbox();
registerScheme();

const why = refusal();
if (why === undefined) start();
else void refuse(why);

function start(): void {
  setupUserData();
  if (!setupSingleInstance()) {
    app.quit();
    return;
  }
  setupNavigation();
  // Before the system is ready: macOS tells at once what the program was opened with.
  setupOpenedFiles();
  void app.whenReady().then(async () => {
    setupScheme();
    setupPermissions();
    setupDialogs();
    setupMenu();
    await setupData();
    setupWindow();
    setupQuickAdd();
  });
}
