const SHARING = 'processor sharing: a person does one thing at a time';
const RESTART = 'an interrupted task is resumed: what was done of it is never done again nor drawn anew';

/** Cases of the file that the classes of the model cannot express, and why. */
export const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'A35a-ps': SHARING,
  'A35c-ps': SHARING,
  'D02-ps': SHARING,
  'D10-ciw-prio-restart': RESTART,
  'D10-ciw-prio-resample': RESTART,
  'D12-ciw-prio-preempt': RESTART,
  'D20-simmer-prio-finite': 'a task that has been let in is not pushed out by a more urgent one',
  'D24-simmer-preempt-fifo': `${RESTART}; and of equally urgent ones it is the last begun that is interrupted`,
};
