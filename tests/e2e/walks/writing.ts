import type { Page } from '@playwright/test';
import { expect } from '../expect.ts';
import { chooseType, drawnPng, fieldNamed, openAdd, tabTo } from '../writing.ts';
import type { Walk } from './walk.ts';

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

async function leaveAndChoose(page: Page, type: string, first: string): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await chooseType(page, type, first);
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
