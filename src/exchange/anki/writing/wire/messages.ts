import {
  bit,
  dayLimit,
  flag,
  hundredthsOrNull,
  idOrNull,
  notFlag,
  plainReal,
  reals,
  realsOrNull,
  requirements,
  searchTerms,
  swapped,
  text,
  thousandths,
  type WireValue,
  whole,
  wholeOrNothing,
  wholeOrNull,
} from './wire-values.ts';

/**
 * A kind of message of schema 18, and where its fields stand in schema 11's JSON: its number there,
 * its path here. proto/anki/{notetypes,decks,deck_config}.proto of Anki 26.9.
 */
export interface MessageShape {
  readonly fields: readonly (readonly [number: number, path: string, value: WireValue])[];
  /** What the table's columns say, and the message does not. */
  readonly columns: readonly string[];
}

export const TYPE_SHAPE: MessageShape = {
  columns: ['id', 'name', 'mod', 'usn', 'flds', 'tmpls'],
  fields: [
    [1, 'type', whole],
    [2, 'sortf', whole],
    [3, 'css', text],
    [4, 'did', idOrNull],
    [5, 'latexPre', text],
    [6, 'latexPost', text],
    [7, 'latexsvg', flag],
    [8, 'req', requirements],
    [9, 'originalStockKind', whole],
    [10, 'originalId', wholeOrNothing],
  ],
};

export const FIELD_SHAPE: MessageShape = {
  columns: ['name', 'ord'],
  fields: [
    [1, 'sticky', flag],
    [2, 'rtl', flag],
    [3, 'font', text],
    [4, 'size', whole],
    [5, 'description', text],
    [6, 'plainText', flag],
    [7, 'collapsed', flag],
    [8, 'excludeFromSearch', flag],
    [9, 'id', wholeOrNull],
    [10, 'tag', wholeOrNull],
    [11, 'preventDeletion', flag],
  ],
};

export const TEMPLATE_SHAPE: MessageShape = {
  columns: ['name', 'ord'],
  fields: [
    [1, 'qfmt', text],
    [2, 'afmt', text],
    [3, 'bqfmt', text],
    [4, 'bafmt', text],
    [5, 'did', idOrNull],
    [6, 'bfont', text],
    [7, 'bsize', whole],
    [8, 'id', wholeOrNull],
  ],
};

/** What every deck has beside what makes it normal or filtered. */
export const DECK_SHAPE: MessageShape = {
  columns: ['id', 'name', 'mod', 'usn', 'dyn'],
  fields: [
    [1, 'collapsed', flag],
    [2, 'browserCollapsed', flag],
    [3, 'newToday.0', whole],
    [4, 'newToday.1', whole],
    [5, 'revToday.1', whole],
    [6, 'lrnToday.1', whole],
    [7, 'timeToday.1', whole],
  ],
};

export const NORMAL_SHAPE: MessageShape = {
  columns: [],
  fields: [
    [1, 'conf', whole],
    [2, 'extendNew', whole],
    [3, 'extendRev', whole],
    [4, 'desc', text],
    [5, 'md', flag],
    [6, 'reviewLimit', wholeOrNull],
    [7, 'newLimit', wholeOrNull],
    [8, 'reviewLimitToday', dayLimit],
    [9, 'newLimitToday', dayLimit],
    [10, 'desiredRetention', hundredthsOrNull],
  ],
};

export const FILTERED_SHAPE: MessageShape = {
  columns: [],
  fields: [
    [1, 'resched', flag],
    [2, 'terms', searchTerms],
    [3, 'delays', realsOrNull],
    [4, 'previewDelay', whole],
    [5, 'previewHardSecs', whole],
    [6, 'previewGoodSecs', whole],
    [7, 'previewAgainSecs', whole],
  ],
};

export const PRESET_SHAPE: MessageShape = {
  columns: ['id', 'name', 'mod', 'usn', 'dyn'],
  fields: [
    [1, 'new.delays', reals],
    [2, 'lapse.delays', reals],
    [3, 'fsrsWeights', reals],
    [4, 'easyDaysPercentages', reals],
    [5, 'fsrsParams5', reals],
    [6, 'fsrsParams6', reals],
    [9, 'new.perDay', whole],
    [10, 'rev.perDay', whole],
    [11, 'new.initialFactor', thousandths],
    [12, 'rev.ease4', plainReal],
    [13, 'rev.hardFactor', plainReal],
    [14, 'lapse.mult', plainReal],
    [15, 'rev.ivlFct', plainReal],
    [16, 'rev.maxIvl', whole],
    [17, 'lapse.minInt', whole],
    [18, 'new.ints.0', whole],
    [19, 'new.ints.1', whole],
    [20, 'new.order', swapped],
    [21, 'lapse.leechAction', whole],
    [22, 'lapse.leechFails', whole],
    [23, 'autoplay', notFlag],
    [24, 'maxTaken', whole],
    [25, 'timer', bit],
    [26, 'replayq', notFlag],
    [27, 'new.bury', flag],
    [28, 'rev.bury', flag],
    [29, 'buryInterdayLearning', flag],
    [30, 'newMix', whole],
    [31, 'interdayLearningMix', whole],
    [32, 'newSortOrder', whole],
    [33, 'reviewOrder', whole],
    [34, 'newGatherPriority', whole],
    [35, 'newPerDayMinimum', whole],
    [36, 'questionAction', whole],
    [37, 'desiredRetention', plainReal],
    [38, 'stopTimerOnAnswer', flag],
    [40, 'sm2Retention', plainReal],
    [41, 'secondsToShowQuestion', plainReal],
    [42, 'secondsToShowAnswer', plainReal],
    [43, 'answerAction', whole],
    [44, 'waitForAudio', flag],
    [45, 'weightSearch', text],
    [46, 'ignoreRevlogsBeforeDate', text],
  ],
};
