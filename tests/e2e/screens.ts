import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import { answerAll, begin } from './studying.ts';
import {
  chooseType,
  drawnPng,
  fieldNamed,
  openAdd,
  pastePicture,
  pictureIn,
  tabTo,
} from './writing.ts';

/** Screens and dialogs by name, each with the way there from the one before; the first is Today. */
export type Walk = readonly (readonly [string, (page: Page) => Promise<void>])[];

export const STUDYING: Walk = [
  ['Today', (page) => expect(page.locator('main:not([aria-busy="true"]) h1')).toBeVisible()],
  ['keys', (page) => page.keyboard.press('?')],
  [
    'question',
    async (page) => {
      await page.keyboard.press('Escape');
      await begin(page);
    },
  ],
  ['answer', (page) => page.keyboard.press('Space')],
  [
    'flagged and marked',
    async (page) => {
      await page.keyboard.press('Control+1');
      await expect(page.getByText('Red flag')).toBeVisible();
      await page.keyboard.press('*');
      await expect(page.getByText('Marked', { exact: true })).toBeVisible();
    },
  ],
  [
    'more',
    async (page) => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
    },
  ],
  [
    'edit',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await expect(fieldNamed(page, 'Text')).toBeFocused();
    },
  ],
  [
    'set due',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+D');
      await expect(page.getByRole('dialog', { name: 'Set the due date' })).toBeVisible();
    },
  ],
  [
    'card info',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('4');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await page.keyboard.press('i');
      await expect(page.getByRole('dialog', { name: 'Card info' })).toBeVisible();
    },
  ],
  [
    'done',
    async (page) => {
      await page.keyboard.press('Escape');
      await answerAll(page, 4);
      await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    },
  ],
  [
    'all done',
    async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { name: /All done/ })).toBeVisible();
    },
  ],
  [
    'insights',
    async (page) => {
      await page.keyboard.press('t');
      await expect(page.getByText(/^Today \d+ answers in /)).toBeVisible();
      await expect(page.locator('.insights-parts')).toHaveAttribute('aria-busy', 'false');
    },
  ],
  [
    'insights, unfolded',
    async (page) => {
      for (const fold of await page.locator('.insights summary').all()) await fold.click();
      await expect(page.getByRole('heading', { name: 'Intervals' })).toBeVisible();
    },
  ],
];

export const WRITING: Walk = [
  ['add', openAdd],
  [
    'a basic note with suggestions',
    async (page) => {
      await page.keyboard.type('Is it true?');
      await page.keyboard.press('Tab');
      await page.keyboard.type('yes');
      await page.getByText(/^\d+ suggestions?$/).click();
    },
  ],
  [
    'tags being completed',
    async (page) => {
      await page.getByRole('combobox', { name: 'Tags' }).fill('mech');
      await expect(page.getByRole('option', { name: 'Mechanism' })).toBeVisible();
    },
  ],
  [
    'a note just added',
    async (page) => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('button', { name: 'Edit: Is it true?' })).toBeVisible();
    },
  ],
  [
    'a note like one that is there',
    async (page) => {
      await page.keyboard.type('Is it true?');
      await expect(page.getByText(/There is a note with the same Front/)).toBeVisible();
    },
  ],
  [
    'edit a note just added',
    async (page) => {
      await page.getByRole('button', { name: 'Edit: Is it true?' }).click();
      await expect(fieldNamed(page.getByRole('dialog'), 'Front')).toBeFocused();
    },
  ],
  [
    'the recorder without a microphone',
    async (page) => {
      await page.keyboard.press('Escape');
      await answerDevices(page, 'none');
      await page.getByRole('button', { name: 'Record sound' }).click();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  ],
  [
    'the recorder',
    async (page) => {
      await answerDevices(page, 'microphone');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeFocused();
    },
  ],
  ['basic and reversed', (page) => leaveAndChoose(page, 'Basic and reversed', 'Front')],
  ['optional reversed', (page) => chooseType(page, 'Basic, reversed if asked', 'Front')],
  ['typed answer', (page) => chooseType(page, 'Typed answer', 'Front')],
  [
    'cloze',
    async (page) => {
      await chooseType(page, 'Cloze', 'Text');
      await page.keyboard.type(' It binds the ');
      await page.keyboard.press('Control+Shift+C');
      await page.keyboard.type('receptor');
      await expect(page.getByText('One card')).toBeVisible();
    },
  ],
  ['image occlusion', (page) => chooseType(page, 'Image occlusion', 'Header')],
  [
    'masks on a picture',
    async (page) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a picture' }).click();
      const buffer = await drawnPng(page);
      await (await chooser).setFiles({ name: 'heart.png', mimeType: 'image/png', buffer });
      await tabTo(page, page.getByRole('application'), 'Shift+Tab');
      for (const key of ['n', 'n', 'g']) await page.keyboard.press(key);
      await expect(page.getByText('Card 1 of 2 cards')).toBeVisible();
    },
  ],
  [
    'the cards of the masks',
    (page) => page.getByRole('button', { name: 'Preview', exact: true }).click(),
  ],
];

export const COLLECTION: Walk = [
  [
    'a file that no note uses',
    async (page) => {
      await openAdd(page);
      await pastePicture(page, await drawnPng(page));
      await expect(pictureIn(fieldNamed(page, 'Front'))).toBeVisible();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect(pictureIn(fieldNamed(page, 'Front'))).toBeHidden();
    },
  ],
  [
    'library',
    async (page) => {
      await page.getByRole('link', { name: 'Library' }).click();
      await expect(page.getByRole('row').nth(3)).toBeVisible();
    },
  ],
  ['the library’s side tree', (page) => inDialogIfNarrow(page, 'Sidebar', 'tree')],
  ['the library’s preview', (page) => inDialogIfNarrow(page, 'Preview', 'article')],
  [
    'a search being completed',
    async (page) => {
      await closeDialog(page);
      await search(page).pressSequentially('is:');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'a search that cannot be read',
    async (page) => {
      await page.keyboard.press('Escape');
      await search(page).fill('(is:new');
      await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  [
    'a search that finds nothing',
    async (page) => {
      await search(page).fill('is:suspended');
      await expect(page.getByRole('row').nth(1)).toBeHidden();
    },
  ],
  [
    'chosen rows',
    async (page) => {
      await search(page).fill('is:new');
      await expect(page.getByRole('row').nth(3)).toBeVisible();
      await page.getByRole('row').nth(2).click();
      await page.keyboard.press('Control+a');
      await expect(page.getByText(/ chosen$/)).toBeVisible();
    },
  ],
  ['the menu of studying', (page) => openMenu(page, 'Study')],
  [
    'the menu of editing',
    async (page) => {
      await page.keyboard.press('Escape');
      await openMenu(page, 'Edit');
    },
  ],
  ['add tags', (page) => page.getByRole('menuitem', { name: 'Add tags…' }).click()],
  ['move to a deck', (page) => bulkDialog(page, 'Edit', 'Move to a deck…')],
  ['change the type', (page) => bulkDialog(page, 'Edit', 'Change the type…')],
  ['find and replace', (page) => bulkDialog(page, 'Edit', 'Find and replace…')],
  ['find duplicates', (page) => bulkDialog(page, 'Edit', 'Find duplicates…')],
  ['set due, for many', (page) => bulkDialog(page, 'Study', 'Set due date…')],
  ['delete', (page) => bulkDialog(page, 'Edit', 'Delete')],
  [
    'save a search',
    async (page) => {
      await closeDialog(page);
      await openMenu(page, 'Searches');
      await page.getByRole('menuitem', { name: 'Save this search…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  [
    'media',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('link', { name: 'Check pictures, sounds and films' }).click();
      await expect(page.getByRole('heading', { name: /Unused/ })).toBeVisible();
    },
  ],
  [
    'note types',
    async (page) => {
      await page.goto(page.url().replace(/#.*/, '#/types'));
      await expect(page.getByRole('heading', { level: 1, name: 'Note types' })).toBeVisible();
    },
  ],
  [
    'a note type with errors',
    async (page) => {
      await page.getByRole('textbox', { name: 'Question', exact: true }).fill('{{Nowhere}}');
      await page.getByRole('textbox', { name: 'Name of field 1' }).fill('');
      await expect(page.getByText(/There is no field called Nowhere/)).toBeVisible();
    },
  ],
  [
    'settings with a change weighed',
    async (page) => {
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('textbox', { name: 'Desired retention, %' }).fill('98');
      await expect(page.getByText(/more than now\.$/)).toBeVisible();
      await page.getByText('As a table').click();
      await page.getByRole('heading', { name: 'Advice on cards' }).click();
    },
  ],
  ['new study options', (page) => page.getByRole('button', { name: 'New options …' }).click()],
  [
    'study options of one’s own',
    async (page) => {
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Exam');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Delete “Exam”' })).toBeVisible();
    },
  ],
  ['delete study options', (page) => page.getByRole('button', { name: 'Delete “Exam”' }).click()],
  [
    'decks',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('link', { name: 'Decks' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /Deck/ })).toBeVisible();
    },
  ],
  [
    'import',
    async (page) => {
      await page.keyboard.press('Control+Shift+I');
      await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeFocused();
    },
  ],
  [
    'import of a table',
    async (page) => {
      await page.getByRole('textbox', { name: 'Paste a table' }).fill('cor\theart\npulmo\tlung');
      await page.getByRole('button', { name: 'See what it makes' }).click();
      await expect(page.getByRole('button', { name: 'Import 2 notes' })).toBeVisible();
    },
  ],
];

export const EXAMS: Walk = [
  [
    'no exams yet',
    async (page) => {
      await page.getByRole('link', { name: 'Exams', exact: true }).click();
      await expect(page.getByText(/^Tell Rounds when your exam is/)).toBeVisible();
    },
  ],
  [
    'a new exam about nothing',
    async (page) => {
      await page.getByRole('link', { name: 'New exam' }).click();
      await expect(page.getByText('The exam is about no cards.')).toBeVisible();
    },
  ],
  [
    'a new exam with its outlook',
    async (page) => {
      await page.getByRole('textbox', { name: 'Name' }).fill('Finals');
      await page.getByRole('checkbox', { name: /^MS therapy/ }).check();
      await page.getByRole('textbox', { name: 'Minutes a day' }).fill('1');
      await curveDrawn(page);
      await openTables(page);
    },
  ],
  [
    'weights, weekdays and days off',
    async (page) => {
      await page.getByText('Weights by section').click();
      await page.getByRole('textbox', { name: 'Paste a table' }).fill('Safety,2\nSurgery,1');
      await page.getByRole('button', { name: 'Take these weights' }).click();
      await page.getByRole('checkbox', { name: 'different by weekday' }).check();
      await page.getByLabel('Days off').fill('2026-03-08');
      await page.getByRole('button', { name: 'Add day off' }).click();
      await page.getByText('More', { exact: true }).click();
      await curveDrawn(page);
    },
  ],
  [
    'a search that cannot be read, of an exam',
    async (page) => {
      await page.getByText('And what a search finds').click();
      const field = page.getByRole('combobox', { name: 'Search for more cards' });
      await field.fill('(is:new');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  [
    'an exam in the past',
    async (page) => {
      await page.getByRole('combobox', { name: 'Search for more cards' }).fill('');
      await page.getByLabel('Date', { exact: true }).fill('2026-02-20');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'exams',
    async (page) => {
      await page.getByLabel('Date', { exact: true }).fill('2026-03-12');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText(/ predicted$/)).toBeVisible();
    },
  ],
  [
    'an exam',
    async (page) => {
      await page.getByRole('link', { name: 'Finals' }).click();
      await curveDrawn(page);
      await openTables(page);
    },
  ],
  ['delete an exam', (page) => page.getByRole('button', { name: 'Delete' }).click()],
  [
    'a deleted exam',
    async (page) => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: '“Finals” is deleted' })).toBeVisible();
    },
  ],
  [
    'an exam switched off',
    async (page) => {
      await page.getByRole('button', { name: 'Bring it back' }).click();
      // The figures that come in above move it: a pointer could press it and let go beside it.
      await page.getByRole('button', { name: 'Switch off' }).press('Enter');
      await expect(page.getByText(/^This exam is switched off/)).toBeVisible();
    },
  ],
  [
    'an exam that is over',
    async (page) => {
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.clock.setFixedTime(new Date('2026-03-13T08:00:00Z'));
      await page.reload();
      await page.getByRole('button', { name: 'Enter the mark' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'an exam with its mark',
    async (page) => {
      await page.getByRole('textbox', { name: /^Your mark/ }).fill('88');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Change the mark' })).toBeVisible();
    },
  ],
  [
    'exams that are over',
    async (page) => {
      await page.getByRole('link', { name: 'Exams', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Over' })).toBeVisible();
    },
  ],
];

export const CRAMMING: Walk = [
  [
    'the menu of a section',
    async (page) => {
      await page.getByRole('link', { name: 'Library' }).click();
      await inDialogIfNarrow(page, 'Sidebar', 'tree');
      await page.getByRole('treeitem', { name: /^MS therapy/ }).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Cram' })).toBeVisible();
    },
  ],
  [
    'a card to cram',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Cram' }).click();
      await expect(page.getByText('Your schedule stays as it is', { exact: false })).toBeVisible();
    },
  ],
  [
    'its answer',
    async (page) => {
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: /^Good/ })).toBeFocused();
    },
  ],
  [
    'what can be done to it',
    async (page) => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
    },
  ],
  [
    'Today with a round to go on with',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('1');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: /^Continue cramming/ })).toBeVisible();
    },
  ],
  [
    'the end of a round',
    async (page) => {
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await answerAll(page, 3);
      await expect(page.getByRole('heading', { name: 'All recalled' })).toBeVisible();
      await expect(page.getByText('Count as study…')).toBeVisible();
    },
  ],
  [
    'what counting would change',
    async (page) => {
      await page.getByRole('button', { name: 'Count as study…' }).click();
      await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
    },
  ],
  [
    'exams with answers to decide on',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('x');
      await expect(page.getByText(/wait for a decision/)).toBeVisible();
    },
  ],
  [
    'a break being planned',
    async (page) => {
      await page.getByRole('button', { name: 'Plan a break' }).click();
      await expect(page.getByText(/heaviest day|No reviews/)).toBeVisible();
    },
  ],
  [
    'a break that ends before it begins',
    async (page) => {
      await page.getByLabel('Last day').fill('2026-03-01');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'a catch-up being planned',
    async (page) => {
      await page.getByLabel('Last day').fill('2026-03-09');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Catch up on a backlog' }).click();
      await expect(page.getByText(/heaviest day|No reviews/)).toBeVisible();
    },
  ],
  [
    'breaks and catch-ups',
    async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('switch', { name: 'Catch-up on' })).toBeVisible();
    },
  ],
];

/** The curve is there, and nothing more is being worked out. */
async function curveDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('img', { name: /^Minutes a day against/ })).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
}

/** Opens every chart's table, also those of charts that are drawn anew in the meantime. */
async function openTables(page: Page): Promise<void> {
  const closed = page.locator('details.chart-table:not([open]) > summary');
  await expect(page.locator('details.chart-table').first()).toBeVisible();
  await expect
    .poll(async () => {
      // None is waited for: where one is gone since it was counted, that would be for ever.
      await closed.evaluateAll((all) => {
        for (const each of all) (each as HTMLElement).click();
      });
      return closed.count();
    })
    .toBe(0);
}

const search = (page: Page) => page.getByRole('combobox', { name: 'Search the library' });

async function leaveAndChoose(page: Page, type: string, first: string): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await chooseType(page, type, first);
}

async function closeDialog(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0) return;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** What stands beside the table where there is room for it, and else in a dialog of its own. */
async function inDialogIfNarrow(page: Page, button: string, role: 'tree' | 'article') {
  await closeDialog(page);
  const content = page.getByRole(role).first();
  const isNarrow = await page.evaluate(() => innerWidth < 768);
  if (isNarrow) await page.getByRole('button', { name: button, exact: true }).click();
  await expect(content).toBeVisible();
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.locator('button[aria-haspopup=menu]', { hasText: name }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function bulkDialog(page: Page, menu: string, item: string): Promise<void> {
  await closeDialog(page);
  await openMenu(page, menu);
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** The operating system's answer when a page asks for the microphone. */
async function answerDevices(page: Page, answer: 'none' | 'microphone'): Promise<void> {
  await page.evaluate((wanted) => {
    navigator.mediaDevices.getUserMedia = async () => {
      if (wanted === 'none') throw new DOMException('none', 'NotFoundError');
      return new AudioContext().createMediaStreamDestination().stream;
    };
  }, answer);
}
