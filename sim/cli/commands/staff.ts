import { SCENARIO_POSITIONAL, type CommandEntry } from '../options.ts';
import type { StaffArguments } from '../staff-and-report.ts';
import { studyOptions, type StudyArguments } from '../study-options.ts';

const STAFF_OPTIONS = {
  ...studyOptions({
    replications: 'Most replications of a design, from 20; 80 if left out.',
    out: 'out/staff',
  }),
  between: {
    type: 'string',
    array: true,
    nargs: 1,
    demandOption: true,
    description: 'role=a..b: heads that a role may have. Once for each role to staff.',
  },
  'subject-to': {
    type: 'string',
    array: true,
    nargs: 1,
    description:
      'A condition: "metric >= bound", "metric <= today", "constraint is role", "... in 80 % of runs".',
  },
  least: { type: 'string', nargs: 1, description: 'Metric to make small; payroll-per-year if left out.' },
  most: { type: 'string', nargs: 1, description: 'Metric to make large, such as throughput-per-year.' },
  today: { type: 'string', nargs: 1, description: 'Scenario of today; the scenario as it is if left out.' },
  confidence: {
    type: 'string',
    nargs: 1,
    description: 'Probability with which the answer is to be right; 95% if left out.',
  },
  indifference: {
    type: 'string',
    nargs: 1,
    description:
      'Smallest difference of the goal worth detecting, in its unit, where it has to be simulated.',
  },
  hopeless: {
    type: 'string',
    nargs: 1,
    description:
      'Staffings that offer a role, of which a condition speaks, more work than this share of its paid hours are not simulated; 120% if left out, none to try all.',
  },
  budget: { type: 'string', nargs: 1, description: 'Runs after which the search ends; 4000 if left out.' },
} as const;

export const staffCommand: CommandEntry = {
  usage: 'staff <scenario>',
  description: 'The cheapest heads that are shown to meet conditions, or the best ones',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .options(STAFF_OPTIONS)
      .example(
        '$0 staff standard --between customer-service=4..10 --subject-to "service-within-tolerance >= 90 %"',
        'with the least payroll',
      )
      .example(
        '$0 staff standard --between salesperson=1..4 --between project-leader=2..6 --subject-to "payroll-per-year <= today" --most throughput-per-year',
        'the most throughput that the payroll of today can buy',
      ),
  execute: async (parsed) => {
    const { staffAndReport } = await import('../staff-and-report.ts');
    return staffAndReport(parsed as unknown as StudyArguments & StaffArguments);
  },
};
