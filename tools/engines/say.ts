// An obstacle that a person can remove: one line that says what, and one that says the way out.
export class Obstacle extends Error {
  readonly wayOut: string;
  constructor(what: string, wayOut: string) {
    super(what);
    this.wayOut = wayOut;
  }
}
