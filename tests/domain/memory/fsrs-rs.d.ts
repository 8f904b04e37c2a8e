/** The part of fsrs-rs' native binding that the tests use; the platform package has no types. */
declare module '@open-spaced-repetition/binding-linux-x64-gnu' {
  export class BindingMemoryState {
    constructor(stability: number, difficulty: number);
    readonly stability: number;
    readonly difficulty: number;
  }
  interface ItemState {
    readonly memory: BindingMemoryState;
    readonly interval: number;
  }
  interface NextStates {
    readonly again: ItemState;
    readonly hard: ItemState;
    readonly good: ItemState;
    readonly easy: ItemState;
  }
  export class FSRSBindingReview {
    constructor(rating: number, deltaT: number);
  }
  /** A review with all of the card's before it, oldest first. */
  export class FSRSBindingItem {
    constructor(reviews: FSRSBindingReview[]);
  }
  interface TrainingOptions {
    readonly enableShortTerm: boolean;
    readonly numRelearningSteps: number;
    /** Milliseconds between two calls of `progress`; the promise waits for the next. */
    readonly timeout: number;
    readonly progress: () => boolean;
  }
  /** `items` in the order of time. */
  export function computeParameters(
    items: FSRSBindingItem[],
    options: TrainingOptions,
  ): Promise<number[]>;
  export class FSRSBinding {
    constructor(weights?: number[]);
    evaluate(
      items: FSRSBindingItem[],
      progress: () => boolean,
    ): { readonly logLoss: number; readonly rmseBins: number };
    /** `state` undefined: a new card. `days`: whole days since the last review. */
    nextStates(
      state: BindingMemoryState | undefined | null,
      desiredRetention: number,
      days: number,
    ): NextStates;
  }
}
