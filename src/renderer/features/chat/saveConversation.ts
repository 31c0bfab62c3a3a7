import type { ConversationId } from '../../../contracts/ids.ts';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { saveFile } from '../../lib/saveFile.ts';
import { client } from '../../trpc.ts';

/** Lets the user save a conversation as a Markdown file; `done` is said when that has begun. */
export async function saveConversation(id: ConversationId, done: string): Promise<void> {
  try {
    const { fileName, markdown } = await client.conversations.export.query({ id });
    saveFile(new Blob([markdown], { type: 'text/markdown;charset=utf-8' }), fileName);
    showToast({ message: done });
  } catch (error) {
    showError(error);
  }
}
