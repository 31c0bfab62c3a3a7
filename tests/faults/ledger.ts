import type { ApiClient } from './apiClient.ts';

/** Something that was acknowledged, and how to see later that it is still so. */
export interface Promised {
  /** What it is about: a later word on the same subject takes the place of an earlier one. */
  readonly subject: string;
  /** What is wrong, or null. */
  check(api: ApiClient): Promise<string | null>;
}

/**
 * What a killed program owes: of each subject the last that was acknowledged, or, where a change was under way, that change
 * whole. Nothing in between.
 */
export class Ledger {
  readonly #acknowledged = new Map<string, Promised>();
  readonly #underWay = new Map<string, Promised>();

  get size(): number {
    return this.#acknowledged.size;
  }

  /** Makes a change. Once it comes back it is owed; where it does not, either state is right. */
  async change<Answer>(promised: Promised, call: () => Promise<Answer>): Promise<Answer> {
    this.#underWay.set(promised.subject, promised);
    const answer = await call();
    this.#underWay.delete(promised.subject);
    this.acknowledge(promised);
    return answer;
  }

  acknowledge(promised: Promised): void {
    this.#acknowledged.set(promised.subject, promised);
  }

  subjects(): string[] {
    return [...this.#acknowledged.keys()];
  }

  /** What is lost or half done of some subjects. */
  async findProblems(api: ApiClient, subjects: readonly string[]): Promise<string[]> {
    const problems: string[] = [];
    for (const subject of subjects) {
      const problem = await this.#acknowledged.get(subject)?.check(api);
      if (problem === null || problem === undefined) continue;
      if ((await this.#underWay.get(subject)?.check(api)) === null) continue;
      problems.push(`${subject} ${problem}`);
    }
    return problems;
  }
}
