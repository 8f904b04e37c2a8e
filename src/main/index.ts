import { app } from 'electron';
import { setupData } from './data/data.ts';
import { setupDialogs } from './dialogs.ts';
import { setupMenu } from './menu.ts';
import { setupNavigation } from './page/navigation.ts';
import { setupPermissions } from './page/permissions.ts';
import { setupQuickAdd } from './quick-add.ts';
import { registerScheme, setupScheme } from './page/scheme.ts';
import { setupSingleInstance } from './single-instance.ts';
import { setupUserData } from './user-data.ts';
import { setupWindow } from './window/window.ts';

// Of every renderer, whatever a window's settings say.
app.enableSandbox();
setupUserData();
registerScheme();

if (setupSingleInstance()) {
  setupNavigation();
  void app.whenReady().then(async () => {
    setupScheme();
    setupPermissions();
    setupDialogs();
    setupMenu();
    await setupData();
    setupWindow();
    setupQuickAdd();
  });
} else {
  app.quit();
}
