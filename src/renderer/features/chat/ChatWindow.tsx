/** The panel itself. */
export function ChatWindow() {
  return <section className="glass fixed top-6 right-6 bottom-6 z-20 w-(--chat-width) rounded-2xl shadow-3" data-chat />;
}
