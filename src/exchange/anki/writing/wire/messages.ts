import {
  bit,
  dayLimit,
  flagValue,
  hundredthsOrNull,
  idOrNull,
  notFlag,
  plainReal,
  reals,
  realsOrNull,
  requirements,
  searchTerms,
  swapped,
  textValue,
  thousandths,
  type WireValue,
  wholeValue,
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
    [1, 'type', wholeValue],
    [2, 'sortf', wholeValue],
    [3, 'css', textValue],
    [4, 'did', idOrNull],
    [5, 'latexPre', textValue],
    [6, 'latexPost', textValue],
    [7, 'latexsvg', flagValue],
    [8, 'req', requirements],
    [9, 'originalStockKind', wholeValue],
    [10, 'originalId', wholeOrNothing],
  ],
};

export const FIELD_SHAPE: MessageShape = {
  columns: ['name', 'ord'],
  fields: [
    [1, 'sticky', flagValue],
    [2, 'rtl', flagValue],
    [3, 'font', textValue],
    [4, 'size', wholeValue],
    [5, 'description', textValue],
    [6, 'plainText', flagValue],
    [7, 'collapsed', flagValue],
    [8, 'excludeFromSearch', flagValue],
    [9, 'id', wholeOrNull],
    [10, 'tag', wholeOrNull],
    [11, 'preventDeletion', flagValue],
  ],
};

export const TEMPLATE_SHAPE: MessageShape = {
  columns: ['name', 'ord'],
  fields: [
    [1, 'qfmt', textValue],
    [2, 'afmt', textValue],
    [3, 'bqfmt', textValue],
    [4, 'bafmt', textValue],
    [5, 'did', idOrNull],
    [6, 'bfont', textValue],
    [7, 'bsize', wholeValue],
    [8, 'id', wholeOrNull],
  ],
};

/** What every deck has beside what makes it normal or filtered. */
export const DECK_SHAPE: MessageShape = {
  columns: ['id', 'name', 'mod', 'usn', 'dyn'],
  fields: [
    [1, 'collapsed', flagValue],
    [2, 'browserCollapsed', flagValue],
    [3, 'newToday.0', wholeValue],
    [4, 'newToday.1', wholeValue],
    [5, 'revToday.1', wholeValue],
    [6, 'lrnToday.1', wholeValue],
    [7, 'timeToday.1', wholeValue],
  ],
};

export const NORMAL_SHAPE: MessageShape = {
  columns: [],
  fields: [
    [1, 'conf', wholeValue],
    [2, 'extendNew', wholeValue],
    [3, 'extendRev', wholeValue],
    [4, 'desc', textValue],
    [5, 'md', flagValue],
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
    [1, 'resched', flagValue],
    [2, 'terms', searchTerms],
    [3, 'delays', realsOrNull],
    [4, 'previewDelay', wholeValue],
    [5, 'previewHardSecs', wholeValue],
    [6, 'previewGoodSecs', wholeValue],
    [7, 'previewAgainSecs', wholeValue],
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
    [9, 'new.perDay', wholeValue],
    [10, 'rev.perDay', wholeValue],
    [11, 'new.initialFactor', thousandths],
    [12, 'rev.ease4', plainReal],
    [13, 'rev.hardFactor', plainReal],
    [14, 'lapse.mult', plainReal],
    [15, 'rev.ivlFct', plainReal],
    [16, 'rev.maxIvl', wholeValue],
    [17, 'lapse.minInt', wholeValue],
    [18, 'new.ints.0', wholeValue],
    [19, 'new.ints.1', wholeValue],
    [20, 'new.order', swapped],
    [21, 'lapse.leechAction', wholeValue],
    [22, 'lapse.leechFails', wholeValue],
    [23, 'autoplay', notFlag],
    [24, 'maxTaken', wholeValue],
    [25, 'timer', bit],
    [26, 'replayq', notFlag],
    [27, 'new.bury', flagValue],
    [28, 'rev.bury', flagValue],
    [29, 'buryInterdayLearning', flagValue],
    [30, 'newMix', wholeValue],
    [31, 'interdayLearningMix', wholeValue],
    [32, 'newSortOrder', wholeValue],
    [33, 'reviewOrder', wholeValue],
    [34, 'newGatherPriority', wholeValue],
    [35, 'newPerDayMinimum', wholeValue],
    [36, 'questionAction', wholeValue],
    [37, 'desiredRetention', plainReal],
    [38, 'stopTimerOnAnswer', flagValue],
    [40, 'sm2Retention', plainReal],
    [41, 'secondsToShowQuestion', plainReal],
    [42, 'secondsToShowAnswer', plainReal],
    [43, 'answerAction', wholeValue],
    [44, 'waitForAudio', flagValue],
    [45, 'weightSearch', textValue],
    [46, 'ignoreRevlogsBeforeDate', textValue],
  ],
};
