/** The same words in the three languages of the body. */
export type Words = { readonly en: string; readonly ru: string; readonly tg: string };
export type Language = keyof Words;
/** `YYYY-MM-DD` in the body's zone; lexical order is the order of days. */
export type LegalDate = string;
/** Who acted, as far as separation of duties compares: persons first, accounts where a person is not known. */
export type Actor = { readonly account: string; readonly person: string | null };
