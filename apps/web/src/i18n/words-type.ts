/** A catalogue with the keys of T and words of its own: a missing or a spare key does not compile. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
