import type { ChecklistPart } from './checklist-item.ts';
import type { StudyFacts } from './study-facts.ts';

/**
 * STARS, what it takes for a model to be used again by others (Monks, Harper and Mustafee 2024, Journal of Simulation,
 * doi:10.1080/17477778.2024.2347882): its components by name, in our words.
 */
export function stars({ maker }: StudyFacts): ChecklistPart[] {
  const { version, node } = maker;
  return [
    {
      title: 'Essential components',
      items: [
        {
          number: '1',
          title: 'Open licence',
          answer: 'MIT, in the file LICENSE.',
          toWrite: 'the licence of your own scenarios',
        },
        {
          number: '2',
          title: 'Management of dependencies',
          answer: `package.json and package-lock.json of version ${version}: every library with version and hash, installed by npm ci.${node === null ? '' : ` Node ${node}.`}`,
        },
        {
          number: '3',
          title: 'Free and open-source model',
          answer: 'TypeScript; everything that it needs is free software.',
        },
        {
          number: '4',
          title: 'Minimum documentation',
          answer: 'README.md: what the model does, how it is installed and run, how values are changed.',
        },
        { number: '5', title: 'ORCID of the authors', toWrite: 'the ORCID of each author of the study' },
        { number: '6', title: 'How to cite', toWrite: 'how the study and its files are to be cited' },
        {
          number: '7',
          title: 'Code repository',
          toWrite: 'the address of the repository with scenarios and results',
        },
        { number: '8', title: 'Archive', toWrite: 'the DOI of an archive that keeps them' },
      ],
    },
    {
      title: 'Optional components',
      items: [
        {
          number: '9',
          title: 'Enhanced documentation',
          answer: 'docs/: the model rule by rule, its sources, the claims and what was found.',
        },
        { number: '10', title: 'Hosting of the documentation', toWrite: 'its address, if it has one' },
        { number: '11', title: 'Online coding environment', toWrite: 'its address, if there is one' },
        {
          number: '12',
          title: 'Interface of the model',
          answer: 'The command line, and a report that any browser opens.',
        },
        { number: '13', title: 'Hosting of the interface', toWrite: 'its address, if there is one' },
      ],
    },
  ];
}
