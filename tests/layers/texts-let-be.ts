/**
 * Files and folders (ending in `/`) whose words are none of a person's, or whose words have to stay
 * what they are, each with the reason.
 */
export const PAST: Readonly<Record<string, string>> = {
  'cli/': 'the command prints what other programs read, too, and runs from its source',
  'domain/content/stock.ts':
    'names of types and fields are content: a replay gives the same anywhere',
  'domain/collection/deck.ts': 'the name of the first options is content, too',
  'domain/deck-text/print-deck.ts': 'the words of the deck format',
  'domain/duplicates/telling-difference.ts': 'words of English that tell two cards apart',
  'domain/lint/language/': 'words of English and German by which a language is known',
  'domain/search/print-query.ts': 'the words of the search language',
  'domain/study/queue/kept-ranges.ts': 'a key, which nobody sees',
  'domain/template/html/': 'names of HTML',
  'domain/template/html-text.ts': 'names of HTML',
  'domain/template/language/': 'names of the template language, as Anki has them',
  'exchange/anki/mapping/homes.ts': 'names that Anki gives',
  'exchange/anki/mapping/marks/masks.ts': 'a style sheet',
  'main/quick-add.ts': 'a chord, as Electron writes it',
  'main/window/guard.ts': 'said to a developer: the window is not made',
  'main/data/clean-exit.ts': 'names of folders',
  'platform/content-security-policy.ts': 'the words of a policy',
  'platform/public-host.ts': 'names of domains',
  'renderer/card/anki-classes.ts': 'classes of Anki’s',
  'renderer/card/hidden/openers.ts': 'words by which decks call what opens',
  'renderer/card/safe/': 'names of HTML',
  'renderer/editor/rich/html/kinds.ts': 'names of HTML',
  'renderer/editor/rich/html/write/write-inline.ts': 'HTML',
  'renderer/editor/rich/paste/clean.ts': 'names of HTML',
  'renderer/editor/rich/paste/word.ts': 'HTML',
  'renderer/insights/picture/still.ts': 'a drawing',
  'store/log/beside.ts': 'what the database calls its own',
  'store/schema.ts': 'the words of the database',
};

/** Words that read like a text and name a state or a key in the code. */
export const NAMES_IN_CODE: Readonly<Record<string, readonly string[]>> = {
  'domain/content/draft-text.ts': ['html'],
  'domain/memory/options.ts': ['Learning', 'Relearning'],
  'domain/search/explain-property.ts': ['day'],
  'exchange/anki/writing/kept/with-changes.ts': ['whole {}'],
  'platform/service-worker.ts': ['used elsewhere'],
  'platform/windows/web-windows.ts': ['no answer'],
  'engine/copies/before-upgrade.ts': ['before'],
  'engine/deck-file.ts': ['shape'],
  'engine/windows/take-over.ts': ['begin anew'],
  'engine/windows/writing-turn.ts': ['begin anew'],
  'renderer/actions/use-at-hand.ts': ['in front'],
  'renderer/card/maths/draw-formulas.ts': ['go on'],
  'renderer/exams/pauses/break-dialog.tsx': ['break'],
  'renderer/exams/pauses/catch-up-dialog.tsx': ['catch-up'],
  'renderer/export/export-words.ts': ['apkg', 'colpkg', 'apkg-newest', 'text', 'csv'],
  'renderer/insights/words/calibration-words.ts': ['below', 'above'],
  'renderer/insights/words/share-words.ts': ['below'],
  'renderer/kit/text/format.ts': ['GB', 'en-GB'],
  'renderer/recovery/recovery.tsx': ['the folder', 'the journal', 'the copies'],
  'renderer/start/put-back/putting-back.tsx': ['last step put back'],
};
