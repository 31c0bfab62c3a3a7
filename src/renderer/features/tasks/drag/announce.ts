let region: HTMLElement | undefined;

/** Says something to screen readers, also while a thing is being dragged or moved by key; what was said before is cut short. */
export function announce(message: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'assertive');
    region.setAttribute('data-announcements', '');
    region.className = 'sr-only';
    document.body.append(region);
  }
  // The same words twice are said twice only if they differ.
  region.textContent = region.textContent === message ? `${message}\u00a0` : message;
}
