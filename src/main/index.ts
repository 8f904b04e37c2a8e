import { app } from 'electron';
import { setupDialogs } from './dialogs.ts';
import { setupMenu } from './menu.ts';
import { setupNavigation } from './navigation.ts';
import { setupPermissions } from './permissions.ts';
import { setupQuickAdd } from './quick-add.ts';
import { registerScheme, setupScheme } from './scheme.ts';
import { setupSingleInstance } from './single-instance.ts';
import { setupUserData } from './user-data.ts';
import { setupWindow } from './window.ts';

setupUserData();
registerScheme();

if (setupSingleInstance()) {
  setupNavigation();
  void app.whenReady().then(() => {
    setupScheme();
    setupPermissions();
    setupDialogs();
    setupMenu();
    setupWindow();
    setupQuickAdd();
  });
} else {
  app.quit();
}
