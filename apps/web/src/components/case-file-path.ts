const folders: Readonly<Record<string, string>> = {
  attempt: 'attempts',
  certificate: 'certificates',
};

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Where the case file of a thing lies: the number as people copy it, `urn:uuid:` and capitals allowed; else null. */
export function caseFilePath(kind: string, number: string): string | null {
  const folder = folders[kind];
  const [id] = uuid.exec(number.toLowerCase()) ?? [];
  return folder === undefined || id === undefined ? null : `/${folder}/${id}/case`;
}
