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
  export class FSRSBinding {
    constructor(weights?: number[]);
    /** `state` undefined: a new card. `days`: whole days since the last review. */
    nextStates(
      state: BindingMemoryState | undefined | null,
      desiredRetention: number,
      days: number,
    ): NextStates;
  }
}
