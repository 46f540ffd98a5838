/** What of the national page stands in its address. */
export const nationalKeys = ['role', 'agency', 'region', 'by', 'needs'] as const;

export type NationalAddress = Record<(typeof nationalKeys)[number], string>;
export type ChangeNational = (change: Partial<NationalAddress>) => void;
