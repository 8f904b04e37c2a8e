import type { Page } from '@playwright/test';
import { expect } from '../expect.ts';

/** Screens and dialogs by name, each with the way there from the one before; the first is Today. */
export type Walk = readonly (readonly [string, (page: Page) => Promise<void>])[];

export async function closeDialog(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0) return;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** What stands beside the table where there is room for it, and else in a dialog of its own. */
export async function inDialogIfNarrow(page: Page, button: string, role: 'tree' | 'article') {
  await closeDialog(page);
  const content = page.getByRole(role).first();
  const isNarrow = await page.evaluate(() => innerWidth < 768);
  if (isNarrow) await page.getByRole('button', { name: button, exact: true }).click();
  await expect(content).toBeVisible();
}
