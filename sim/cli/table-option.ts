/** Options of every command that leaves runs in a folder. */
export const TABLE_OPTION = {
  format: {
    type: 'string',
    array: true,
    nargs: 1,
    choices: ['csv', 'parquet'],
    default: ['csv'],
    description: 'Tables of the runs that are written beside the store.',
  },
} as const;
