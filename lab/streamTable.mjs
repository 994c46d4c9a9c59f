const figure = ({ mean, sd }) => `${mean.toFixed(3)} ± ${sd.toFixed(3)}`;

/** The figures of a stream as lines of text. */
export const streamTable = ({ parts, logLoss, ece, models }, { note, group }) => {
  const cells = [
    ['AUC', 'sessions', 'rows', 'each session once', 'each row once', 'last third*'],
    ...parts.map(({ what, sessions, rows, auc, aucOfRows, later }) => [
      what,
      `${sessions}`,
      `${rows}`,
      figure(auc),
      figure(aucOfRows),
      Number.isNaN(later) ? '-' : later.toFixed(3),
    ]),
  ];
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const lines = cells.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '),
  );
  return [
    ...(note ? [note] : []),
    ...lines,
    `log loss ${figure(logLoss)}, ECE ${figure(ece)}, all rows, each session once`,
    `Cross-validated, rows of one ${group ?? 'session'} never on both sides: mean ± standard deviation over ${models} models.`,
    '* One model of the first two thirds of the sessions, measured on the last third, each session once.',
  ].join('\n');
};
