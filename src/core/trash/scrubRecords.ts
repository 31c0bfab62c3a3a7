import type { ActivityWriter } from '../activity/activityWriter.ts';
import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { ChangeSetReader } from '../changes/changeSetReader.ts';
import type { Scrubber } from '../changes/scrubber.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { TrashRoot } from './restoreRecords.ts';
import { type FindMembers, findMembersIn } from './trashMembers.ts';

/** Takes the texts of what leaves the trash out of history, the activity and suggestions. Called in a transaction. */
export type ScrubRecords = (roots: readonly TrashRoot[]) => void;

export interface ScrubParts {
  readonly stores: RecordStores;
  readonly changeSets: ChangeSetReader;
  readonly scrubber: Scrubber;
  readonly activity: Pick<ActivityWriter, 'scrub'>;
}

export function createScrubRecords({ stores, changeSets, scrubber, activity }: ScrubParts): ScrubRecords {
  return (roots) => {
    const sets = new Map<ChangeSetId, FindMembers>();
    const gone = new Map<string, { kind: RecordKind; id: string; keepsTitle: boolean }>();
    for (const { kind, id, changeSetId } of roots) {
      let findMembers = sets.get(changeSetId);
      if (findMembers === undefined)
        sets.set(changeSetId, (findMembers = findMembersIn(changeSets.entries(changeSetId))));
      for (const [place, member] of findMembers(kind, id).deleted.entries()) {
        // One that is there again, or went again with something else, is not this one's any more.
        if (stores[member.kind].read(member.id) !== null) continue;
        if (changeSets.lastGone(member.kind, member.id, member.operation) !== changeSetId) continue;
        // A comment goes by the title of its task.
        const keepsTitle = member.kind === 'comment' && place === 0;
        gone.set(`${member.kind} ${member.id}`, { kind: member.kind, id: member.id, keepsTitle });
      }
    }
    const suggestionIds = new Set<SuggestionId>();
    for (const { kind, id, keepsTitle } of gone.values()) {
      for (const { changeSetId, suggestionId, title } of scrubber.scrubHistory(kind, id, keepsTitle)) {
        if (!keepsTitle) activity.scrub(changeSetId, id, title);
        if (suggestionId !== null) suggestionIds.add(suggestionId);
      }
    }
    for (const id of suggestionIds) scrubber.scrubSuggestion(id, (kind, recordId) => gone.has(`${kind} ${recordId}`));
    scrubber.scrubSources([...gone.values()].map((record) => record.id));
  };
}
