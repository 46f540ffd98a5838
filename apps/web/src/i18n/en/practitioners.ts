export const practitioners = {
  search: 'Words of the name',
  name: 'Name',
  roles: 'Roles',
  id: 'Id',
  nowhere: 'serves in no agency now',
  csv: 'Everybody of this selection as CSV',
  csvHint:
    'The file begins with the id: with the lines of whom you enrol it serves as the list of a sitting.',
  emptyTitle: 'No practitioner found',
  empty: 'Whom the certification body registers appears here; perhaps the selection is too narrow.',
};
