let lost = false;

/** For whatever would leave the page: without a connection the browser's own error page would take its place. */
export function isConnectionLost(): boolean {
  return lost;
}

/** Said by the one who watches the connection. */
export function rememberConnection(isLost: boolean): void {
  lost = isLost;
}
