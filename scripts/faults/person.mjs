/** What a person does, and what of it the program accepted: that must be there afterwards. */
export class Person {
  /** Answers given, and taken back. */
  answers = 0;
  undone = 0;
  /** Texts of notes that must be there. */
  texts = new Set();
  /** Of one note that is changed again and again: the last text accepted, and the last one tried. */
  edited = { accepted: 0, tried: 0 };
  /** Decks of so many notes that are there whole, and those that may be there whole or not at all. */
  decks = new Map();
  copies = 0;

  constructor(rounds) {
    this.rounds = rounds;
  }

  async begin() {
    const { page } = this.rounds;
    await page.getByRole('button', { name: /^(Begin|Continue)/ }).click();
    await page.getByRole('button', { name: /^Show answer/ }).waitFor();
  }

  /** One answer; counted when the next card is shown. */
  async answer(timeout) {
    const { page } = this.rounds;
    const waiting = timeout === undefined ? {} : { timeout };
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: /^Good/ }).waitFor(waiting);
    await page.keyboard.press('3');
    await this.#nextCard(waiting);
    this.answers++;
  }

  async #nextCard(waiting) {
    const { page } = this.rounds;
    const end = page.getByRole('heading', { name: /^(Done|Nothing due here)/ });
    await page
      .getByRole('button', { name: /^Show answer/ })
      .or(end)
      .waitFor(waiting);
  }

  /** Takes the last answer back; its card counts again then. */
  async undo() {
    const { page } = this.rounds;
    const left = page.getByRole('list', { name: 'Cards left' });
    const before = await left.innerText();
    await page.keyboard.press('u');
    await page.waitForFunction(
      ([element, text]) => element && element.innerText !== text,
      [await left.elementHandle(), before],
    );
    this.undone++;
  }

  async openAdd() {
    const { page } = this.rounds;
    await this.rounds.open('add');
    await page
      .getByRole('textbox', { name: /^Front/ })
      .first()
      .click();
  }

  async addNote(text) {
    const { page } = this.rounds;
    const front = page.getByRole('textbox', { name: /^Front/ }).first();
    const added = page.getByText('Added.').first();
    await front.click();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('An answer');
    await page.keyboard.press('Control+Enter');
    await added.waitFor();
    await page.getByRole('button', { name: `Edit: ${text}` }).waitFor();
    this.texts.add(text);
  }

  /** Changes the note that was added last to “Edited N”; accepted when the dialog is closed. */
  async edit() {
    const { page } = this.rounds;
    const number = ++this.edited.tried;
    await page.getByRole('button', { name: /^Edit: Edited/ }).click();
    const dialog = page.getByRole('dialog');
    const front = dialog.getByRole('textbox', { name: /^Front/ }).first();
    await front.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(`Edited ${number} times`);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: `Edit: Edited ${number} times` }).waitFor();
    this.edited.accepted = number;
  }

  /** Loads a deck file of so many notes with so many letters each. */
  async loadDeck(name, notes, letters = 100, timeout) {
    const { page } = this.rounds;
    this.decks.set(name, { notes, isAccepted: false });
    const long = 'long '.repeat(letters / 5);
    const facts = Array.from(
      { length: notes },
      (_, at) => `### fact-${at}\nQ: ${name} ${at}?\nA: ${long}${at}\n`,
    );
    const text = `# ${name}\n\n- deck: ${name.toLowerCase()}\n- source: a fault\n\n## All\n\n${facts.join('\n')}`;
    await this.rounds.open('deck');
    const file = { name: 'deck.md', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await page.getByLabel('Files to import').first().setInputFiles(file);
    await page.getByRole('button', { name: 'Add the deck' }).click();
    await page
      .getByRole('button', { name: `Study ${name}` })
      .waitFor(timeout === undefined ? {} : { timeout });
    this.decks.set(name, { notes, isAccepted: true });
  }

  async openSettings() {
    await this.rounds.open('settings');
    await this.rounds.page.getByRole('heading', { name: 'Copies and files' }).waitFor();
  }

  async makeCopy(timeout) {
    const { page } = this.rounds;
    await page.getByRole('button', { name: 'Make a copy now' }).click();
    await page
      .getByText(/^A copy of [\d,]+ cards was made\.$/)
      .waitFor(timeout === undefined ? {} : { timeout });
    this.copies++;
  }

  /** Of many copies the newest are listed at first. */
  async showAllCopies() {
    const { page } = this.rounds;
    await page.getByRole('list', { name: 'Copies', exact: true }).waitFor();
    const all = page.getByRole('button', { name: /^Show all/ });
    if (await all.isVisible()) await all.click();
  }

  /** Restores one of the copies, by its place in the list. */
  async restore(place) {
    const { page } = this.rounds;
    const copies = page.getByRole('button', { name: /^Restore the copy of/ });
    await this.showAllCopies();
    await copies.nth(place % (await copies.count())).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Done: everything is as it was then.').waitFor();
  }

  /** Why what is stored is not what was accepted; undefined: it is. */
  misses({ reviews, undone, texts, decks }) {
    const all = new Set(texts);
    if (reviews < this.answers) return `${reviews} of ${this.answers} answers`;
    if (undone < this.undone) return `${undone} of ${this.undone} undone answers`;
    for (const text of this.texts) {
      if (!texts.some((each) => each.includes(text))) return `the note “${text}” is gone`;
    }
    const { accepted, tried } = this.edited;
    if (accepted > 0) {
      const found = [...all].flatMap((text) => /Edited (\d+) times/.exec(text)?.[1] ?? []);
      if (found.length !== 1) return `${found.length} notes for the one that was changed`;
      const number = Number(found[0]);
      if (number < accepted || number > tried)
        return `edit ${number}, and ${accepted} was accepted`;
    }
    for (const [name, { notes, isAccepted }] of this.decks) {
      const here = texts.filter((text) => text.includes(`${name} `)).length;
      if (here !== notes && (isAccepted || here !== 0))
        return `${here} of ${notes} notes of ${name}`;
      if (here === notes && !decks.includes(name)) return `${name} has notes and no deck`;
    }
    return undefined;
  }
}
