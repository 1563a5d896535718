import { nearestName } from '../../scenario/nearest-name.ts';
import { DEFAULT, type Origin } from '../../scenario/origin.ts';
import { problemAt, ScenarioError, type Complaint } from '../../scenario/problems.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { HeadRange } from './designs.ts';

/** A role, and the heads that it may have. */
export interface RoleRange extends HeadRange {
  readonly role: Role;
}

const ACCEPTED = 'role=from..to, such as customer-service=4..10';

/** Reads `role=a..b`. Throws a ScenarioError that says what is wrong. */
export function roleRangeOf(text: string): RoleRange {
  const origin: Origin = { kind: 'override', text, option: '--between' };
  const fail = (complaint: Complaint): never => {
    throw new ScenarioError([problemAt(origin, complaint)]);
  };
  const match = /^\s*([\w-]+)\s*=\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(text);
  if (match === null) return fail({ wrong: 'is no range of heads', accepted: ACCEPTED });
  const [, name, from, to] = match as unknown as [string, string, string, string];
  const role = ROLES.find((other) => other === name);
  if (role === undefined) {
    const didYouMean = nearestName(name, ROLES);
    return fail({ wrong: `${name} is not a role`, accepted: ROLES.join(', '), didYouMean });
  }
  if (Number(from) > Number(to)) {
    return fail({ wrong: `goes from ${from} to ${to}`, accepted: 'the smaller number first' });
  }
  return { role, from: Number(from), to: Number(to) };
}

/** Reads the roles to staff. Throws a ScenarioError if there is none, or one twice. */
export function roleRangesOf(texts: readonly string[]): RoleRange[] {
  const ranges = texts.map(roleRangeOf);
  const twice = ranges.find(({ role }, i) => ranges.findIndex((other) => other.role === role) < i);
  const wrong =
    ranges.length === 0
      ? 'no role is named'
      : twice === undefined
        ? undefined
        : `${twice.role} is named twice`;
  if (wrong === undefined) return ranges;
  throw new ScenarioError([
    problemAt(DEFAULT, { wrong, accepted: `each role once: ${ACCEPTED}` }, '--between'),
  ]);
}
