/** A category from 0, or null: not administered, which says nothing. */
export type Response = number | null;

/** How an ability is estimated, all in the unit of the items' theta. */
export interface AbilityOptions {
  /** Maximum likelihood; Bayes modal; Warm's (1989) weighted likelihood; expected a posteriori. */
  readonly method: 'ml' | 'map' | 'wle' | 'eap';
  /** Of map and eap; N(0, 1) if absent. */
  readonly prior?: { readonly mean: number; readonly sd: number };
  /** Where ml, map and wle look, and eap's first and last point. -6 to 6 about the prior if absent. */
  readonly bounds?: readonly [number, number];
  /** eap's number of equidistant points, 61 if absent. */
  readonly points?: number;
}

/** theta and its standard error are in the unit of the items' theta. */
export type Ability =
  | { readonly outcome: 'estimated'; readonly theta: number; readonly se: number }
  /** The likelihood still rises there: all right or all wrong under ml, or as good as that. */
  | {
      readonly outcome: 'at-bound';
      readonly bound: 'lower' | 'upper';
      readonly theta: number;
      readonly se: null;
    }
  /** ml and wle of no response at all. */
  | { readonly outcome: 'no-responses'; readonly theta: null; readonly se: null }
  /**
   * The root within the bracket that was found did not settle in 100 steps; theta is the last of them.
   */
  | { readonly outcome: 'iteration-limit'; readonly theta: number; readonly se: null };
