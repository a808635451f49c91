/** What stops a start and what a person can do about it, as French sentences: shown alone, without a stack. */
export class CannotStart extends Error {}
