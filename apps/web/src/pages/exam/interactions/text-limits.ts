/** As exam-delivery has them (domain/attempt/text-limits.ts); a test holds the two together. */
export const textLimits = { entry: 400, extended: 10_000 };
